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
    const whole = piecesOf(result);
    const items = isReport(result) ? piecesOf(result.items) : undefined;
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
      else written.set(piece, this.#text(JSON.stringify(piece).slice(1, -1)).slice());
    }
    this.#text(separator === '[' ? '[]' : ']');
  }

  /** What was written is there until the next message. */
  #text(text: string): Uint8Array {
    // No character of JavaScript is longer (UTF-8, RFC 3629).
    this.#reserve(3 * text.length);
    const room = this.#bytes.subarray(this.#length);
    const count = encoder.encodeInto(text, room).written;
    this.#length += count;
    return room.subarray(0, count);
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
