import type { Document } from '../core/exports/exporter.ts';
import { parse } from '../core/parse.ts';
import { defaultSettings } from '../core/settings.ts';
import type { Options } from './args.ts';
import type { Call } from './commands/command.ts';
import { decode } from './decode.ts';
import { type Exit, worst } from './host.ts';
import { findInputs, type Problem, problemOf } from './inputs.ts';

/** Reads every document that the options name. What cannot be read is complained about, and the rest goes on. */
export async function readDocuments(options: Options, call: Call): Promise<Documents> {
  const { host, words, complain, blame } = call;
  const { paths, problems: unfound } = await findInputs(
    options.paths.filter((path) => path !== '-'),
    host.files,
  );
  const sources = paths.map((path) => ({ path, read: () => host.files.read(path) }));
  if (options.paths.includes('-')) {
    sources.unshift({ path: options.stdinFilename ?? '<stdin>', read: host.readStdin });
  }
  const documents: Document[] = [];
  const problems = [...unfound];
  let exit: Exit = 0;
  for (const { path, read } of sources) {
    const text = await textOf(path, read);
    if (typeof text !== 'string') {
      problems.push(text);
      continue;
    }
    try {
      documents.push({ path, plan: parse(text, { labels: defaultSettings.labels, path }) });
    } catch (fault) {
      exit = worst(exit, await blame(fault));
    }
  }
  for (const { path, reason, code } of problems) {
    await complain(words.problem[reason](path, code ?? ''));
    exit = worst(exit, 2);
  }
  return { documents, exit };
}

export interface Documents {
  readonly documents: readonly Document[];
  readonly exit: Exit;
}

async function textOf(path: string, read: () => Promise<Uint8Array>): Promise<string | Problem> {
  try {
    const decoded = decode(await read());
    return 'refused' in decoded ? { path, reason: decoded.refused } : decoded.text;
  } catch (error) {
    return problemOf(path, error);
  }
}
