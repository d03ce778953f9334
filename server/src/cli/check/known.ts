import { folderOf, relative } from '../../config/paths.ts';
import type { Finding } from '../../core/lint/finding.ts';
import { flatMapped } from '../../core/text/flat.ts';
import type { Files } from '../../files.ts';
import type { Call } from '../command.ts';
import { problemOf } from '../input/inputs.ts';
import type { Options } from '../options.ts';
import { write } from '../write.ts';
import {
  type Baseline,
  type BaselineFile,
  compare,
  printBaseline,
  readBaseline,
  renewed,
  sizeOf,
} from './baseline.ts';
import type { CheckedFile } from './checked.ts';

/** The baseline that the options name; undefined where it cannot be used, which was complained about. */
export async function openBaseline(
  path: string,
  options: Options,
  call: Call,
): Promise<Baseline | undefined> {
  const { host, words, complain } = call;
  if (options.renewal && options.paths.includes('-') && options.stdinFilename === undefined) {
    await complain(words.namelessInput);
    return undefined;
  }
  try {
    if ((await host.files.kind(path)) === undefined) {
      if (options.renewal === 'update') return {};
      await complain(words.noBaseline(path));
      return undefined;
    }
    const baseline = readBaseline(new TextDecoder().decode(await host.files.read(path, 'anything')));
    if (!baseline) await complain(words.badBaseline(path));
    return baseline;
  } catch (error) {
    const { reason, code } = problemOf(path, error);
    await complain(words.problem[reason](path, code ?? ''));
    return undefined;
  }
}

/** Tells the findings of `files` apart that `baseline` knows, and renews the baseline where that was asked for. */
export async function consult(
  path: string,
  baseline: Baseline,
  checked: { readonly files: readonly CheckedFile[]; readonly rules: readonly string[] },
  options: Options,
  call: Call,
): Promise<Consulted> {
  const { host } = call;
  const folder = folderOf(host.files.resolve(path));
  const files = checked.files.map((file) => ({
    path: relative(folder, host.files.resolve(file.path)),
    text: file.plan.text,
    findings: file.findings,
  }));
  const gone = await goneOf(baseline, files, folder, host.files);
  const coverage = { rules: new Set(checked.rules), gone };
  const { known, solved } = compare(baseline, files, coverage);
  const before = { known, solved, added: 0, removed: 0, size: sizeOf(baseline), written: true };
  if (options.renewal === undefined) return before;
  // Hints do not count, so they need no baseline unless they are looked at.
  const counts = ({ severity }: Finding) => severity !== 'hint' || options.severity === 'hint';
  const isKept = (finding: Finding) =>
    known.has(finding) || (options.renewal === 'update' && counts(finding));
  const after = renewed(baseline, files, coverage, isKept);
  const added = flatMapped(files, ({ findings }) => findings).filter((one) => !known.has(one) && isKept(one));
  const size = sizeOf(after);
  const text = printBaseline(after);
  const same = text === printBaseline(baseline) && (await host.files.kind(path)) === 'file';
  return {
    known: new Set([...known, ...added]),
    solved: 0,
    added: added.length,
    removed: before.size + added.length - size,
    size,
    written: same || (await write(text, { ...call, output: path })) === 0,
  };
}

export interface Consulted {
  readonly known: ReadonlySet<Finding>;
  /** How many known findings were looked for and not found. */
  readonly solved: number;
  /** How many findings the baseline holds now, and how that differs from before. */
  readonly size: number;
  readonly added: number;
  readonly removed: number;
  /** False where the baseline could not be written, which was complained about. */
  readonly written: boolean;
}

async function goneOf(
  baseline: Baseline,
  files: readonly BaselineFile[],
  folder: string,
  disk: Files,
): Promise<ReadonlySet<string>> {
  const checked = new Set(files.map(({ path }) => path));
  const gone = new Set<string>();
  for (const path of Object.keys(baseline)) {
    if (checked.has(path)) continue;
    // What cannot be looked at is not gone.
    const kind = await disk.kind(`${folder}/${path}`).catch(() => 'hidden');
    if (kind === undefined) gone.add(path);
  }
  return gone;
}
