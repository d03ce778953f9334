import type { Resolved } from '../config/settings-for.ts';
import type { Document } from '../core/exports/exporter.ts';
import { isPlanLike, isPlanText } from '../core/plan/recognize.ts';
import type { Memory } from '../core/read/memory.ts';
import { parse } from '../core/read/read.ts';
import type { Files, Stamp } from '../files.ts';
import { mayHoldDirectory } from './check/mentions.ts';
import type { Call } from './command.ts';
import { contained } from './contain.ts';
import { type Decoded, decode, isOffice } from './encoding.ts';
import type { Exit } from './host.ts';
import { type Configurations, complaintsOn, configurationsFor, shownPath } from './input/configuration.ts';
import type { Glance } from './input/glance.ts';
import {
  emptyProblem,
  findInputs,
  type Input,
  isTooLarge,
  type Problem,
  problemOf,
  type Why,
} from './input/inputs.ts';
import { isInShard } from './input/shard.ts';
import type { Left } from './input/walk.ts';
import { notesOn } from './office-notes.ts';
import type { Options } from './options.ts';
import { keepWhole } from './write.ts';

/** Reads and parses every document that the options name. */
export async function readDocuments(
  options: Options,
  call: Call,
): Promise<{ readonly documents: readonly Document[]; readonly exit: Exit }> {
  const { sources, exit: unread } = await readSources(options, call);
  const documents: Document[] = [];
  for (const { path, text, resolved } of sources) {
    const plan = await contained(path, call, () =>
      parse(text, { labels: resolved.settings.labels, path }, call.memory),
    );
    if (plan) documents.push({ path, plan });
  }
  return { documents, exit: unread };
}

/**
 * Reads every text that the options name, or what of these is `wanted`, which may be nothing, and not what a `glance` tells enough of. What cannot be read is
 * complained about, as is what has a faulty configuration, and the rest goes on.
 */
export async function readSources(
  options: Options,
  call: Call,
  { wanted, glance, shelf }: Choice = {},
): Promise<Sources> {
  const { host, words, complain } = call;
  const configurations = configurationsFor(options, call);
  const complainOf = complaintsOn(call);
  const paths = options.paths.filter((path) => path !== '-');
  const { inputs, left, problems: unfound } = await findInputs(paths, host.files, configurations);
  const { shard } = options;
  const isOurs = ({ path }: Input) =>
    !shard || isInShard(shownPath(host.files.resolve(path), host.files), shard);
  const readings: Reading[] = inputs
    .filter(isOurs)
    .map((input) => ({ ...input, read: () => host.files.read(input.path, anythingOf(input)) }));
  if (options.paths.includes('-')) {
    // Standard input stands for the file that it is named after, under that file's configuration.
    const path = options.stdinFilename ?? STDIN;
    const settings = await configurations.settingsFor(path);
    readings.unshift({ path, why: { kind: 'stdin' }, argument: path, settings, read: host.readStdin });
  }
  const sources: Source[] = [];
  const shelved = shelf === undefined ? undefined : shelvedIn(shelf, host.files);
  const others: Other[] = [];
  const problems = [...unfound];
  const elsewhere = new Set(inputs.filter((input) => !isOurs(input)).map(({ argument }) => argument));
  const fruitless = new Set(readings.map(({ argument }) => argument).filter((one) => !elsewhere.has(one)));
  let exit: Exit = 0;
  for (const [i, { path, why, argument, settings, read }] of readings.entries()) {
    call.progress.step(words.reading, i, readings.length, path);
    await contained(path, call, async () => {
      if ((await wanted?.(path)) === false) return;
      if (why.kind === 'content' && (await isTooLarge(path, host.files))) {
        others.push({ path, reason: 'tooLarge' });
        return;
      }
      const seen = why.kind === 'stdin' ? undefined : await glance?.(path, settings);
      const { known } = seen ?? {};
      if (known && why.kind === 'content' && !known.isPlan) {
        others.push({ path, reason: 'noPlan' });
        return;
      }
      if (known && settings.faults.length === 0) {
        fruitless.delete(argument);
        sources.push({ path, why, resolved: settings, ...UNREAD, known, stamp: seen?.stamp });
        return;
      }
      const isFound = why.kind === 'content' || why.kind === 'name';
      const files = why.kind === 'stdin' ? undefined : host.files;
      const content = await contentOf(path, files, read, isFound ? undefined : call);
      if (why.kind === 'content' && !isWorthAWord(content, path, settings, call.memory)) {
        others.push({ path, reason: 'noPlan', stamp: seen?.stamp, resolved: settings });
        return;
      }
      fruitless.delete(argument);
      // What was read from an office file was complained about, and is to be so again.
      const stamp = 'office' in content ? undefined : seen?.stamp;
      if ('reason' in content) problems.push(content);
      else if (settings.faults.length === 0) {
        const left = (await shelved?.(path, why, content)) ?? {};
        sources.push({ path, why, resolved: settings, ...content, ...left, stamp });
      } else {
        await complainOf(settings.faults);
        exit = 2;
      }
    });
  }
  call.progress.clear();
  const meant = readings.filter(({ why: { kind } }) => kind !== 'content');
  const read = [...meant, ...sources].filter(({ why: { kind } }) => kind !== 'stdin').map(({ path }) => path);
  await keepWhole([...read, ...configurations.read], options, call);
  for (const argument of fruitless) problems.push(await emptyProblem(argument, host.files));
  const grave = problems.filter(({ reason }) => !wanted || (reason !== 'noPlans' && reason !== 'noMatch'));
  for (const { path, reason, code } of grave) await complain(words.problem[reason](path, code ?? ''));
  if (shard && sources.length === 0 && inputs.length > 0) await complain(words.emptyShard(shard));
  return { sources, others, left, configurations, exit: grave.length > 0 ? 2 : exit };
}

/** Who names a pipe means what comes out of it. */
function anythingOf({ why }: Input): 'anything' | undefined {
  return why.kind === 'named' ? 'anything' : undefined;
}

interface Reading extends Input {
  readonly read: () => Promise<Uint8Array>;
}

export interface Sources {
  readonly sources: readonly Source[];
  /** Files that were looked at and are no plans. */
  readonly others: readonly Other[];
  readonly left: readonly Left[];
  readonly configurations: Configurations;
  readonly exit: Exit;
}

export interface Other {
  readonly path: string;
  readonly reason: 'noPlan' | 'tooLarge';
  /** How it was glanced at before it was read; what is known already has none. */
  readonly stamp?: Stamp | undefined;
  readonly resolved?: Resolved;
}

/** A text that was read, the name it goes by, and what is set for it. */
export interface Source extends Content {
  readonly path: string;
  readonly why: Why;
  readonly resolved: Resolved;
  /** By what it can be told from what it may be later; where nobody glanced at it, undefined. */
  readonly stamp: Stamp | undefined;
  /** What a glance told; then it was not read, and has no text yet. */
  readonly known?: Glance;
  /** Where its text was read and not kept, for there is too much of it: its length. Then that is `known` which it told. */
  readonly aside?: number;
}

/** What of the files is to be read. */
export interface Choice {
  readonly wanted?: ((path: string) => Promise<boolean>) | undefined;
  /** What can be told of a file without reading it. */
  readonly glance?: ((path: string, resolved: Resolved) => Promise<Glanced>) | undefined;
  /** How many characters of texts to keep: those beyond are set aside, and the bytes of all. Else all is kept. */
  readonly shelf?: number | undefined;
}

export interface Glanced {
  readonly stamp: Stamp | undefined;
  readonly known: Glance | undefined;
}

const UNREAD: Content = { text: '', encoding: 'utf-8', bom: false, bytes: new Uint8Array() };

/**
 * What is left of what was read where only so many characters are to be kept. What comes once is kept, and an office
 * file, on which notes would be said again.
 */
function shelvedIn(
  shelf: number,
  files: Files,
): (path: string, why: Why, content: Content) => Promise<Partial<Source>> {
  const { bytes } = UNREAD;
  let kept = 0;
  return async (path, why, { text, office }) => {
    if (
      kept + text.length > shelf &&
      why.kind !== 'stdin' &&
      !office &&
      (await files.kind(path)) === 'file'
    ) {
      const known = { isPlan: true, isPlain: !mayHoldDirectory(path, text) };
      return { bytes, text: '', aside: text.length, known };
    }
    kept += text.length;
    return { bytes };
  };
}

/** The source with its text; undefined where that cannot be read any more, which is complained about. */
export async function readNow(source: Source, call: Call): Promise<Source | undefined> {
  const { known, aside: _, ...rest } = source;
  if (!known) return source;
  const { files } = call.host;
  const content = await contentOf(source.path, files, () => files.read(source.path), call);
  if (!('reason' in content)) return { ...rest, ...content };
  await call.complain(call.words.problem[content.reason](content.path, content.code ?? ''));
  return undefined;
}

interface Content extends Decoded {
  /** The file as it was read. */
  readonly bytes: Uint8Array;
  /** What the text was read from where the file is none: a document or a workbook. */
  readonly office?: 'docx' | 'xlsx';
}

/** What standard input is called where nobody named it. */
export const STDIN = '<stdin>';

/** In bytes: a plan is some hundred kilobytes, and all of it has to stand in memory. */
const LARGEST = 32 * 1024 * 1024;

/** Of what nobody called a plan, only plans are worth a word, and what nobody can open. */
function isWorthAWord(
  content: Content | Problem,
  path: string,
  { settings }: Resolved,
  memory: Memory,
): boolean {
  if (!('text' in content)) return content.reason === 'unnameable';
  const { text } = content;
  return isPlanText(text) || isPlanLike(parse(text, { labels: settings.labels, path }, memory));
}

/**
 * Reads a file; what is named, a document or a workbook, too, with what it says of tracked changes and the like. What lies
 * in `files` is not even read where it is too large; what standard input gives is known afterwards.
 */
async function contentOf(
  path: string,
  files: Files | undefined,
  read: () => Promise<Uint8Array>,
  call: Call | undefined,
): Promise<Content | Problem> {
  try {
    if (files && (await files.size(path).catch(() => 0)) > LARGEST) return { path, reason: 'huge' };
    const bytes = await read();
    if (bytes.length > LARGEST) return { path, reason: 'huge' };
    if (call && isOffice(bytes)) return await fromOffice(path, bytes, call);
    const decoded = decode(bytes);
    return 'refused' in decoded ? { path, reason: decoded.refused } : { ...decoded, bytes };
  } catch (error) {
    return problemOf(path, error);
  }
}

async function fromOffice(path: string, bytes: Uint8Array, call: Call): Promise<Content | Problem> {
  const read = (await call.host.office()).read(bytes);
  if ('refused' in read) return { path, reason: read.refused };
  if (read.kind !== 'docx' && read.kind !== 'xlsx') return { path, reason: 'otherKind' };
  for (const line of notesOn(path, read, call)) await call.complain(line);
  return { text: read.text, encoding: 'utf-8', bom: false, bytes, office: read.kind };
}
