import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contributes } from '../../../package.json';
import { bundle } from '../host.ts';
import { gitEnv, type Said, Scratch } from './scratch.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const actionFolder = join(root, '.github/actions/planlint');
const action = readFileSync(join(actionFolder, 'action.yml'), 'utf8');
const hooks = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8');

/** The scripts of the action's steps, in order. */
const scripts = [...action.matchAll(/^ {6}run: \|\n(?<body>(?:(?: {8}.*)?\n)+)/gmu)].map(({ groups }) =>
  groups!.body!.replaceAll(/^ {8}/gmu, ''),
);

/** What GitHub hands to the step: each variable with the input that it stands for. */
const inputs = [...action.matchAll(/^ {8}(?<variable>PLANLINT_\w+): \$\{\{ inputs\.(?<input>\w+) \}\}$/gmu)];

/** Runs the steps of the action as GitHub's runner does: `bash -eo pipefail`, and stops at the first that fails. */
async function runAction(scratch: Scratch, given: Readonly<Record<string, string>>): Promise<Said> {
  const env: Record<string, string> = {
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: actionFolder,
    GITHUB_WORKSPACE: scratch.folder,
    GITHUB_STEP_SUMMARY: join(scratch.folder, '.git/summary.md'),
  };
  for (const { groups } of inputs) {
    const fallback =
      new RegExp(`^  ${groups!.input}:\\n.*\\n    default: (.*)$`, 'mu').exec(action)?.[1] ?? '';
    env[groups!.variable!] = given[groups!.input!] ?? fallback.replace(/^''$/u, '');
  }
  let last: Said = { code: null, stdout: '', stderr: '' };
  for (const script of scripts) {
    last = await scratch.run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { env });
    if (last.code !== 0) return last;
  }
  return last;
}

const old = `滨湖区教育局2026年工作要点
一、办好学校
1. 改造校舍。更换门窗和照明。（责任科室：校产科；完成时间：2026年8月）
2. 开放操场。周末向附近居民开放。
3. 建图书角。每班不少于一百册。（责任科室：教务科；完成时间：2026年10月）
`;
const fresh = '4. 培训园长。组织全区园长集中培训。\n';
const mended = '4. 培训园长。组织全区园长集中培训。（责任科室：人事科；完成时间：2026年11月）\n';

describe.skipIf(process.platform === 'win32')('from nothing to a guarded repository', () => {
  let scratch: Scratch;

  beforeAll(() => {
    scratch = new Scratch();
    scratch.git('init', '--quiet', '--initial-branch=main');
    scratch.write('plans/2026年工作要点.txt', old);
    scratch.commit('Plans as they were');
  });
  afterAll(() => scratch.remove());

  it('init writes a configuration', async () => {
    expect(await scratch.planlint(['init'])).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(scratch.folder, 'planlint.json'), 'utf8')).toContain('"missing-lead": "always"');
  });

  it('the first check finds what is there', async () => {
    const { code, stdout } = await scratch.planlint(['--format', 'compact']);
    expect(code).toBe(1);
    expect(stdout).toContain('plans/2026年工作要点.txt:4:1');
  });

  it('a baseline notes it, and CI passes', async () => {
    expect(await scratch.planlint(['baseline'])).toMatchObject({ code: 0, stderr: '' });
    scratch.commit('Guard the plans with Planlint');
    expect((await runAction(scratch, { baseline: 'planlint.baseline.json' })).code).toBe(0);
  });

  it('a branch adds a task for nobody, and CI fails where it stands', async () => {
    scratch.git('switch', '--quiet', '--create', 'training');
    scratch.write('plans/2026年工作要点.txt', old + fresh);
    scratch.commit('Train the heads');
    const { code, stdout } = await runAction(scratch, {
      baseline: 'planlint.baseline.json',
      since: 'main',
      sarif: 'planlint.sarif',
      args: '--locale=zh\n--max-warnings=1',
      paths: 'plans\n*.plan',
    });
    expect(code).toBe(1);
    const annotations = stdout.split('\n').filter((line) => line.startsWith('::'));
    expect(annotations).toHaveLength(2);
    for (const line of annotations)
      expect(line).toMatch(/^::warning file=plans\/2026年工作要点\.txt,line=6,/u);
    expect(readFileSync(join(scratch.folder, '.git/summary.md'), 'utf8')).toContain('未注明责任科室');
    const sarif = JSON.parse(readFileSync(join(scratch.folder, 'planlint.sarif'), 'utf8'));
    expect(sarif).toMatchObject({ version: '2.1.0' });
    scratch.git('clean', '--quiet', '--force');
  });

  it('so does GitLab, with its report', async () => {
    const args = ['--baseline', 'planlint.baseline.json', '--format', 'pretty', '--format', 'gitlab:gl.json'];
    expect((await scratch.planlint(args)).code).toBe(1);
    expect(JSON.parse(readFileSync(join(scratch.folder, 'gl.json'), 'utf8'))).toHaveLength(2);
    scratch.git('clean', '--quiet', '--force');
  });

  it('a hook refuses the like before it is committed', async () => {
    const hook = `#!/bin/sh\nexec '${process.execPath}' '${bundle}' check --staged --baseline planlint.baseline.json\n`;
    scratch.write('.git/hooks/pre-commit', hook);
    chmodSync(join(scratch.folder, '.git/hooks/pre-commit'), 0o755);
    scratch.write('plans/附件.plan', `${old.replace('工作要点', '工作计划')}`);
    scratch.git('add', '--all');
    const refused = await scratch.run('git', ['commit', '--message', 'One more']);
    expect(refused.code).toBe(1);
    expect(refused.stdout + refused.stderr).toContain('plans/附件.plan:4:1');
    scratch.git('rm', '--quiet', '--force', 'plans/附件.plan');
    scratch.write('plans/2026年工作要点.txt', old + mended);
    scratch.git('add', '--all');
    expect(await scratch.run('git', ['commit', '--message', 'Say who and when'])).toMatchObject({
      code: 0,
    });
  });

  it('the task is mended, and CI passes', async () => {
    const { code, stdout } = await runAction(scratch, {
      baseline: 'planlint.baseline.json',
      since: 'main',
    });
    expect({ code, annotations: stdout.split('\n').filter((line) => line.startsWith('::')) }).toEqual({
      code: 0,
      annotations: [],
    });
  });

  it('old debt is paid and leaves the baseline', async () => {
    const paid = old.replace('附近居民开放。', '附近居民开放。（责任科室：体卫艺科；完成时间：2026年5月）');
    scratch.write('plans/2026年工作要点.txt', paid + mended);
    const { stdout } = await scratch.planlint(['baseline', '--prune', '--locale', 'en']);
    expect(stdout).toBe('planlint.baseline.json: 0 known findings (0 added, 2 removed).\n');
    expect((await scratch.planlint([])).code).toBe(0);
  });
});

describe('the hooks for pre-commit', () => {
  const patterns = [...hooks.matchAll(/^ {2}files: \(\?i\)(?<pattern>.*)$/gmu)].map(
    ({ groups }) => new RegExp(groups!.pattern!, 'iu'),
  );

  it('take the files that the editor takes for plans', () => {
    expect(patterns).toHaveLength(2);
    const names = contributes.languages.flatMap(({ extensions = [], filenamePatterns = [] }) => [
      ...extensions.map((extension) => `plans/x${extension}`),
      ...filenamePatterns.map((pattern) => `plans/${pattern.replaceAll('*', '某')}`),
    ]);
    expect(names.length).toBeGreaterThan(5);
    for (const pattern of patterns) {
      for (const name of names) expect(name).toMatch(pattern);
      for (const name of ['notes.txt', 'planlint.json', '工作要点/notes.txt', 'x.plan.bak']) {
        expect(name).not.toMatch(pattern);
      }
    }
  });
});

/** pre-commit itself, where it is installed: it builds the command from the repository as it does for a user. */
const preCommit = process.env.PLANLINT_PRE_COMMIT ?? 'pre-commit';
const hasPreCommit = (() => {
  try {
    execFileSync(preCommit, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasPreCommit)('pre-commit', () => {
  it('runs the hook on what is staged', async () => {
    const scratch = new Scratch();
    try {
      scratch.git('init', '--quiet', '--initial-branch=main');
      const entry = (id: string) =>
        hooks.match(new RegExp(`id: ${id}\\n(?:.*\\n)*?  entry: planlint (.*)$`, 'mu'))![1];
      mkdirSync(join(scratch.folder, '.git/bin'));
      symlinkSync(bundle, join(scratch.folder, '.git/bin/planlint'));
      const files = /^ {2}files: (.*)$/mu.exec(hooks)![1]!;
      scratch.write(
        '.pre-commit-config.yaml',
        `repos:\n- repo: local\n  hooks:\n  - id: planlint\n    name: planlint\n    entry: planlint ${entry('planlint')}\n    language: system\n    files: ${files}\n`,
      );
      scratch.write('某局2026年工作要点.txt', old);
      scratch.write('notes.txt', '1. 无。\n');
      scratch.git('add', '--all');
      const env = {
        ...gitEnv,
        HOME: scratch.folder,
        PRE_COMMIT_HOME: join(scratch.folder, '.git/pre-commit'),
        PATH: `${join(scratch.folder, '.git/bin')}:${dirname(process.execPath)}:${process.env.PATH}`,
      };
      const refused = await scratch.run(preCommit, ['run', '--color', 'never'], { env });
      expect(refused.code).toBe(1);
      expect(refused.stdout).toContain('某局2026年工作要点.txt:4:1');
      expect(refused.stdout).not.toContain('notes.txt');
    } finally {
      scratch.remove();
    }
  }, 120_000);
});
