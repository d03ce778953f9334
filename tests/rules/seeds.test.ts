import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { lineOf } from '../../server/src/core/text/text.ts';
import { hasReal, realFolder } from './texts.ts';

const missing = rules.filter(({ id }) => id.startsWith('missing-'));

/** What the three rules say by default about the documents that the project exists for: `line rule`, hints counted. */
const expected: Readonly<Record<string, { readonly warnings: readonly string[]; readonly hints: number }>> = {
  '000': { warnings: ['title missing-deadline'], hints: 20 },
  '001': { warnings: ['73 missing-deadline', '73 missing-lead'], hints: 0 },
  '002': { warnings: ['title missing-deadline', 'title missing-lead'], hints: 84 },
  '003': { warnings: ['title missing-deadline', 'title missing-lead'], hints: 40 },
  '004': { warnings: ['title missing-deadline', 'title missing-lead'], hints: 16 },
};

describe.runIf(hasReal)('the documents that the project exists for', () => {
  it.each(Object.entries(expected))('%s', (number, { warnings, hints }) => {
    const [path] = globSync(`seeds/${number}_*.txt`, { cwd: realFolder, absolute: true });
    const plan = parse(readFileSync(path!, 'utf8'));
    const findings = lint(plan, missing, defaultSettings);
    const placeOf = (start: number) =>
      start === plan.title?.span.start ? 'title' : lineOf(plan.lineStarts, start) + 1;
    const warned = findings.filter(({ severity }) => severity === 'warning');
    expect(warned.map(({ rule, span }) => `${placeOf(span.start)} ${rule}`)).toEqual(warnings);
    expect(findings.filter(({ severity }) => severity === 'hint')).toHaveLength(hints);
    expect(findings).toHaveLength(warnings.length + hints);
    const tasks = findings.filter(({ span }) => span.start !== plan.title?.span.start);
    expect(tasks.every(({ fix }) => fix?.kind === 'stub')).toBe(true);
  });
});
