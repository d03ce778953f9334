import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Said, Scratch } from './scratch.ts';

/** What a job of GitHub Actions leaves behind, besides what its last step said. */
export interface Job extends Said {
  readonly annotations: readonly string[];
  /** The page of the job, in Markdown. */
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Runs the composite action in `folder` as GitHub's runner does: its steps in order, each in `bash -eo pipefail` with
 * the variables and files that the runner gives; the first that fails ends it. `actions/cache` is played by a folder in
 * the scratch repository's `.git`, which the jobs of that repository share.
 */
export async function runAction(
  scratch: Scratch,
  folder: string,
  given: Readonly<Record<string, string>>,
  surroundings: Readonly<Record<string, string>> = {},
): Promise<Job> {
  const action: Action = parse(readFileSync(join(folder, 'action.yml'), 'utf8'));
  const own = join(scratch.folder, '.git/runner');
  rmSync(join(own, 'job'), { recursive: true, force: true });
  const temp = join(own, 'job/temp');
  mkdirSync(temp, { recursive: true });
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: usual = '' }]) => [name, given[name] ?? usual]),
  );
  const known: Known = {
    inputs,
    runner: { os: 'Linux', temp },
    github: { job: 'plans', sha: scratch.git('rev-parse', 'HEAD').trim(), run_attempt: '1' },
    steps: {},
  };
  const files = { output: join(own, 'job/output'), summary: join(own, 'job/summary') };
  const ends: (() => void)[] = [];
  let said: Said = { code: 0, stdout: '', stderr: '' };
  for (const step of action.runs.steps) {
    if (step.if !== undefined && filled(step.if, known) !== 'true') continue;
    if (step.uses?.startsWith('actions/cache@')) {
      ends.push(restored(join(own, 'caches'), step.with ?? {}, known));
      continue;
    }
    if (step.run === undefined || step.shell !== 'bash') throw new Error(`no runner runs ${step.name}`);
    writeFileSync(files.output, '');
    said = await scratch.run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      below: filled(step['working-directory'] ?? '.', known),
      env: {
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: folder,
        GITHUB_WORKSPACE: scratch.folder,
        GITHUB_OUTPUT: files.output,
        GITHUB_STEP_SUMMARY: files.summary,
        RUNNER_TEMP: temp,
        ...surroundings,
        ...Object.fromEntries(
          Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value, known)]),
        ),
      },
    });
    if (step.id) known.steps[step.id] = { outputs: outputsIn(readFileSync(files.output, 'utf8')) };
    if (said.code !== 0) break;
  }
  // The steps after a job are run whether it failed or not.
  for (const end of ends) end();
  return {
    ...said,
    annotations: said.stdout.split('\n').filter((line) => line.startsWith('::')),
    summary: existsSync(files.summary) ? readFileSync(files.summary, 'utf8') : '',
    outputs: Object.fromEntries(
      Object.entries(action.outputs).map(([name, { value }]) => [name, filled(value, known)]),
    ),
  };
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Known {
  readonly inputs: Readonly<Record<string, string>>;
  readonly runner: Readonly<Record<string, string>>;
  readonly github: Readonly<Record<string, string>>;
  readonly steps: Record<string, { readonly outputs: Readonly<Record<string, string>> }>;
}

/** `${{ inputs.cache == 'true' }}`, `${{ steps.find.outputs.program }}`, `${{ runner.temp }}` */
const EXPRESSION = /\$\{\{ (?<path>[\w.-]+)(?: == '(?<wanted>[^']*)')? \}\}/gu;

function filled(text: string, known: Known): string {
  return text.replace(EXPRESSION, (_, path: string, wanted: string | undefined) => {
    const value = path
      .split('.')
      .reduce<unknown>(
        (at, name) => (at && typeof at === 'object' ? Reflect.get(at, name) : undefined),
        known,
      );
    // What is unknown is empty there, and a slip in the name is seen nowhere.
    if (value === undefined && !path.includes('.outputs.')) throw new Error(`nothing is called ${path}`);
    const shown = String(value ?? '');
    return wanted === undefined ? shown : String(shown === wanted);
  });
}

function outputsIn(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n').filter((line) => line !== '');
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/su, 2)));
}

/** Puts back what was kept under the key, or under the newest that begins as asked; the end keeps it anew. */
function restored(caches: string, asked: Readonly<Record<string, string>>, known: Known): () => void {
  const { path = '', key = '', 'restore-keys': others = '' } = asked;
  const wanted = [key, ...others.split('\n').filter((one) => one !== '')].map((one) => filled(one, known));
  const kept = existsSync(caches) ? readdirSync(caches).sort().reverse() : [];
  const nameOf = (name: string) => name.replace(/^\d+ /u, '');
  const hit = wanted.map((one) => kept.find((name) => nameOf(name).startsWith(one))).find(Boolean);
  const folder = filled(path, known);
  if (hit) cpSync(join(caches, hit), folder, { recursive: true });
  return () => {
    if (hit && nameOf(hit) === wanted[0]) return;
    const number = String(kept.length).padStart(4, '0');
    if (existsSync(folder)) cpSync(folder, join(caches, `${number} ${wanted[0]}`), { recursive: true });
  };
}
