import { type Block, spanIn } from '../../plan/block.ts';
import type { Field, SectionRole } from '../../plan/plan.ts';
import type { Due } from '../../text/dates/dues.ts';
import { flatMapped } from '../../text/flat.ts';
import type { Spoken } from '../fields/spoken.ts';
import type { Mark } from './numbering.ts';

/** A paragraph of the body with the fields found in it. */
export interface Paragraph {
  readonly block: Block;
  readonly mark: Mark | undefined;
  readonly fields: readonly Field[];
  /** Where in the block the prose names a day by which something is to be done. */
  readonly dues: readonly Due[];
  /** Of which tasks of its part its fields speak, where it is no part of an item. */
  readonly of?: Spoken['of'] | undefined;
  /** And of which numbers among these. */
  readonly numbers?: Spoken['numbers'];
  /** Whether it is a row of a table, which nothing numbered stands below. */
  readonly row?: boolean;
  /** Whether it stands in a table, as a row or as the heading of some. */
  readonly inTable?: boolean;
  /** `page`: noise inside the text; `tail`: what ends a task without being part of it (signature, attachments). */
  readonly noise: 'page' | 'tail' | undefined;
}

/** A numbered item with what stands below it, before it is known to be a section or a task. */
export interface Item {
  readonly paragraph: Paragraph;
  readonly mark: Mark;
  readonly parent: Item | undefined;
  readonly level: number;
  /** As `Task.part`. */
  readonly part: number;
  readonly children: Item[];
  /** Unnumbered paragraphs up to the next item. */
  readonly body: Paragraph[];
  /** Paragraphs among these that speak of the tasks above or below. */
  readonly said: Paragraph[];
  role: SectionRole;
  kind: 'section' | 'task' | 'measure';
  /** Its owned paragraphs are tasks of their own, without numbers. */
  spreads: boolean;
}

/** The heading of an item and the paragraphs below it, up to the next number. */
export function paragraphsOf(item: Item): readonly Paragraph[] {
  return [item.paragraph, ...item.body];
}

/** The paragraphs of an item and of all that stands below it, in order. */
export function allParagraphs(item: Item): readonly Paragraph[] {
  return [...paragraphsOf(item), ...flatMapped(item.children, allParagraphs)];
}

/** End of the last thing that belongs to an item, as an offset in the plan's text. */
export function endOf(item: Item): number {
  const last = item.children.at(-1);
  const body = item.body.at(-1);
  const own = body ? body.block.span.end : item.paragraph.block.span.end;
  return last ? Math.max(endOf(last), own) : own;
}

/** Span of an item's number; for an unnumbered one, empty at its head. */
export function numberSpan(item: Item): { readonly start: number; readonly end: number } {
  return spanIn(item.paragraph.block, item.mark.from, item.mark.to);
}

/** Whether a paragraph is a line of labels: `责任单位：教育局`. */
export function isLabelLine({ fields }: { readonly fields: readonly Pick<Field, 'placement'>[] }): boolean {
  return fields.length > 0 && fields.every(({ placement }) => placement === 'line');
}
