import type { Block } from '../../plan/block.ts';

/**
 * Takes the spaces out of lines that a PDF export spaced out, and the second half of those it printed twice:
 * `一 、 总 体 要 求一 、 总 体 要 求`. What it broke off a line printed twice (`见见`) goes back to its end.
 */
export function withoutSpacing(lines: readonly Block[]): Block[] {
  const found: Block[] = [];
  let doubled = false;
  for (const line of lines) {
    const last = found.at(-1);
    if (SPACED_OUT.test(line.text)) {
      const kept = indexesWithoutSpaces(line.text);
      const once = firstHalf(line.text, kept);
      doubled = once !== undefined;
      found.push(picked(line, once ?? kept));
      continue;
    }
    const rest =
      doubled && line.text.length <= 8 ? firstHalf(line.text, indexesWithoutSpaces(line.text)) : undefined;
    if (rest && last?.offsets) {
      const end = picked(line, rest);
      found[found.length - 1] = {
        text: last.text + end.text,
        raw: last.raw + end.raw,
        span: { start: last.span.start, end: end.span.end },
        offsets: [...last.offsets, ...(end.offsets ?? [])],
      };
    } else found.push(line);
    doubled = false;
  }
  return found;
}

const SPACED_OUT = /^\S(?: {1,4}\S{1,2}){4,}$/u;

function indexesWithoutSpaces(text: string): number[] {
  const kept: number[] = [];
  for (let i = 0; i < text.length; i += 1) if (text[i] !== ' ') kept.push(i);
  return kept;
}

/** The first half of the characters at `kept`, if the second says the same. */
function firstHalf(text: string, kept: readonly number[]): readonly number[] | undefined {
  const half = kept.length / 2;
  if (!Number.isInteger(half) || half === 0) return undefined;
  for (let i = 0; i < half; i += 1) if (text[kept[i] ?? 0] !== text[kept[half + i] ?? 0]) return undefined;
  return kept.slice(0, half);
}

function picked(line: Block, kept: readonly number[]): Block {
  return {
    text: kept.map((i) => line.text[i]).join(''),
    raw: kept.map((i) => line.raw[i]).join(''),
    span: line.span,
    offsets: kept.map((i) => line.span.start + i),
  };
}
