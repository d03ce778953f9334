import { within } from '../../config/paths.ts';
import type { Files } from '../../files.ts';
import type { Options } from '../args.ts';
import type { Call } from '../commands/command.ts';
import { STDIN } from '../documents.ts';
import { type Exit, worst } from '../host.ts';
import { painter, wantsColor } from '../terminal/colors.ts';
import { understandsLinks } from '../terminal/links.ts';
import { add, write } from '../write.ts';
import { reporters } from './index.ts';
import type { Checked, View } from './reporter.ts';
import { rootOf } from './root.ts';

/** Writes every report that was asked for to its place; 2 where one cannot be written, and the others still are. */
export async function deliver(checked: Checked, options: Options, call: Call): Promise<Exit> {
  const exits: Exit[] = [];
  const root = await rootOf(call.host);
  const fromRoot = seenFrom(root, checked, call.host.files);
  for (const { format, file } of options.reports) {
    const reporter = reporters.find((known) => known.format === format);
    if (!reporter) continue;
    const view = { ...viewOf(file, options, call), root };
    const named = reporter.fromRoot ? fromRoot : checked;
    const report = reporter.write(named, view);
    // What a file says of an earlier run may not stay.
    if (report !== '' || file !== undefined) exits.push(await write(report, { ...call, output: file }));
    const { addition } = reporter;
    const path = addition && call.host.env[addition.variable];
    if (path) exits.push(await add(addition.write(named, view), path, call));
  }
  return worst(0, ...exits);
}

/** What lies outside of `root` is named by its whole path, and what lies nowhere as it is. */
function seenFrom(root: string, checked: Checked, { resolve }: Files): Checked {
  const nameOf = (path: string) => (path === STDIN ? path : (within(root, resolve(path)) ?? resolve(path)));
  return { ...checked, files: checked.files.map((file) => ({ ...file, path: nameOf(file.path) })) };
}

function viewOf(file: string | undefined, { color }: Options, { host, words }: Call): Omit<View, 'root'> {
  const onTerminal = host.stdout.isTTY && file === undefined;
  const colored = wantsColor(color, host.env, onTerminal);
  return {
    words,
    paint: painter(colored),
    columns: onTerminal ? host.stdout.columns : undefined,
    ambiguousIsWide: !onTerminal,
    manual: colored && onTerminal && understandsLinks(host.env) ? host.manual?.(words.locale) : undefined,
  };
}
