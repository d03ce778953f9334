import { folderOf, within } from '../../config/paths.ts';
import { newDirectory } from '../../core/features/writing/new-directory.ts';
import { type Served, type Unit, unitsIn } from '../../core/people/units.ts';
import { parse } from '../../core/read/read.ts';
import { lineStartsOf } from '../../core/text/text.ts';
import { findDirectories } from '../check/directories.ts';
import type { Call, Command } from '../command.ts';
import { contained, Misuse } from '../contain.ts';
import { readDocuments, readSources } from '../documents.ts';
import { decode } from '../encoding.ts';
import { type Exit, worst } from '../host.ts';
import { shownPath } from '../input/configuration.ts';
import type { Options } from '../options.ts';
import { type Place, placeOf } from '../place.ts';
import { alignedTable, printable } from '../terminal/cells.ts';
import { jsonText, write, writeAll } from '../write.ts';

/** Lists units and persons with their tasks and where they are defined; `units init` writes a directory of them. */
export const listUnits: Command = {
  name: 'units',
  summary: {
    zh: '列出单位和人员：各有多少任务，名录在哪里；units init 据此写出名录',
    en: 'list units and persons with their tasks and where they are defined; units init writes a directory',
  },
  details: {
    zh: '列出计划写到的和名录收录的单位、人员、统称：牵头、责任、配合各多少项任务，在名录的哪一行。\nplanlint units init 把计划写到的名称分类写成责任单位名录，供核对补充；用 --output 写入文件，已有的文件不覆盖。',
    en: 'Lists the units, persons and groups that plans name or directories define: how many tasks each leads, is responsible for and supports, and where a directory has it.\nplanlint units init writes what the plans name as a unit directory to check and complete, to --output or to standard output; a file that exists is not overwritten.',
  },
  examples: ['planlint units plans/', 'planlint units init plans/ --output 责任单位名录.units.plan'],
  options: ['format', 'output', 'config', 'no-config', 'stdin-filename', 'files-from'],
  formats: ['table', 'json'],
  run: (options, call) =>
    options.paths[0] === 'init'
      ? writeDirectory({ ...options, paths: options.paths.length > 1 ? options.paths.slice(1) : ['.'] }, call)
      : writeUnits(options, call),
};

async function writeUnits(options: Options, call: Call): Promise<Exit> {
  const { sources, configurations, exit: unread } = await readSources(options, call);
  const { directories, exit } = await findDirectories(sources, configurations, options, call);
  const served: Served[] = [];
  for (const [i, { path, text, resolved }] of sources.entries()) {
    const plan = await contained(path, call, () =>
      parse(text, { labels: resolved.settings.labels, path }, call.memory),
    );
    if (plan) served.push({ plan, directories: directories[i] ?? [] });
  }
  const asked = await foldersOf(options, call);
  const units = unitsIn(served, (path) => asked.some((folder) => within(folder, path) !== undefined));
  const rows = await placed(units, call);
  const textOf = (format: string) => (format === 'json' ? jsonOf(rows) : tableOf(rows, call));
  return worst(unread, exit, await writeAll(textOf, options, call));
}

/** The folders that the call is about: those that it names, and those of the files that it names. */
async function foldersOf({ paths }: Options, { host: { files } }: Call): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const path of paths) {
    const full = files.resolve(path);
    const kind = await files.kind(path).catch(() => undefined);
    // A glob may lead anywhere below where it begins.
    folders.push(
      kind === 'folder' ? full.replace(/\/$/u, '') : folderOf(full.replace(/[*?[{][\s\S]*/u, '*')),
    );
  }
  return folders;
}

interface Row extends Omit<Unit, 'defined'> {
  readonly defined: (Place & { readonly path: string }) | undefined;
}

/** The units with lines and columns in place of offsets. */
async function placed(units: readonly Unit[], { host }: Call): Promise<readonly Row[]> {
  const lines = new Map<string, readonly number[]>();
  for (const { defined } of units) {
    if (!defined || lines.has(defined.path)) continue;
    const decoded = await host.files.read(defined.path).then(decode, () => undefined);
    lines.set(defined.path, lineStartsOf(decoded && 'text' in decoded ? decoded.text : ''));
  }
  return units.map(({ defined, ...unit }) => {
    const lineStarts = defined && lines.get(defined.path);
    if (!lineStarts) return { ...unit, defined: undefined };
    const path = shownPath(defined.path, host.files);
    return { ...unit, defined: { path, ...placeOf({ lineStarts }, defined.span.start) } };
  });
}

function tableOf(rows: readonly Row[], { words: { unitsCommand: words, and }, paint }: Call): string {
  const { columns, kinds } = words;
  const table = rows.map(({ name, kind, leads, units, support, defined, aliases }) => [
    printable(name),
    kinds[kind],
    ...[leads, units, support].map((count) => (count > 0 ? String(count) : '')),
    defined ? printable(`${defined.path}:${defined.line}`) : words.unlisted,
    printable(aliases.join(and)),
  ]);
  const [head = '', ...lines] = alignedTable([columns, ...table], [2, 3, 4]);
  const missing = rows.filter(({ defined }) => !defined).length;
  const body = rows.length > 0 ? [paint.bold(head), ...lines, ''] : [];
  return `${[...body, words.counted(rows.length, missing)].join('\n')}\n`;
}

/** Schema version 1; lines and columns from 1. */
function jsonOf(rows: readonly Row[]): string {
  const units = rows.map(({ name, kind, aliases, leads, units: responsible, support, defined }) => ({
    ...{ name, kind, aliases, leads, units: responsible, support },
    defined: defined ?? null,
  }));
  return jsonText({ schemaVersion: 1, units });
}

async function writeDirectory(options: Options, call: Call): Promise<Exit> {
  const { host, words, output, complain } = call;
  if (output !== undefined && (await host.files.kind(output)) !== undefined)
    throw new Misuse(words.unitsCommand.exists(output));
  const { documents, exit } = await readDocuments(options, call);
  const plans = documents.map(({ plan }) => plan).filter(({ kind }) => kind === 'plan');
  if (unitsIn(plans.map((plan) => ({ plan, directories: [] }))).length === 0) {
    if (exit === 0) await complain(words.unitsCommand.none);
    return worst(exit, 2);
  }
  const written = await write(newDirectory(plans), call);
  if (written === 0 && output !== undefined) await complain(words.unitsCommand.written(output));
  return worst(exit, written);
}
