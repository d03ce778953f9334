import type { Options } from '../args.ts';
import type { Call } from '../commands/command.ts';
import { type Exit, worst } from '../host.ts';
import { painter, wantsColor } from '../terminal/colors.ts';
import { understandsLinks } from '../terminal/links.ts';
import { add, write } from '../write.ts';
import { reporters } from './index.ts';
import type { Checked, View } from './reporter.ts';

/** Writes every report that was asked for to its place; 2 where one cannot be written, and the others still are. */
export async function deliver(checked: Checked, options: Options, call: Call): Promise<Exit> {
  const exits: Exit[] = [];
  for (const { format, file } of options.reports) {
    const reporter = reporters.find((known) => known.format === format);
    if (!reporter) continue;
    const view = viewOf(file, options, call);
    const report = reporter.write(checked, view);
    // What a file says of an earlier run may not stay.
    if (report !== '' || file !== undefined) exits.push(await write(report, { ...call, output: file }));
    const { addition } = reporter;
    const path = addition && call.host.env[addition.variable];
    if (path) exits.push(await add(addition.write(checked, view), path, call));
  }
  return worst(0, ...exits);
}

function viewOf(file: string | undefined, { color }: Options, { host, words }: Call): View {
  const onTerminal = host.stdout.isTTY && file === undefined;
  const colored = wantsColor(color, host.env, onTerminal);
  return {
    words,
    paint: painter(colored),
    columns: onTerminal ? host.stdout.columns : undefined,
    ambiguousIsWide: !onTerminal,
    manual: colored && onTerminal && understandsLinks(host.env) ? host.manual : undefined,
  };
}
