import type { Document } from '../core/exports/exporter.ts';
import { parse } from '../core/parse.ts';
import { isPlanLike } from '../core/recognize.ts';
import { defaultSettings } from '../core/settings.ts';
import type { Options } from './args.ts';
import type { Call } from './commands/command.ts';
import { decode } from './decode.ts';
import { type Exit, worst } from './host.ts';
import { emptyProblem, findInputs, type Input, type Problem, problemOf } from './inputs.ts';

/** Reads and parses every document that the options name. */
export async function readDocuments(options: Options, call: Call): Promise<Documents> {
  const { sources, exit: unread } = await readSources(options, call);
  const documents: Document[] = [];
  let exit = unread;
  for (const { path, text } of sources) {
    try {
      documents.push({ path, plan: parse(text, { labels: defaultSettings.labels, path }) });
    } catch (fault) {
      exit = worst(exit, await call.blame(fault));
    }
  }
  return { documents, exit };
}

export interface Documents {
  readonly documents: readonly Document[];
  readonly exit: Exit;
}

/**
 * Reads every text that the options name, or what of these is `wanted`, which may be nothing. What cannot be read is
 * complained about, and the rest goes on.
 */
export async function readSources(
  options: Options,
  call: Call,
  wanted?: (path: string) => boolean,
): Promise<Sources> {
  const { host, words, complain } = call;
  const { inputs, problems: unfound } = await findInputs(
    options.paths.filter((path) => path !== '-'),
    host.files,
  );
  const readings: Reading[] = inputs.map((input) => ({ ...input, read: () => host.files.read(input.path) }));
  if (options.paths.includes('-')) {
    const path = options.stdinFilename ?? '<stdin>';
    readings.unshift({ path, why: 'named', argument: path, read: host.readStdin });
  }
  const sources: Source[] = [];
  const problems = [...unfound];
  const fruitless = new Set(readings.map(({ argument }) => argument));
  for (const { path, why, argument, read } of readings) {
    if (wanted?.(path) === false) continue;
    const text = await textOf(path, read);
    // Of what nobody called a plan, only plans are worth a word.
    if (why === 'content' && (typeof text !== 'string' || !isPlanLike(parse(text, { path })))) continue;
    fruitless.delete(argument);
    if (typeof text === 'string') sources.push({ path, text });
    else problems.push(text);
  }
  for (const argument of fruitless) problems.push(await emptyProblem(argument, host.files));
  const grave = problems.filter(({ reason }) => !wanted || (reason !== 'noPlans' && reason !== 'noMatch'));
  for (const { path, reason, code } of grave) await complain(words.problem[reason](path, code ?? ''));
  return { sources, exit: grave.length > 0 ? 2 : 0 };
}

interface Reading extends Input {
  readonly read: () => Promise<Uint8Array>;
}

export interface Sources {
  readonly sources: readonly Source[];
  readonly exit: Exit;
}

/** A text that was read, and the name it goes by. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

async function textOf(path: string, read: () => Promise<Uint8Array>): Promise<string | Problem> {
  try {
    const decoded = decode(await read());
    return 'refused' in decoded ? { path, reason: decoded.refused } : decoded.text;
  } catch (error) {
    return problemOf(path, error);
  }
}
