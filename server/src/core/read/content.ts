import type { Passage } from '../plan/block.ts';
import { type Due, duesIn } from '../text/dates/dues.ts';
import { unnumbered } from '../text/known.ts';
import { fieldsIn } from './fields/fields.ts';
import type { Labels } from './fields/labels.ts';
import { type Spoken, spokenIn } from './fields/spoken.ts';
import type { Stated } from './fields/stated.ts';
import { noiseOf } from './frame/frame.ts';

/** What a paragraph says by itself: a value of its words and of the known labels alone, offsets from its start. */
export interface Content {
  readonly noise: 'page' | 'tail' | undefined;
  readonly fields: readonly Stated[];
  /** The fields where the document says that a bracket of names is an owner. */
  readonly bareFields: readonly Stated[];
  /** Where the prose names a day by which something is to be done. */
  readonly dues: readonly Due[];
  /** What it says of other paragraphs, and of none of its own. */
  readonly spoken: Spoken | undefined;
}

/** Reads the words of one paragraph. */
export const contentOf = unnumbered((passage: Passage, labels: Labels): Content => {
  const { text } = passage;
  return {
    noise: noiseOf(passage),
    ...fieldsIn(passage, labels),
    dues: duesIn(text),
    spoken: spokenIn(passage, labels),
  };
});
