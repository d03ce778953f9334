import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contributes } from '../../../package.json';
import { bundle } from '../host.ts';
import { runAction } from './runner.ts';
import { Scratch } from './scratch.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const action = join(root, '.github/actions/planlint');

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
    expect((await runAction(scratch, action, { baseline: 'planlint.baseline.json' })).code).toBe(0);
  });

  it('a branch adds a task for nobody, and CI fails where it stands', async () => {
    scratch.git('switch', '--quiet', '--create', 'training');
    scratch.write('plans/2026年工作要点.txt', old + fresh);
    scratch.commit('Train the heads');
    const { code, annotations, summary, outputs } = await runAction(scratch, action, {
      baseline: 'planlint.baseline.json',
      since: 'main',
      sarif: 'planlint.sarif',
      args: '--locale=zh\n--max-warnings=1',
      paths: 'plans\n*.plan',
    });
    expect(code).toBe(1);
    expect(annotations).toHaveLength(2);
    for (const line of annotations)
      expect(line).toMatch(/^::warning file=plans\/2026年工作要点\.txt,line=6,/u);
    expect(summary).toMatch(/^\| 警告 \| 6 \| .*未注明责任科室.*\| missing&#45;lead \|$/mu);
    const sarif = JSON.parse(readFileSync(join(scratch.folder, outputs.sarif!), 'utf8'));
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
    const given = { baseline: 'planlint.baseline.json', since: 'main' };
    expect(await runAction(scratch, action, given)).toMatchObject({ code: 0, annotations: [] });
  });

  it('old debt is paid and leaves the baseline', async () => {
    const paid = old.replace('附近居民开放。', '附近居民开放。（责任科室：体卫艺科；完成时间：2026年5月）');
    scratch.write('plans/2026年工作要点.txt', paid + mended);
    const { stdout } = await scratch.planlint(['baseline', '--prune', '--locale', 'en']);
    expect(stdout).toBe('planlint.baseline.json: 0 known findings (0 added, 2 removed).\n');
    expect((await scratch.planlint([])).code).toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('the action', () => {
  let scratch: Scratch;
  beforeAll(() => {
    scratch = new Scratch();
    scratch.write('市/区/-h.plan', old);
    scratch.commit('A plan with an odd name');
  });
  afterAll(() => scratch.remove());

  it('remembers from job to job what it checked', async () => {
    const stats = { args: '--stats', paths: '市' };
    const first = await runAction(scratch, action, stats);
    const second = await runAction(scratch, action, stats);
    expect(second.annotations).toEqual(first.annotations);
    expect(second.annotations).toHaveLength(2);
    const kept = join(scratch.folder, '.git/runner/caches');
    expect(readdirSync(kept)).toHaveLength(1);
    expect(readdirSync(join(kept, readdirSync(kept)[0]!))).not.toEqual([]);
    await runAction(scratch, action, { ...stats, cache: 'false' });
    expect(readdirSync(join(scratch.folder, '.git/runner/job/temp'))).toEqual([]);
  });

  it('works in a folder, takes no file for an option, and names the report from the root', async () => {
    const given = { 'working-directory': '市/区', paths: '-h.plan', sarif: 'planlint.sarif' };
    const { code, outputs, annotations } = await runAction(scratch, action, given);
    expect({ code, outputs }).toEqual({ code: 1, outputs: { sarif: '市/区/planlint.sarif' } });
    expect(annotations[0]).toContain('file=市/区/-h.plan,line=4');
    scratch.git('clean', '--quiet', '--force');
  });

  it('shows plain text where no annotations are known', async () => {
    const { code, stdout, annotations } = await runAction(scratch, action, {}, { GITEA_ACTIONS: 'true' });
    expect({ code, annotations }).toEqual({ code: 1, annotations: [] });
    expect(stdout).toContain('市/区/-h.plan:4:1');
  });

  it('says what to do where there is no program, and builds none', async () => {
    scratch.write('.git/sources/action.yml', readFileSync(join(action, 'action.yml')));
    const { code, stdout } = await runAction(scratch, join(scratch.folder, '.git/sources'), {});
    expect(code).toBe(2);
    expect(stdout).toMatch(/^::error title=Planlint::.*Name a release/mu);
  });
});

describe('the hooks for pre-commit', () => {
  const hooks: readonly Hook[] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
  const patterns = hooks.map(({ files }) => new RegExp(files.replace(/^\(\?i\)/u, ''), 'iu'));

  it('end their options before the files', () => {
    for (const { args } of hooks) expect(args.at(-1)).toBe('--');
  });

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

interface Hook {
  readonly files: string;
  readonly args: readonly string[];
}
