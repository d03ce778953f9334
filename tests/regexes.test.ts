import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { analyse } from 'scslre';
import { globSync } from 'tinyglobby';
import { expect, it, vi } from 'vitest';
import { nodes } from './syntax.ts';

/** Patterns that may look at more than they read, each with why there is little to look at. */
const bounded: readonly (readonly [file: string, part: string, why: string])[] = [
  ['server/src/core/read/frame/shapes.ts', '首页.{0,20}', 'lines of 200 characters at most are asked'],
  ['server/src/core/refactor/measures.ts', '(?:\\r\\n|\\r|\\n)\\s*$', 'the 40 characters before a measure'],
  ['server/src/core/rules/residue/page-number.ts', '第 {0,2}\\d{1,4} {0,2}页', 'short lines alone'],
];

/** How a pattern may take more time than its text grows: from one repetition to the next, or from each place anew. */
function growthOf(source: string, flags: string): string {
  const { reports } = analyse({ source, flags: flags.replace('v', 'u') });
  return reports
    .map((report) => {
      const raws =
        report.type === 'Trade' ? [report.startQuant.raw, report.endQuant.raw] : [report.quant.raw];
      return `${report.type} ${raws.join(' and ')}`;
    })
    .join('; ');
}

const sources = globSync(['server/src/**/*.ts', 'client/src/**/*.ts']).sort();

it('every pattern takes time as its text grows', () => {
  const used = new Set<string>();
  const found = sources.flatMap((file) => {
    const { program } = parseSync(file, readFileSync(file, 'utf8'));
    return [...nodes(program)].flatMap((node) => {
      const { regex } = node as { regex?: { pattern: string; flags: string } | null };
      if (node.type !== 'Literal' || !regex) return [];
      const growth = growthOf(regex.pattern, regex.flags);
      const known = bounded.find(([where, part]) => where === file && regex.pattern.includes(part));
      if (growth && known) used.add(known[1]);
      return growth && !known ? [`${file}: ${growth} in /${regex.pattern}/`] : [];
    });
  });
  expect(found).toEqual([]);
  expect(bounded.map(([, part]) => part)).toEqual([...used].sort((a, b) => order(a) - order(b)));
});

function order(part: string): number {
  return bounded.findIndex(([, known]) => known === part);
}

it('so does every pattern that is put together', async () => {
  const Native = globalThis.RegExp;
  const made: [source: string, flags: string][] = [];
  globalThis.RegExp = new Proxy(Native, {
    construct(target, [source, flags = '']: [string | RegExp, string?]) {
      if (typeof source === 'string') made.push([source, flags]);
      return new target(source, flags);
    },
  });
  // Other tests of this worker have loaded them.
  vi.resetModules();
  try {
    await Promise.all([import('../server/src/cli/main.ts'), import('../server/src/office/office.ts')]);
  } finally {
    globalThis.RegExp = Native;
  }
  expect(made.length).toBeGreaterThan(30);
  // The verb at the end of a clause is looked for in its last 48 characters.
  const others = made.filter(([source]) => !source.includes('职权|职能)范围内'));
  const unbounded = others.flatMap(([source, flags]) => {
    const growth = growthOf(source, flags);
    return growth ? [`${growth} in /${source}/`] : [];
  });
  expect(unbounded).toEqual([]);
});

/** Keys of patterns in the grammar and in what an editor is told of the language. */
const KEYS = /^(?:match|begin|end|while|pattern|(?:before|after|previousLine)\w*|\w*Pattern)$/u;

it.each(['syntaxes/workplan.tmLanguage.json', 'language-configuration.json'])('so do those of %s', (file) => {
  const found: string[] = [];
  JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) => {
    if (typeof value !== 'string' || !KEYS.test(key)) return value;
    // What the grammar's engine writes otherwise.
    const source = value.replaceAll('(?i:', '(?:').replaceAll('\\p{Han}', '\\p{Script=Han}');
    const growth = growthOf(source, 'u');
    if (growth) found.push(`${growth} in ${value}`);
    return value;
  });
  expect(found).toEqual([]);
});
