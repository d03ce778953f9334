import type { Position, Range } from 'vscode-languageserver';
import type { Plan } from '../../core/plan/plan.ts';
import type { Change } from '../../core/text/change.ts';
import { lineOf } from '../../core/text/text.ts';

/** Moves positions of answers over a change inside of one line, after which all other lines stand where they stood. */
export class Shift {
  readonly line: number;
  readonly #start: number;
  readonly #end: number;
  readonly #by: number;
  readonly #grows: boolean;
  /** Whether a position was asked for that the change touches: it cannot be told where it is now. */
  lost = false;

  /** `before`: the plan that is changed. Positions count in UTF-16, as the change does. */
  constructor({ lineStarts }: Pick<Plan, 'lineStarts'>, { start, end, words, grows = false }: Change) {
    this.line = lineOf(lineStarts, start);
    const character = start - (lineStarts[this.line] ?? 0);
    this.#start = character;
    this.#end = character + end - start;
    this.#by = words.length - (end - start);
    this.#grows = grows;
  }

  /** Where a range is: itself where nothing of it is behind the change on its line. */
  range(range: Range): Range {
    const [start, end] = [this.#position(range.start), this.#position(range.end)];
    return start === range.start && end === range.end ? range : { start, end };
  }

  /** Whether the line of the change is one of a range. */
  meets({ start, end }: Range): boolean {
    return start.line <= this.line && this.line <= end.line;
  }

  /** Whether the change lies in a range, beside it, or before it on a line of it. */
  reaches(range: Range): boolean {
    const { line, character } = range.end;
    return this.meets(range) && (line > this.line || character >= this.#start);
  }

  #position(position: Position): Position {
    const { line, character } = position;
    if (line !== this.line || character < this.#start) return position;
    if (character < this.#end || (character === this.#end && !this.#grows)) this.lost = true;
    return { line, character: character + this.#by };
  }
}
