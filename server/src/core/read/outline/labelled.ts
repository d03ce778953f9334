import { offsetIn, type Passage } from '../../plan/block.ts';
import { unnumberedAt } from '../../text/known.ts';
import { type Item, isLabelLine } from './item.ts';
import { isSectional } from './numbering.ts';
import { isOwned } from './owned.ts';
import { isActedOn, isFact } from './worded.ts';

/** Whether all below an item are labels, some of them fields: `（一）建设内容：…` ⏎ `（二）责任单位：县教育局`. */
export function holdsLabels({ children }: Item): boolean {
  return children.some(isField) && children.every(isLabelled);
}

/**
 * Facts of an activity are no tasks, unless something is done about them (`2.会议地点：预订会议室，布置会场`), nor is who answers
 * for all, numbered among them or as a heading with nothing else below it: `三、主办单位：图书馆`. What several say is said of each.
 */
export function settleFacts(siblings: readonly Item[]): void {
  const named = siblings.filter((item) => isFact(item) && !isOwned(item));
  const facts = named.filter(isActedOn).length > 1 ? [] : named;
  const labelled = siblings.filter(
    (item) =>
      isField(item) && (facts.length > 0 || (item.mark.style === 'han' && item.body.every(isLabelLine))),
  );
  const labels = new Set(labelled.map(({ paragraph }) => paragraph.fields[0]?.label?.text));
  const answering = labels.size < labelled.length ? [] : labelled;
  for (const item of [...facts, ...answering]) {
    item.role = 'guidance';
    if (isSectional(item.mark.style)) item.kind = 'section';
  }
}

/** Whether an item is nothing but fields with labels. */
export function isField({ paragraph: { block, fields }, mark, children }: Item): boolean {
  const [first] = fields;
  const opens = first?.label?.span.start === offsetIn(block, mark.bodyFrom);
  return opens && children.length === 0 && (fields.at(-1)?.holder.end ?? 0) >= block.span.end - 1;
}

function isLabelled({ paragraph: { block }, mark }: Item): boolean {
  return labelAt(block, mark.bodyFrom, mark.bodyFrom);
}

const labelAt = unnumberedAt(({ text }: Passage, from: number) => LABEL.test(text.slice(from, from + 12)));

const LABEL = /^[々〇㐀-鿿𠀀-𲎯]{2,8} {0,2}:/u;
