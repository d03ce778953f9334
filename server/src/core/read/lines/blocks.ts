import type { Block } from '../../plan/block.ts';
import { isSpace } from '../../text/text.ts';
import { cutGlued } from './glued.ts';
import { joinOpenBrackets } from './open.ts';
import { withoutSpacing } from './spaced.ts';
import { joinWrapped } from './wrapped.ts';

/** The paragraphs of a folded text, empty lines left out. */
export function blocksOf(folded: string, lineStarts: readonly number[]): readonly Block[] {
  const lines = withoutSpacing(linesOf(folded, lineStarts));
  const paragraphs = joinWrapped(folded, lines) ?? joinOpenBrackets(lines);
  return paragraphs.flatMap((block) => cutGlued(block, lines.length));
}

function linesOf(folded: string, lineStarts: readonly number[]): Block[] {
  const lines: Block[] = [];
  for (let i = 0; i < lineStarts.length; i += 1) {
    let start = lineStarts[i] ?? 0;
    let end = lineStarts[i + 1] ?? folded.length;
    while (start < end && isSpace(folded.charCodeAt(start))) start += 1;
    while (end > start && isSpace(folded.charCodeAt(end - 1))) end -= 1;
    // A comment to the linter is no part of the plan.
    if (
      end > start &&
      !(folded.startsWith('<!--', start) && folded.slice(start, end).indexOf('-->') === end - start - 3)
    )
      lines.push({ text: folded.slice(start, end), span: { start, end }, offsets: undefined });
  }
  return lines;
}
