import { lint } from '../../../server/src/core/lint/lint.ts';
import { type Caution, defaultSettings } from '../../../server/src/core/lint/settings.ts';
import { suspectsIn } from '../../../server/src/core/lint/wording/suspects.ts';
import { packedWording } from '../../../server/src/core/lint/wording/table.data.ts';
import { unpacked } from '../../../server/src/core/lint/wording/table.ts';
import { parse } from '../../../server/src/core/read/read.ts';
import { wrongCharacter } from '../../../server/src/core/rules/wording/wrong-character.ts';
import { judgedSlips } from './judged.ts';
import { drawn, type Slip, slipsWith } from './slips.ts';
import { hanOf, hashOf, hasTexts, type Source, textsIn } from './texts.ts';

/**
 * Prints how far `wrong-character` can be trusted, on documents that the table was not made from: what it says of them
 * as they are, and which slips it finds that are put in at random. `npm run trust:words -- --places` lists the former.
 */
const shared = process.argv[2] ?? '../shared';
if (!hasTexts(shared)) {
  console.error(`${shared} holds no texts to measure on: they stand beside the project.`);
  process.exit(2);
}
const { learnt, held, heldLines } = textsIn(shared);
const cautions: readonly Caution[] = ['high', 'normal', 'low'];

/** How many findings there are, how many of them are no slips, and in how many Han characters one of those stands. */
function saidOf(sources: readonly Source[], caution: Caution): string {
  const places = placesIn(sources, caution);
  const size = sources.reduce((sum, { lines }) => sum + hanOf(lines.join('')).length, 0);
  const wrong = places.filter(({ slip }) => !slip).length;
  const rate = wrong === 0 ? `none in ${size}` : `one in ${Math.round(size / wrong)}`;
  return `${places.length} found, ${wrong} wrong: ${rate}`;
}

/** The findings in unchanged texts, each with some characters around it. */
function placesIn(sources: readonly Source[], caution: Caution): readonly { shown: string; slip: boolean }[] {
  return sources.flatMap(({ name, lines }) => {
    const text = lines.join('\n');
    return findings(text, caution).map(({ span, fix }) => {
      const change = `${text.slice(span.start, span.end)}→${fix?.edits[0]?.newText}`;
      const slip = judgedSlips.has(hashOf(change).toString(36));
      const around = `${text.slice(Math.max(0, span.start - 8), span.start)}【${change}】${text.slice(span.end, span.end + 8)}`;
      return { shown: `${slip ? 'slip' : 'right'} ${name}: ${around.replace(/\s+/gu, ' ')}`, slip };
    });
  });
}

function findings(text: string, caution: Caution) {
  const settings = { ...defaultSettings, words: { ...defaultSettings.words, caution } };
  return lint(parse(text), [wrongCharacter], settings);
}

/** Shares of the slips put into paragraphs of the documents kept apart, by kind and place. */
function foundWith(caution: Caution): Readonly<Record<string, string>> {
  const frequent = frequentTerms();
  const characters = usualCharacters();
  const random = drawn(1);
  const slip = slipsWith(characters, random);
  const paragraphs = held.flatMap(({ lines }) => lines.filter((line) => hanOf(line).length >= 20));
  const shares: Record<string, string> = {};
  const kinds: readonly Slip[] = ['sound', 'near', 'shape', 'swapped', 'doubled', 'lost'];
  for (const where of ['in terms', 'anywhere'] as const) {
    for (const kind of kinds) {
      let [put, seen] = [0, 0];
      for (let draws = 0; draws < DRAWS * 40 && put < DRAWS; draws += 1) {
        const paragraph = paragraphs[Math.floor(random() * paragraphs.length)] ?? '';
        const at = Math.floor(random() * paragraph.length);
        const start = where === 'anywhere' ? at : at - Math.floor(random() * 4);
        const whole = paragraph.slice(start, start + 4);
        if (where === 'anywhere' ? !HAN.test(paragraph[at] ?? '') : !frequent.has(whole)) continue;
        const slipped = slip(kind, paragraph, at);
        if (!slipped) continue;
        put += 1;
        if (isFound(slipped.text, slipped.from, slipped.to, paragraph, caution)) seen += 1;
      }
      shares[`${kind} ${where}`] = ((100 * seen) / put).toFixed(0);
    }
  }
  return shares;
}

const DRAWS = 600;
const HAN = /^\p{Script=Han}$/u;

/** A slip counts where it is reported and the fix gives the text as it was. */
function isFound(text: string, from: number, to: number, right: string, caution: Caution): boolean {
  return findings(text, caution).some(({ span, fix }) => {
    const newText = fix?.edits[0]?.newText ?? '';
    const mended = text.slice(0, span.start) + newText + text.slice(span.end);
    return span.start <= to && from <= span.end && mended === right;
  });
}

/** Runs of four characters that are frequent in what the table was made from. */
function frequentTerms(): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { lines } of learnt) {
    for (const [run] of lines.join('\n').matchAll(/\p{Script=Han}{4,}/gu)) {
      for (let i = 0; i + 4 <= run.length; i += 1)
        counts.set(run.slice(i, i + 4), (counts.get(run.slice(i, i + 4)) ?? 0) + 1);
    }
  }
  return new Set([...counts].flatMap(([run, count]) => (count >= 60 ? [run] : [])));
}

/** Characters that are typed at all. */
function usualCharacters(): readonly string[] {
  const counts = new Map<string, number>();
  for (const { lines } of learnt)
    for (const character of hanOf(lines.join(''))) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts].flatMap(([character, count]) => (count >= 20 ? [character] : []));
}

function timed(sources: readonly Source[]): { milliseconds: number; characters: number } {
  const table = unpacked(packedWording);
  const lines = sources.flatMap((source) => source.lines);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8; round += 1) {
    const start = performance.now();
    for (const line of lines) suspectsIn(line, table, 11);
    best = Math.min(best, performance.now() - start);
  }
  return { milliseconds: best, characters: lines.join('').length };
}

console.log('Said of real text as it is');
console.table(
  cautions.map((caution) => ({
    caution,
    documents: saidOf(held, caution),
    lines: saidOf(heldLines, caution),
  })),
);
if (process.argv.includes('--places'))
  for (const place of placesIn([...held, ...heldLines], 'high')) console.log(place.shown);

console.log('Slips found, of 100 put in');
console.table(Object.fromEntries(cautions.map((caution) => [caution, foundWith(caution)])));

const { milliseconds, characters } = timed(held);
console.log(`${Math.round((milliseconds * 1e6) / characters)} ns a character`);
