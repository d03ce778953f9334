import type { PositionEncodingKind, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Plan } from '../core/plan/plan.ts';
import { Memory } from '../core/read/memory.ts';
import { type ParseOptions, parse } from '../core/read/read.ts';
import { reread } from '../core/read/reread.ts';
import { type Change, withChange } from '../core/text/change.ts';
import { lineStartsOf } from '../core/text/text.ts';
import { spanOf } from './convert.ts';

/**
 * A document that a client has open, with its plan: one object, changed in place by incremental sync. The plan is
 * read when it is first asked for after a change, so a burst of changes costs one reading.
 */
export class OpenPlan {
  readonly uri: string;
  readonly languageId: string;
  #version: number;
  #text: string;
  #lineStarts: readonly number[] | undefined;
  #plan: Plan | undefined;
  /** The plan of the text before `#changes`, where these are few. */
  #before: Plan | undefined;
  #changes: { readonly change: Change; readonly text: string }[] = [];
  /** Plans of texts before, the last first: what is typed and taken back is not read again. */
  #earlier: readonly Plan[] = [];
  readonly #memory = new Memory(OF_ONE, { watches: true });
  #options: ParseOptions;

  constructor(uri: string, languageId: string, version: number, text: string, options: ParseOptions) {
    this.uri = uri;
    this.languageId = languageId;
    this.#version = version;
    this.#text = text;
    this.#options = options;
  }

  get version(): number {
    return this.#version;
  }

  get text(): string {
    return this.#text;
  }

  get lineStarts(): readonly number[] {
    this.#lineStarts ??= this.#plan?.lineStarts ?? lineStartsOf(this.#text);
    return this.#lineStarts;
  }

  get plan(): Plan {
    this.#plan ??= this.#known() ?? this.#moved() ?? parse(this.#text, this.#options, this.#memory);
    this.#before = undefined;
    this.#changes = [];
    return this.#plan;
  }

  #known(): Plan | undefined {
    const text = this.#text;
    return this.#earlier.find((plan) => plan.text.length === text.length && plan.text === text);
  }

  /** The plan as it was before, moved by each change; undefined where one does more than that. */
  #moved(): Plan | undefined {
    let plan = this.#before;
    for (const { change, text } of this.#changes) plan = plan && reread(plan, change, this.#memory, text);
    return plan;
  }

  /** Remembers a change of the text; `change` is undefined where all of it may have changed. */
  #note(change: Change | undefined): void {
    this.#before ??= this.#changes.length === 0 ? this.#plan : undefined;
    if (this.#plan) this.#earlier = [this.#plan, ...this.#earlier].slice(0, mostOf(this.#plan));
    this.#plan = undefined;
    this.#lineStarts = undefined;
    if (change && this.#changes.length < MOST_CHANGES) this.#changes.push({ change, text: this.#text });
    else this.#before = undefined;
  }

  /** Applies the changes of one `textDocument/didChange` in their order (LSP 3.17, didChangeTextDocument). */
  change(
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
    encoding: PositionEncodingKind,
  ): void {
    for (const change of changes) {
      if ('range' in change) {
        const span = spanOf(this, change.range, encoding);
        const one = {
          start: Math.min(span.start, span.end),
          end: Math.max(span.start, span.end),
          words: change.text,
        };
        this.#text = withChange(this.#text, one);
        this.#note(one);
      } else {
        this.#text = change.text;
        this.#note(undefined);
      }
    }
    this.#version = version;
  }

  /** Reads the plan anew under other settings. */
  configure(options: ParseOptions): void {
    this.#options = options;
    this.#note(undefined);
    this.#earlier = [];
  }
}

/** How many plans of texts before are kept, the last one and that which it took the place of at least: more of short ones. */
function mostOf({ text }: Plan): number {
  return Math.min(4, Math.max(2, Math.floor(OF_ONE / text.length)));
}

/** After more changes a text is read anew: each of them moves all that stands behind it. */
const MOST_CHANGES = 4;

/** In characters: what is remembered of the lines of one document, however often they were changed. */
const OF_ONE = 200_000;
