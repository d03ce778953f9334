import { type Block, joined, type Passage, saying } from '../../plan/block.ts';
import { BULLETS } from '../../text/bullets.ts';
import { readWhen } from '../../text/dates.ts';
import { unnumbered } from '../../text/known.ts';
import { type LabelRole, type Labels, labelsIn, nameOpens, roleOfLabel } from '../fields/labels.ts';
import { noiseOf, signers } from '../frame/frame.ts';
import { markOf } from '../outline/numbering.ts';

/** Puts a value back behind its label where they stand on two lines: `责任单位：` ⏎ `办公室、党建科`. */
export function joinLabels(blocks: readonly Block[], labels: Labels): readonly Block[] {
  const roles = blocks.map((block) => labelAlone(block, labels));
  if (roles.every((role) => role === undefined)) return blocks;
  const signing = signers(blocks);
  const found: Block[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const [block, next, role] = [blocks[i], blocks[i + 1], roles[i]];
    if (!block) break;
    if (next && role && !signing.has(next) && isValue(next, role, labels, block.text.trimEnd().at(-1))) {
      const stages = laysOut(block) ? stagesFrom(blocks, i + 2) : [];
      found.push(joined([block, next, ...stages]));
      i += 1 + stages.length;
    } else found.push(block);
  }
  return found;
}

/** The lines from one on that go on with what is done by when: `时间安排：` ⏎ `3月底前开工` ⏎ `10月底前完工`. */
function stagesFrom(blocks: readonly Block[], from: number): readonly Block[] {
  let to = from;
  for (let next = blocks[to]; next && isStage(next); next = blocks[to]) to += 1;
  return blocks.slice(from, to);
}

const laysOut = saying(/(?:安排|进度|计划|节点)[:*\s]*$/u);
/** `3月底前开工`, `2026年3月底前开工`; not 2026年3月10日印发, 2026年1月起执行. */
const isStage = saying(
  /^(?:20\d\d年(?=\d{1,2}月(?:\d{1,2}日|底)?前))?\d{1,2}月[^。:\t|]{0,40}[々〇㐀-鿿]{2}(?<!印发|发布|[执施]行|生效)[;,。]?$/u,
);

/** What a line means that holds nothing but a label; undefined for any other. */
const labelAlone = unnumbered((passage: Passage, labels: Labels): LabelRole | undefined => {
  const text = passage.text.slice(markOf(passage)?.bodyFrom ?? 0);
  if (text.length > 2 * labels.longest || !/[:】][*\s]*$/u.test(text)) return undefined;
  const role = roleOfLabel(labels, text.replace(AROUND_LABEL, ''));
  return role === 'other' ? undefined : role;
});

/** What may stand around a label that has its line to itself: `★责任单位：`, `【责任单位】`. */
const AROUND_LABEL = new RegExp(`[:【】\\s${BULLETS}]+`, 'gu');

/**
 * Whether a line may be a value that a line break cut off from its label: names, or a time for a deadline; other labels
 * may follow behind a mark, `教育科；完成时限：6月底前`. `mark`: what the label ends with.
 */
function isValue(block: Block, role: LabelRole, labels: Labels, mark: string | undefined): boolean {
  if (markOf(block) || noiseOf(block)) return false;
  const [other] = labelsIn(block.text, 0, block.text.length, labels);
  if (other && !/.[;,] {0,2}$/u.test(block.text.slice(0, other.from))) return false;
  const text = other ? block.text.slice(0, other.from).replace(/[;, ]{1,4}$/u, '') : block.text;
  if (text.length > 120 || /[。!?\t|:]/u.test(text)) return false;
  // What stands beside more than its label is surer to be a value where it begins with a name.
  if (role !== 'deadline' && (other || mark === '】') && !nameOpens(text)) return false;
  return role !== 'deadline' || (text.length <= 40 && readWhen(text, { year: undefined }) !== undefined);
}
