import type { Position, PositionEncodingKind, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Plan } from '../core/plan/plan.ts';
import { Memory } from '../core/read/memory.ts';
import { memoryOf, type ParseOptions, parse } from '../core/read/read.ts';
import { reread } from '../core/read/reread.ts';
import type { Change } from '../core/text/change.ts';
import { Rope } from '../core/text/rope.ts';
import { offsetAt } from './convert.ts';

/**
 * A document that a client has open, with its plan: one object, changed in place by incremental sync. The plan is
 * read when it is first asked for after a change, so a burst of changes costs one reading.
 */
export class OpenPlan {
  readonly uri: string;
  readonly languageId: string;
  #version: number;
  #rope: Rope;
  #plan: Plan | undefined;
  /** The last plan, of the text before `#changes`, where these are few. */
  #before: Plan | undefined;
  #changes: { readonly change: Change; readonly text: Rope }[] = [];
  /** Texts before with their plans, the last first: what is typed and taken back is not read again. */
  #earlier: readonly Earlier[] = [];
  readonly #memory: Memory;
  #options: ParseOptions;

  /** `known`: a plan that was read under the same options, maybe of the same text: it is not read again then. */
  constructor(
    uri: string,
    languageId: string,
    version: number,
    text: string,
    options: ParseOptions,
    known?: Plan,
  ) {
    this.uri = uri;
    this.languageId = languageId;
    this.#version = version;
    this.#rope = Rope.of(text);
    this.#options = options;
    const memory = known?.text === text ? memoryOf(known) : undefined;
    this.#memory = memory ?? noting();
    if (memory) this.#plan = known;
  }

  get version(): number {
    return this.#version;
  }

  get rope(): Rope {
    return this.#rope;
  }

  get plan(): Plan {
    this.#plan ??= this.#moved() ?? parse(this.#rope.text, this.#options, this.#memory);
    this.#before = undefined;
    this.#changes = [];
    return this.#plan;
  }

  /** The plan as it was before, moved by each change; undefined where one does more than that. */
  #moved(): Plan | undefined {
    let plan = this.#before;
    for (const { change, text } of this.#changes) plan = plan && reread(plan, change, this.#memory, text);
    return plan;
  }

  /** Puts another text in the place of this one; `change` is undefined where all of it may have changed. */
  #become(text: Rope, change: Change | undefined): void {
    const known = this.#earlier.find((one) => one.text.isEqual(text));
    const last = this.#plan && { text: this.#rope, plan: this.#plan };
    const others = this.#earlier.filter((one) => one !== known);
    this.#earlier = (last ? [last, ...others] : others).slice(0, mostOf(text));
    if (this.#plan) {
      this.#before = this.#plan;
      this.#changes = [];
    }
    if (change && this.#changes.length < MOST_CHANGES) this.#changes.push({ change, text });
    else this.#before = undefined;
    this.#rope = text;
    this.#plan = known?.plan;
  }

  /** Applies the changes of one `textDocument/didChange` in their order (LSP 3.17, didChangeTextDocument). */
  change(
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
    encoding: PositionEncodingKind,
  ): void {
    for (const change of changes) {
      if ('range' in change) {
        const [one, other] = [
          this.#offsetAt(change.range.start, encoding),
          this.#offsetAt(change.range.end, encoding),
        ];
        const own = { start: Math.min(one, other), end: Math.max(one, other), words: change.text };
        this.#become(this.#rope.with(own), own);
      } else this.#become(Rope.of(change.text), undefined);
    }
    this.#version = version;
  }

  /** See `offsetAt`; looks at one line alone. */
  #offsetAt({ line, character }: Position, encoding: PositionEncodingKind): number {
    const { lineStarts, length } = this.#rope;
    const start = lineStarts[Math.max(0, line)];
    if (start === undefined) return length;
    const text = this.#rope.slice(start, lineStarts[line + 1] ?? length);
    return start + offsetAt({ text, lineStarts: [0, text.length] }, { line: 0, character }, encoding);
  }

  /** Reads the plan anew under other settings. */
  configure(options: ParseOptions): void {
    this.#options = options;
    this.#earlier = [];
    this.#plan = undefined;
    this.#before = undefined;
  }
}

interface Earlier {
  readonly text: Rope;
  readonly plan: Plan;
}

/** How many plans of texts before are kept: more of short ones. */
function mostOf({ length }: Rope): number {
  return Math.min(4, Math.max(1, Math.floor(OF_ONE / length)));
}

/** After more changes a text is read anew: each of them moves all that stands behind it. */
const MOST_CHANGES = 4;

/**
 * What a file is read with: `shared` with all others, unless it is so long that somebody who opens it would wait until it
 * is read again.
 */
export function memoryFor(text: string, shared: Memory): Memory {
  return text.length < LONG ? shared : noting();
}

/** In characters: some five hundred lines. */
const LONG = 40_000;

function noting(): Memory {
  return new Memory(OF_ONE, { watches: true });
}

/** In characters: what is remembered of the lines of one document, however often they were changed. */
const OF_ONE = 200_000;
