import type { Message } from 'vscode-languageserver/node';
import { type Pieces, piecesOf } from './core/text/pieces.ts';

/**
 * Writes messages as UTF-8 (LSP 3.17, base protocol), one after the other into the same room, since new room takes more
 * time than to write into it: a message has to be sent before the next is written.
 */
export class Room {
  #bytes = new Uint8Array();
  #length = 0;

  /** A message; of a list in pieces those alone are written that were not before. */
  written(message: Message): Uint8Array {
    this.#length = 0;
    this.#message(message);
    const written = this.#bytes.subarray(0, this.#length);
    if (this.#bytes.length > MOST_KEPT) this.#bytes = new Uint8Array();
    return written;
  }

  #message(message: Message): void {
    const { jsonrpc, id, result, ...others }: Partial<Answer> & object = message;
    const whole = piecesIn(result);
    const items = isReport(result) ? piecesIn(result.items) : undefined;
    if (id === undefined || Object.keys(others).length > 0 || !(whole ?? items)) {
      this.#text(JSON.stringify(message));
      return;
    }
    this.#text(`{"jsonrpc":${JSON.stringify(jsonrpc)},"id":${JSON.stringify(id)},"result":`);
    if (whole) this.#list(whole);
    else {
      const { items: _, ...report } = Object(result);
      this.#text(`${JSON.stringify(report).slice(0, -1)},"items":`);
      this.#list(items ?? []);
      this.#text('}');
    }
    this.#text('}');
  }

  #list(pieces: Pieces<object>): void {
    let separator = '[';
    for (const piece of pieces) {
      if (piece.length === 0) continue;
      this.#text(separator);
      separator = ',';
      const known = written.get(piece);
      if (known) this.#copy(known);
      else {
        const start = this.#length;
        this.#members(piece);
        written.set(piece, this.#bytes.slice(start, this.#length));
      }
    }
    this.#text(separator === '[' ? '[]' : ']');
  }

  /** The members of a piece; of one with others below it that are in pieces themselves, these alone (documentSymbol). */
  #members(piece: readonly object[]): void {
    const [one] = piece;
    const { children, ...own } = Object(one);
    const below = piece.length === 1 ? piecesIn(children) : undefined;
    if (!below) {
      this.#text(JSON.stringify(piece).slice(1, -1));
      return;
    }
    this.#text(`${JSON.stringify(own).slice(0, -1)},"children":`);
    this.#list(below);
    this.#text('}');
  }

  #text(text: string): void {
    // No character of JavaScript is longer (UTF-8, RFC 3629).
    this.#reserve(3 * text.length);
    this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  #copy(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #reserve(length: number): void {
    if (this.#length + length <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + length));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** In bytes: what longer messages need is not kept for those behind them. */
const MOST_KEPT = 32 * 1024 * 1024;

function piecesIn(list: unknown): Pieces<object> | undefined {
  return Array.isArray(list) ? piecesOf<object>(list) : undefined;
}

/** A response (JSON-RPC 2.0, 5). */
interface Answer {
  readonly jsonrpc: string;
  readonly id: unknown;
  readonly result: unknown;
}

/** Diagnostics as a client pulls them (LSP 3.17, full document diagnostic report), which always say of which kind they are. */
function isReport(result: unknown): result is { readonly kind: string; readonly items: unknown } {
  return typeof result === 'object' && result !== null && 'items' in result && 'kind' in result;
}

/** Pieces as they were written, without the brackets around them. */
const written = new WeakMap<readonly object[], Uint8Array>();
const encoder = new TextEncoder();
