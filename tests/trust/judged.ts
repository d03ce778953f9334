/** What somebody who read the document says of a finding; the arguable counts as wrong. */
export type Verdict = 'right' | 'wrong' | 'arguable';

/** Where a finding stands, without a word of the document. */
export interface Place {
  /** The number that the name of the document begins with. */
  readonly document: string;
  /** From 1. */
  readonly line: number;
  readonly rule: string;
  /** Tells findings of one line apart: a hash of the words found. */
  readonly mark: string;
}

export interface Judged extends Place {
  readonly verdict: Verdict;
  readonly why: string;
}

/** The rows of a judged list: document, line, rule, mark, verdict and reason, separated by tabs; `#` begins a remark. */
export function judgedIn(list: string): readonly Judged[] {
  return list
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => {
      const [document = '', line = '', rule = '', mark = '', verdict = '', why = ''] = row.split('\t');
      if (!isVerdict(verdict) || !(Number(line) > 0) || why === '')
        throw new Error(`not a judgement: ${row}`);
      return { document, line: Number(line), rule, mark, verdict, why };
    });
}

/** One string for a place, the same in every run. */
export function keyOf({ document, line, rule, mark }: Place): string {
  return [document, line, rule, mark].join('\t');
}

/** How often a rule was right among the findings that are judged. */
export interface Precision {
  readonly name: string;
  readonly right: number;
  readonly judged: number;
}

/**
 * Precision per rule, then of all; `byCause` counts the findings of one rule in one document once, as right where all of
 * them are.
 */
export function precisions(
  judged: readonly Judged[],
  { byCause }: { readonly byCause: boolean },
): readonly Precision[] {
  const counted = byCause ? causesOf(judged) : judged;
  const names = [...new Set(counted.map(({ rule }) => rule))].sort();
  const of = (name: string, some: readonly Judged[]): Precision => ({
    name,
    right: some.filter(({ verdict }) => verdict === 'right').length,
    judged: some.length,
  });
  return [
    ...names.map((name) =>
      of(
        name,
        counted.filter(({ rule }) => rule === name),
      ),
    ),
    of('all', counted),
  ];
}

function causesOf(judged: readonly Judged[]): readonly Judged[] {
  const causes = new Map<string, Judged>();
  for (const one of judged) {
    const key = `${one.document} ${one.rule}`;
    const known = causes.get(key);
    if (!known || known.verdict === 'right') causes.set(key, one);
  }
  return [...causes.values()];
}

function isVerdict(word: string): word is Verdict {
  return word === 'right' || word === 'wrong' || word === 'arguable';
}
