import type { Options } from '../args.ts';
import type { Call } from '../commands/command.ts';
import { type Other, readSources } from '../documents.ts';
import { type Exit, worst } from '../host.ts';
import { printable } from '../terminal/cells.ts';
import { atHead } from '../terminal/inert.ts';
import { alignedRows } from '../terminal/rows.ts';
import { write } from '../write.ts';
import { shownPath } from './configuration.ts';
import type { Why } from './inputs.ts';
import { addressOf } from './origin.ts';
import type { Left } from './walk.ts';

/** Lists which files would be checked and which would not, each with the reason. */
export async function listFiles(options: Options, call: Call): Promise<Exit> {
  const { sources, others, left, exit } = await readSources(options, call);
  const rows: readonly Row[] = [
    ...sources.map(({ path, why }) => ({ path, read: true, reason: why.kind, by: byOf(why, call) })),
    ...others.map(({ path, reason }) => ({ path, read: false, reason, by: undefined })),
    ...left.map(({ path, by }) =>
      typeof by === 'string'
        ? { path, read: false, reason: by, by: undefined }
        : { path, read: false, reason: 'ignored' as const, by: placeOf(by, call) },
    ),
  ];
  const exits: Exit[] = [];
  for (const { format, file } of options.reports) {
    const text =
      format === 'json'
        ? `${JSON.stringify({ schemaVersion: 1, files: rows }, null, 2)}\n`
        : tableOf(rows, call);
    exits.push(await write(text, { ...call, output: file }));
  }
  return worst(exit, ...exits);
}

interface Row {
  readonly path: string;
  /** Whether it is checked. */
  readonly read: boolean;
  readonly reason: Why['kind'] | Other['reason'] | 'hidden' | 'packages' | 'ignored';
  /** The line that says so. */
  readonly by: string | undefined;
}

function tableOf(rows: readonly Row[], { words, paint }: Call): string {
  const cells = rows.map(({ path, read, reason, by }) => {
    const said = words.input.why[reason](by ?? '');
    return [atHead(printable(path)), read ? said : paint.dim(said)] as const;
  });
  return alignedRows(cells)
    .map((row) => `${row}\n`)
    .join('');
}

function byOf(why: Why, { host }: Call): string | undefined {
  return why.kind === 'files' ? addressOf(why.by.origin, host.files) : undefined;
}

function placeOf(by: Exclude<Left['by'], string>, { host }: Call): string {
  return 'file' in by ? `${shownPath(by.file, host.files)}:${by.line}` : addressOf(by.origin, host.files);
}
