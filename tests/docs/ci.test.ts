import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bundle } from '../cli/host.ts';
import { Scratch } from '../cli/team/scratch.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');
const action = parse(read('.github/actions/planlint/action.yml'));
const hooks: readonly { readonly id: string }[] = parse(read('.pre-commit-hooks.yaml'));

/** A block of a page that is a file in YAML for a CI system: fenced, or indented and led in by the file's name. */
const FENCED = /^```ya?ml\n(?<block>(?:(?!```).*\n)+)```$/gmu;
const INDENTED = /(?<=\n\n) {4}(?:# \.\S+\.ya?ml|planlint:\n {6}image).*\n(?:(?: {4}.*)?\n)+/gu;

const snippets = globSync(['*.md', 'client/**/*.md', 'server/**/*.md'], { cwd: root }).flatMap((path) => {
  const text = read(path);
  const fenced = [...text.matchAll(FENCED)].map(({ groups }) => groups!.block!);
  const indented = [...text.matchAll(INDENTED)].map(([block]) => block.replace(/^ {4}/gmu, ''));
  const language = path.endsWith('zh-CN.md') ? 'zh' : 'en';
  const ours = [...fenced, ...indented].filter((block) => block.includes('planlint'));
  return ours.map((block) => ({ path, language, content: parse(block) }));
});
/** What has that key at the top or, as a job of GitLab, one level below; a page has it in each language. */
const having = (key: string) => {
  const found = snippets.flatMap(({ content, ...snippet }) => {
    const parts = [content, ...Object.values(content)];
    return parts
      .filter((part) => part !== null && typeof part === 'object' && !Array.isArray(part) && key in part)
      .map((part) => ({ ...snippet, part }));
  });
  expect(new Set(found.map(({ language }) => language)).size).toBe(2);
  return found;
};

describe('what the manual gives to CI systems', () => {
  it('names inputs and outputs that the action has', () => {
    for (const { part } of having('jobs')) {
      const steps: readonly Step[] = Object.values<{ steps: Step[] }>(part.jobs).flatMap((job) => job.steps);
      const ours = steps.filter(({ uses }) => /\/planlint@/u.test(uses ?? ''));
      const given = ours.flatMap((step) => Object.keys(step.with ?? {}));
      for (const name of given) expect(Object.keys(action.inputs)).toContain(name);
      const asked = JSON.stringify(steps).matchAll(/steps\.planlint\.outputs\.(\w+)/gu);
      for (const [, name] of asked) expect(Object.keys(action.outputs)).toContain(name);
    }
  });

  it('names hooks that there are, and ends their options', () => {
    for (const { part } of having('repos')) {
      for (const { id, args } of part.repos.flatMap((repo: { hooks: Hook[] }) => repo.hooks) as Hook[]) {
        expect(hooks.map((hook) => hook.id)).toContain(id);
        if (args) expect(args.at(-1)).toBe('--');
      }
    }
  });

  it.skipIf(process.platform === 'win32')('leaves the reports that GitLab is told of', async () => {
    for (const { part } of having('script').filter(({ part }) => part.artifacts?.reports)) {
      const scratch = new Scratch();
      try {
        const calls = (part.script as string[]).filter((line) =>
          /^(?:npx )?(?:--yes )?planlint /u.test(line),
        );
        expect(calls.length).toBeGreaterThan(0);
        scratch.write(
          'plans/a.plan',
          '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室）\n2.乙项。二。\n',
        );
        for (const line of calls) {
          const call = line.replace(/^(?:npx )?(?:--yes )?planlint/u, `'${process.execPath}' '${bundle}'`);
          const { code, stderr } = await scratch.run('bash', ['-c', call]);
          expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
        }
        for (const report of Object.values<string>(part.artifacts.reports))
          expect(existsSync(join(scratch.folder, report))).toBe(true);
      } finally {
        scratch.remove();
      }
    }
  });
});

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Hook {
  readonly id: string;
  readonly args?: readonly string[];
}
