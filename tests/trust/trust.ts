import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { globSync } from 'tinyglobby';
import type { Finding } from '../../server/src/core/lint/finding.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { lineOf } from '../../server/src/core/text/text.ts';
import { type Judged, judgedIn, keyOf, type Place, type Precision, precisions } from './judged.ts';

/**
 * `npm run trust`: what the default rules find in the real documents, set against what somebody who read them judged.
 * It ends with 1 where less than the bar is right. `npm run trust -- --new` prints what nobody has judged, with the
 * words around it and as a row to complete for judged.tsv; `--lost` what was right and is no longer found.
 */
const SHARED = '../shared';
const LIST = 'tests/trust/judged.tsv';
/** Of what is found by default so many in 100 are right; of warnings that stand for a whole document, so many. */
const BAR = 95;
const DOCUMENT_BAR = 90;
/** At most so many in 100 findings may be new. */
const NEW = 5;

interface Found extends Place {
  readonly plan: Plan;
  readonly finding: Finding;
  /** Whether it speaks of the whole document, on its title. */
  readonly whole: boolean;
}

process.exitCode = existsSync(SHARED) ? run(process.argv.slice(2)) : notHere();

function run(options: readonly string[]): number {
  const found = globSync('{seeds,corpus}/*.txt', { cwd: SHARED, absolute: true }).sort().flatMap(foundIn);
  const judged = new Map(judgedIn(readFileSync(LIST, 'utf8')).map((one) => [keyOf(one), one]));
  const fresh = found.filter((one) => !judged.has(keyOf(one)));
  const known = found.filter((one) => judged.has(keyOf(one)));
  const verdictsOf = (some: readonly Found[]) =>
    some.flatMap((one): Judged[] => {
      const verdict = judged.get(keyOf(one));
      return verdict ? [verdict] : [];
    });
  const isMissing = ({ rule }: Place) => rule.startsWith('missing-');
  const others = verdictsOf(known.filter((one) => !isMissing(one)));
  const single = verdictsOf(known.filter((one) => isMissing(one) && !one.whole));
  const whole = verdictsOf(known.filter((one) => isMissing(one) && one.whole));
  console.table(precisions(others, { byCause: false }).map(rowOf));
  const measures = [
    { ...allOf('findings of other rules', others, false), bar: BAR },
    { ...allOf('one cause in one document once', others, true), bar: BAR },
    { ...allOf('missing-*, single tasks', single, false), bar: BAR },
    { ...allOf('missing-*, whole documents', whole, false), bar: DOCUMENT_BAR },
  ];
  console.table(measures.map((one) => ({ ...rowOf(one), bar: one.bar })));
  if (options.includes('--new')) for (const one of fresh) console.log(shown(one));
  const here = new Set(found.map(keyOf));
  const lost = [...judged.values()].filter((one) => one.verdict === 'right' && !here.has(keyOf(one)));
  if (options.includes('--lost')) for (const one of lost) console.log(keyOf(one));
  console.log(
    `${found.length} findings, ${fresh.length} not yet judged; ${lost.length} right ones no longer found.`,
  );
  const under = measures.filter(({ right, judged: all, bar }) => right * 100 < bar * all);
  for (const { name, bar } of under) console.log(`Under the bar of ${bar} %: ${name}.`);
  if (fresh.length * 100 > NEW * found.length) console.log('Too many are not yet judged.');
  return under.length > 0 || fresh.length * 100 > NEW * found.length ? 1 : 0;
}

function notHere(): number {
  console.log(`There are no documents in ${SHARED}.`);
  return 0;
}

/** What the default rules find in a document; hints are seen by nobody who does not ask for them. */
function foundIn(path: string): Found[] {
  const plan = parse(readFileSync(path, 'utf8'), { path });
  const [document = ''] = basename(path).split(/[-_]/u);
  return lint(plan, rules, defaultSettings)
    .filter(({ severity }) => severity !== 'hint')
    .map((finding) => {
      const { rule, span, message } = finding;
      const words = plan.text.slice(span.start, span.end);
      const mark = createHash('sha256').update(words).digest('hex').slice(0, 6);
      const whole = /^全文/u.test(message.zh);
      return { document, line: lineOf(plan.lineStarts, span.start) + 1, rule, mark, plan, finding, whole };
    });
}

function allOf(name: string, judged: readonly Judged[], byCause: boolean): Precision {
  const all = precisions(judged, { byCause }).at(-1);
  return { name, right: all?.right ?? 0, judged: all?.judged ?? 0 };
}

function rowOf({ name, right, judged }: Precision): Readonly<Record<string, string | number>> {
  return { name, right, judged, '%': judged === 0 ? '' : Math.round((right * 1000) / judged) / 10 };
}

/** A finding with its message and some words around it, then its row without a verdict. */
function shown(one: Found): string {
  const { text } = one.plan;
  const { span, message } = one.finding;
  const words = [
    text.slice(Math.max(0, span.start - 60), span.start),
    text.slice(span.start, span.end),
    text.slice(span.end, span.end + 60),
  ].map((part) => part.replaceAll(/\s*[\r\n]+\s*/gu, '⏎'));
  return `${keyOf(one)}\t?\t?\n    ${message.zh}\n    ${words[0]}⟦${words[1]}⟧${words[2]}`;
}
