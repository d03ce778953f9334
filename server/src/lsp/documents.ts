import type { PositionEncodingKind, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Plan } from '../core/plan/plan.ts';
import { Memory } from '../core/read/memory.ts';
import { type ParseOptions, parse } from '../core/read/read.ts';
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
  readonly #memory = new Memory(OF_ONE);
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
    this.#plan ??= parse(this.#text, this.#options, this.#memory);
    return this.#plan;
  }

  /** Applies the changes of one `textDocument/didChange` in their order (LSP 3.17, didChangeTextDocument). */
  change(
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
    encoding: PositionEncodingKind,
  ): void {
    for (const change of changes) {
      if ('range' in change) {
        const { start, end } = spanOf(this, change.range, encoding);
        this.#text =
          this.#text.slice(0, Math.min(start, end)) + change.text + this.#text.slice(Math.max(start, end));
      } else {
        this.#text = change.text;
      }
      this.#lineStarts = undefined;
      this.#plan = undefined;
    }
    this.#version = version;
  }

  /** Reads the plan anew under other settings. */
  configure(options: ParseOptions): void {
    this.#options = options;
    this.#plan = undefined;
  }
}

/** In characters: what is remembered of the lines of one document, however often they were changed. */
const OF_ONE = 200_000;
