import { type Block, saying } from '../../plan/block.ts';
import { matchesIn } from '../../text/matches.ts';
import type { Mark } from '../outline/numbering.ts';

/**
 * The marks of the plan itself: where a letter that issues it (`现将《…要点》印发给你们，并就有关事项通知如下`) numbers
 * its demands, these are not of the plan whose title stands behind the letter.
 */
export function bodyMarks(
  blocks: readonly Block[],
  marks: readonly (Mark | undefined)[],
): readonly (Mark | undefined)[] {
  const first = Math.max(
    0,
    marks.findIndex((mark) => mark !== undefined),
  );
  const letter = blocks.slice(0, first).findIndex(issues);
  const cited = [...matchesIn(blocks[letter]?.text ?? '', CITED)].map(([, title = '']) => title);
  const title = blocks.findIndex(
    (block, i) => i > letter && cited.some((one) => isSameTitle(block.text, one)),
  );
  // A plan that stood before it has more than 一、二、; what is named behind it may be attached to it.
  const before = marks.slice(first, Math.max(first, title));
  const annexed = blocks
    .slice(Math.max(0, title - 3), Math.max(0, title))
    .some(({ text }) => ANNEX.test(text));
  if (title < first || annexed || before.some((mark) => mark && mark.style !== 'han')) return marks;
  if (!marks.slice(title).some((mark) => mark !== undefined)) return marks;
  return marks.map((mark, i) => (i < title ? undefined : mark));
}

const ANNEX = /^附\s{0,4}件|附件/u;

/** Whether a line says the title that a letter cites; it may leave out the region, and add `（共计12项）`. */
function isSameTitle(line: string, cited: string): boolean {
  const title = line.replace(/[\s《》]+/gu, '');
  const whole = cited.replace(/\s+/gu, '');
  return [title, title.replace(/\([^()]{1,20}\)$/u, '')].some(
    (words) => words.length >= 6 && whole.endsWith(words),
  );
}

/** `现将《…要点》印发给你们`; `《…要点》已经市政府同意，现印发给你们` */
const issues = saying(/现[将把]?.{0,80}印发/u);
const CITED = /《((?:[^《》]|《[^《》]{1,30}》){4,60})》/gu;

/** Whether a title is that of a reply (复函, 答复): what it numbers tells what was done, and nothing is left to do. */
export function isReply(title: string): boolean {
  return /(?:复函|答复|的回复|答复意见)(?:\([^()]{1,20}\))?$/u.test(title.replace(/\s+/gu, ''));
}

/** Whether a text is the letter alone that issues a plan: its title is that of a notice, and it says 印发给你们. */
export function isLetter(title: string, head: readonly Block[]): boolean {
  return /印发.*通知$/u.test(title) && head.slice(-4).some(({ text }) => ISSUED.test(text));
}

/** `现印发给你们`, `现印发你们，请认真贯彻执行` */
const ISSUED = /印发(?:给|至|你们|各)|印发.{0,20}请.{0,12}(?:执行|落实|贯彻|组织实施)/u;
