import type { Party } from '../plan/plan.ts';
import type { Span } from '../text/text.ts';

/** Words in the two languages of the project. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

/** `words` as they stand inside of “”: their own quotes are the inner ones. */
export function inQuotes(words: string): string {
  return words.replaceAll('“', '‘').replaceAll('”', '’');
}

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** `unnecessary`: text that can go, shown faded. */
export type Tag = 'unnecessary';

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Message;
  readonly fix: Fix | undefined;
  /** The word that a person may add to the dictionary (`settings.words`) to have it accepted. */
  readonly word?: string;
  readonly related?: readonly Related[];
  readonly elsewhere?: readonly Elsewhere[];
  /** Whom a person may add to a directory to have the name accepted. */
  readonly unlisted?: Unlisted;
  readonly tags?: readonly Tag[];
}

/** Another place of the same document that explains a finding, such as the one that it contradicts. */
export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** A place in another document that explains a finding, such as a directory entry. */
export interface Elsewhere extends Related {
  /** As `Directory.path`. */
  readonly path: string;
}

/** A name that no directory lists. */
export type Unlisted = Pick<Party, 'name' | 'kind'>;

/** `safe` changes no wording, `unsafe` does, `stub` leaves a place for a person to fill. */
export type FixKind = 'safe' | 'unsafe' | 'stub';

/** A change that mends one finding; its edits do not overlap. */
export interface Fix {
  readonly title: Message;
  readonly kind: FixKind;
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly span: Span;
  readonly newText: string;
  /** Offsets in `newText` where a person types, in order; given for stubs. */
  readonly stops?: readonly number[];
}
