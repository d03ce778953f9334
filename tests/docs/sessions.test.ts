import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from '../cli/host.ts';
import { gitEnv, Scratch } from '../cli/team/scratch.ts';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The manuals, and what the system speaks where their sessions are played. */
const documents: readonly (readonly [path: string, lang: string])[] = [
  ['README.md', 'en_US.UTF-8'],
  ['client/README.zh-CN.md', 'zh_CN.UTF-8'],
];

/** An indented block, with empty lines inside, that begins with a command: `    $ planlint …`. */
const SESSION = /(?<=\n\n) {4}\$ .*\n(?:(?: {4}.*|(?=\n {4}))\n)*/gu;

describe.skipIf(process.platform !== 'linux')('sessions in a manual', () => {
  let scratch: Scratch;

  beforeEach(() => {
    scratch = new Scratch();
    scratch.git('init', '--quiet', '--initial-branch=main');
    for (const name of ['own-lines.plan', 'brackets.plan']) {
      const path = `tests/fixtures/plans/${name}`;
      scratch.write(path, readFileSync(root(path)));
    }
    chmodSync(bundle, 0o755);
    scratch.write('bin/.gitkeep', '');
    symlinkSync(bundle, join(scratch.folder, 'bin/planlint'));
  });
  afterEach(() => scratch.remove());

  /** What a terminal shows of `command`, whatever its exit code is. */
  function said(command: string, lang: string): string {
    const env = { ...gitEnv, LANG: lang, PATH: `${join(scratch.folder, 'bin')}:${gitEnv.PATH}` };
    const script = `exec 2>&1; ${command}\ntrue`;
    return execFileSync('bash', ['--norc', '-c', script], { cwd: scratch.folder, env, encoding: 'utf8' });
  }

  it.each(documents)('are what %s shows', async (path, lang) => {
    const text = readFileSync(root(path), 'utf8');
    const played = text.replace(SESSION, (session) => {
      const commands = session.split('\n').filter((line) => line.startsWith('    $ '));
      const lines = commands.flatMap((line) => {
        const output = said(line.slice('    $ '.length), lang).split('\n').slice(0, -1);
        return [line, ...output.map((one) => (one === '' ? '' : `    ${one}`))];
      });
      return `${lines.join('\n')}\n`;
    });
    expect(text.match(SESSION)).toHaveLength(3);
    // `vitest -u` writes what is shown anew.
    await expect(played).toMatchFileSnapshot(root(path));
  });
});

describe('snippets in a manual', () => {
  const action = readFileSync(root('.github/actions/planlint/action.yml'), 'utf8');
  const hooks = readFileSync(root('.pre-commit-hooks.yaml'), 'utf8');

  it.each(documents)('of %s name what there is', (path) => {
    const text = readFileSync(root(path), 'utf8');
    const step = /- uses: \S+\/\.github\/actions\/planlint@\S+\n +with:\n(?<inputs>(?: {14}.+\n)+)/u.exec(
      text,
    );
    const inputs = [...(step?.groups?.inputs ?? '').matchAll(/^ +(?<name>[\w-]+):/gmu)];
    expect(inputs.length).toBeGreaterThan(2);
    for (const { groups } of inputs) expect(action).toContain(`\n  ${groups?.name}:\n`);
    const ids = [...text.matchAll(/^ +- id: (?<id>\S+)$/gmu)];
    expect(ids.length).toBeGreaterThan(0);
    for (const { groups } of ids) expect(hooks).toContain(`- id: ${groups?.id}\n`);
  });
});
