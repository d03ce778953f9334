import { existsSync, readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/core/lint.ts';
import { parse } from '../../server/src/core/parse.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { defaultSettings } from '../../server/src/core/settings.ts';
import { lineOf } from '../../server/src/core/text.ts';
import { realFolder } from './texts.ts';

/** The rules on numbers, counts, names, dates and forms. */
const judged = rules.filter(({ id }) =>
  /^(?:number-(?:gap|duplicate|order|style)|declared-|empty-|duplicate-|name-|vague-|party-|impossible-|deadline-|past-|rate-|sum-|slogan-|title-form|period-|signature-|year-span)/u.test(
    id,
  ),
);

/** What they say by default, hints apart: `line severity rule`. All of it was judged by a person. */
const expected: Readonly<Record<string, readonly string[]>> = {
  '000': ['15 warning name-spacing', '24 warning number-style', '29 warning duplicate-party'],
  '001': [],
  '002': ['52 warning period-quotes'],
  '003': ['16 warning signature-mismatch', '36 warning slogan-form'],
  '004': ['19 info year-span', '29 info sum-mismatch', '43 warning rate-over-100', '49 warning title-form'],
};

describe.runIf(existsSync(`${realFolder}seeds`))('slips in the documents that the project exists for', () => {
  it.each(Object.entries(expected))('%s', (number, lines) => {
    expect(saidOf(`seeds/${number}_*.txt`)).toEqual(lines);
  });

  it('are few in documents that were proofread', () => {
    const all = saidOf('corpus/*.txt');
    // Two of one document that stands in its file twice.
    expect(all.filter((line) => line.includes('warning'))).toHaveLength(4);
    expect(all.filter((line) => line.includes('info'))).toHaveLength(3);
  });
});

function saidOf(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: realFolder, absolute: true })
    .sort()
    .flatMap((path) => {
      const plan = parse(readFileSync(path, 'utf8'));
      return lint(plan, judged, defaultSettings)
        .filter(({ severity }) => severity !== 'hint')
        .map(({ rule, severity, span }) => `${lineOf(plan.lineStarts, span.start) + 1} ${severity} ${rule}`);
    });
}
