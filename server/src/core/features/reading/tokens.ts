import type { IndexedDocument, Workspace } from '../../people/workspace.ts';
import type { Plan } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { matchesIn } from '../../text/matches.ts';
import { remembered } from '../../text/memo.ts';
import type { Span } from '../../text/text.ts';

/** The kinds of words that a plan is made of, as they are coloured. */
export const tokenKinds = [
  'number',
  'title',
  'label',
  'person',
  'unit',
  'group',
  'deadline',
  'quantity',
  'slogan',
  'document',
  'residue',
] as const;
export type TokenKind = (typeof tokenKinds)[number];

export interface Token {
  readonly span: Span;
  readonly kind: TokenKind;
  /** Defined here: an entry of a directory. */
  readonly defines: boolean;
}

/** The coloured words of a document in order, none overlapping another; where two would, the more telling one stays. */
export function tokens(workspace: Workspace, path: string): readonly Token[] {
  const document = workspace.documents.get(path);
  return document ? tokensOf(document) : [];
}

/** An editor asks for those of a part and for all of them at once. */
const tokensOf = remembered((document: IndexedDocument): readonly Token[] => {
  const { plan, mentions } = document;
  const entries = new Map((document.directory?.entries ?? []).map((entry) => [entry.nameSpan.start, entry]));
  const kinds = new Map(
    flatMapped([...plan.fields, ...plan.blankets], ({ parties }) => parties).map((party) => [
      party.span.start,
      party.kind,
    ]),
  );
  const found: Token[] = [];
  const add = (span: Span, kind: TokenKind, defines = false) => {
    if (span.end > span.start) found.push({ span, kind, defines });
  };
  for (const { name, role, span } of mentions) {
    const entry = entries.get(span.start);
    add(
      span,
      entry?.kind ?? kinds.get(span.start) ?? (name.startsWith('各') ? 'group' : 'unit'),
      role === 'entry',
    );
  }
  for (const { label, deadline } of plan.fields) {
    if (label) add(label.span, 'label');
    if (deadline) add(deadline.span, 'deadline');
  }
  for (const { label } of plan.metadata) add(label.span, 'label');
  for (const { proseDeadlines } of plan.tasks) for (const { span } of proseDeadlines) add(span, 'deadline');
  for (const span of plan.noise) add(span, 'residue');
  // The number of a section and its mark have the colour of headings, which the grammar gives to both.
  for (const { numberSpan } of plan.tasks) add(numberSpan, 'number');
  for (const { titleSpan } of [...plan.sections, ...plan.tasks]) addAround(plan, titleSpan, found);
  if (plan.title) add(plan.title.span, 'title');
  for (const [kind, pattern] of PROSE) {
    for (const match of matchesIn(plan.folded, pattern)) {
      add({ start: match.index, end: match.index + match[0].length }, kind);
    }
  }
  return settled(found);
});

/** In prose: 《文件》, “口号”, 30所, 95%. A run of digits is looked at from its first one alone. */
const PROSE: readonly (readonly [TokenKind, RegExp])[] = [
  ['document', /《[^《》\n\r]{1,80}》/gu],
  ['slogan', /“[^“”\n\r]{1,20}”/gu],
  [
    'quantity',
    /(?<!\d)\d+(?:\.\d+)?(?:%|‰|万|亿|个|所|名|人|项|元|处|次|家|套|门|节|学时|小时|平方米|公里)(?:元|人|个|平方米|以上|左右)?/gu,
  ],
];

/** A title is coloured except for the words in it that have a colour of their own. */
function addAround({ folded }: Plan, span: Span, found: Token[]): void {
  const inner = matchesIn(folded.slice(span.start, span.end), /“[^“”]{1,20}”|《[^《》]{1,80}》/gu);
  let from = span.start;
  for (const match of inner) {
    const start = span.start + match.index;
    if (start > from) found.push({ span: { start: from, end: start }, kind: 'title', defines: false });
    from = start + match[0].length;
  }
  if (span.end > from) found.push({ span: { start: from, end: span.end }, kind: 'title', defines: false });
}

const WEIGHT: Readonly<Record<TokenKind, number>> = {
  person: 0,
  unit: 0,
  group: 0,
  deadline: 1,
  label: 2,
  number: 3,
  document: 4,
  slogan: 5,
  title: 6,
  quantity: 7,
  residue: 8,
};

/** Sorted by place; of overlapping words the weightier stays, of equals the first. Linear after sorting. */
function settled(found: readonly Token[]): Token[] {
  const sorted = [...found].sort((a, b) => a.span.start - b.span.start || WEIGHT[a.kind] - WEIGHT[b.kind]);
  const kept: Token[] = [];
  for (const token of sorted) {
    const last = kept.at(-1);
    if (!last || token.span.start >= last.span.end) {
      kept.push(token);
    } else if (WEIGHT[token.kind] < WEIGHT[last.kind]) {
      // The weightier word cuts the lighter one short.
      kept.pop();
      const before = { ...last, span: { start: last.span.start, end: token.span.start } };
      if (before.span.end > before.span.start) kept.push(before);
      kept.push(token);
    }
  }
  return kept;
}
