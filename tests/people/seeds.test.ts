import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDirectory } from '../../server/src/core/features/writing/new-directory.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { nameKey } from '../../server/src/core/people/directory.ts';
import { directoriesFor, resolveIn, type Workspace } from '../../server/src/core/people/workspace.ts';
import type { Field, Plan } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { lineOf } from '../../server/src/core/text/text.ts';
import { hasReal, realFolder, someDocuments } from '../rules/texts.ts';
import { workspaceOf } from './read.ts';

const about = new Set([
  ...['unknown-unit', 'unknown-leader', 'unit-alias', 'leader-order', 'leader-scope'],
  ...['duplicate-entry', 'ambiguous-alias', 'circular-parent'],
]);
const ours = rules.filter(({ id }) => about.has(id));

describe.runIf(hasReal)('a directory for the documents that the project exists for', () => {
  let folder = '';
  let workspace: Workspace;
  const paths = new Map<string, string>();

  /** A directory as an office would keep it: one line for each name, and those that mean the same on one. */
  function directoryFor(plan: Plan, same: Readonly<Record<string, string>>): string {
    const kinds = new Map<string, string>();
    for (const { parties } of plan.fields) for (const { name, kind } of parties) kinds.set(name, kind);
    const lines = (wanted: string) =>
      [...kinds]
        .filter(([name, kind]) => kind === wanted && !Object.values(same).includes(name))
        .map(([name], i) => `${i + 1}. ${name}${same[name] ? `（简称：${same[name]}）` : ''}`);
    const sections = [
      ['局领导', lines('person')],
      ['科室和单位', lines('unit')],
      ['统称', lines('group')],
    ] as const;
    const filled = sections.filter(([, own]) => own.length > 0);
    return [
      '责任单位名录',
      ...filled.flatMap(([heading, own], i) => [`${'一二三'[i]}、${heading}`, ...own]),
    ].join('\n');
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'planlint-directory-'));
    const texts: Record<string, string> = {};
    for (const number of ['000', '001']) {
      const [source] = globSync(`seeds/${number}_*.txt`, { cwd: realFolder, absolute: true });
      const text = readFileSync(source!, 'utf8');
      const same = number === '000' ? { 教育教学研究中心: '教研室' } : {};
      paths.set(number, join(folder, `${number}.plan`));
      writeFileSync(join(folder, `${number}.plan`), text);
      writeFileSync(join(folder, `${number}.units.plan`), directoryFor(parse(text), same));
      texts[`${number}//${number}.plan`] = text;
      texts[`${number}//${number}.units.plan`] = readFileSync(join(folder, `${number}.units.plan`), 'utf8');
    }
    workspace = workspaceOf(texts);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const holders = (plan: Plan) => {
    const owned = plan.fields.filter(({ role, parties }) => role !== 'deadline' && parties.length > 0);
    return new Map<number, readonly Field[]>(
      owned.map(({ holder }) => [holder.start, owned.filter((field) => field.holder.start === holder.start)]),
    );
  };

  it('leads from each of the owner fields to the right line', () => {
    const counts: number[] = [];
    for (const number of ['000', '001']) {
      const path = `${number}//${number}.plan`;
      const { plan } = workspace.documents.get(path)!;
      const { text, lineStarts } = workspace.documents.get(`${number}//${number}.units.plan`)!.plan;
      const lines = text.split('\n');
      const found = holders(plan);
      counts.push(found.size);
      for (const { name } of [...found.values()].flat().flatMap(({ parties }) => parties)) {
        const resolved = resolveIn(workspace, path, name);
        expect(resolved?.directory.path, name).toBe(`${number}//${number}.units.plan`);
        // The line is the one that says the name, between its number and a bracket or as the short name.
        const line = lines[lineOf(lineStarts, resolved!.span.start)]!;
        const names = line.replace(/^\d+\. /u, '').split(/（简称：|）$/u);
        expect(names.map(nameKey), name).toContain(nameKey(name));
      }
    }
    // Of the 41 tasks one names nobody.
    expect(counts).toEqual([20, 20]);
  });

  it('knows everybody, so that nobody is unknown', () => {
    for (const number of ['000', '001']) {
      const path = `${number}//${number}.plan`;
      const { plan } = workspace.documents.get(path)!;
      const findings = lint(plan, ours, defaultSettings, directoriesFor(workspace, path));
      expect(
        findings.filter(({ rule }) => rule.startsWith('unknown')).map(({ message }) => message.zh),
      ).toEqual([]);
    }
  });
});

describe('without any directory', () => {
  it.each(someDocuments().filter(([name]) => !name.includes('units')))(
    'nothing about one is said of %s',
    (name, text) => {
      const plan = parse(text, { path: name });
      expect(lint(plan, ours, defaultSettings)).toEqual([]);
    },
  );
});

describe('a new directory', () => {
  it.each(someDocuments())('of %s reads back as what it lists, and finds nobody unknown', (name, text) => {
    const plan = parse(text, { path: name });
    const written = newDirectory([plan]);
    const path = 'new.units.plan';
    const workspace = workspaceOf({ [path]: written, 'x.plan': text });
    const own = workspace.documents.get(path)!;
    const listed = [...written.matchAll(/^\d+\. (.+?)$/gmu)].map((match) => match[1]!);
    expect(
      own.directory?.entries.map((entry) => written.slice(entry.nameSpan.start).split(/（任务|\n/u)[0]),
    ).toEqual(listed);
    expect(lint(own.plan, ours, defaultSettings, directoriesFor(workspace, path))).toEqual([]);
    const findings = lint(plan, ours, defaultSettings, directoriesFor(workspace, 'x.plan'));
    expect(findings.filter(({ severity }) => severity !== 'hint').map(({ message }) => message.zh)).toEqual(
      [],
    );
  });
});
