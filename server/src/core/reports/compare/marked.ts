/**
 * The new wording with what went and what came marked in it, character by character; `shown` writes the words between
 * the marks. With `brief`, long stretches that stayed are shortened.
 */
export function marked(
  from: string,
  to: string,
  gone: readonly [string, string],
  come: readonly [string, string],
  shown: (words: string) => string,
  brief: boolean,
): string {
  const parts = partsOf([...from], [...to]);
  return parts
    .map(({ kind, text }, i) => {
      if (kind === 'gone') return gone[0] + shown(text) + gone[1];
      if (kind === 'come') return come[0] + shown(text) + come[1];
      return shown(brief ? shortened(text, i === 0, i === parts.length - 1) : text);
    })
    .join('');
}

function shortened(text: string, first: boolean, last: boolean): string {
  const characters = [...text];
  if (characters.length <= 2 * AROUND + 1) return text;
  const head = first ? '' : characters.slice(0, AROUND).join('');
  const tail = last ? '' : characters.slice(-AROUND).join('');
  return `${head}…${tail}`;
}

const AROUND = 10;

interface Part {
  readonly kind: 'same' | 'gone' | 'come';
  readonly text: string;
}

/** What stayed, went and came: the ends first, then the longest that both have between them. */
function partsOf(from: readonly string[], to: readonly string[]): readonly Part[] {
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head += 1;
  let tail = 0;
  while (
    tail < from.length - head &&
    tail < to.length - head &&
    from[from.length - 1 - tail] === to[to.length - 1 - tail]
  )
    tail += 1;
  const middle = betweenOf(from.slice(head, from.length - tail), to.slice(head, to.length - tail));
  return merged([
    { kind: 'same', text: from.slice(0, head).join('') },
    ...middle,
    { kind: 'same', text: tail > 0 ? from.slice(-tail).join('') : '' },
  ]);
}

/** The longest common subsequence, where it is worth its time. */
function betweenOf(from: readonly string[], to: readonly string[]): readonly Part[] {
  const whole: readonly Part[] = [
    { kind: 'gone', text: from.join('') },
    { kind: 'come', text: to.join('') },
  ];
  if (from.length * to.length > MOST) return whole;
  const width = to.length + 1;
  const lengths = new Uint16Array((from.length + 1) * width);
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] =
        from[i] === to[j]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  const parts: Part[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      parts.push({ kind: 'same', text: from[i] ?? '' });
      i += 1;
      j += 1;
    } else if (
      j >= to.length ||
      (i < from.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      parts.push({ kind: 'gone', text: from[i] ?? '' });
      i += 1;
    } else {
      parts.push({ kind: 'come', text: to[j] ?? '' });
      j += 1;
    }
  }
  return parts;
}

const MOST = 4_000_000;

/** Neighbours of one kind as one; single characters that stayed by chance go with what changed around them. */
function merged(parts: readonly Part[]): readonly Part[] {
  const result: { kind: Part['kind']; text: string }[] = [];
  for (const { kind, text } of parts) {
    if (text === '') continue;
    const last = result.at(-1);
    if (last?.kind === kind) last.text += text;
    else result.push({ kind, text });
  }
  return result;
}
