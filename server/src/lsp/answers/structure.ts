import {
  FoldingRangeKind,
  FoldingRangeRequest,
  type SelectionRange,
  SelectionRangeRequest,
  SemanticTokensBuilder,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { type Folding, foldings } from '../../core/features/reading/folding.ts';
import { selectionsAt } from '../../core/features/reading/selection.ts';
import { type Token, tokens } from '../../core/features/reading/tokens.ts';
import { type Lines, offsetAt, rangeOf, spanOf } from '../convert.ts';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import { type Feature, feature } from './feature.ts';
import { legendFor, namesFor } from './legend.ts';

/** How a text is built: what folds, what a selection grows to, what its words are. */
export const structure: readonly Feature[] = [
  feature(FoldingRangeRequest.type, ({ textDocument: { uri } }, session) => {
    const plan = session.planOf(uri);
    if (!plan) return [];
    const ranges = foldings(plan).map(({ span, kind }) => {
      const { start, end } = rangeOf(plan, span, session.encoding);
      return { startLine: start.line, endLine: end.line, ...(FOLDS[kind] && { kind: FOLDS[kind] }) };
    });
    const limit = session.client.textDocument?.foldingRange?.rangeLimit;
    // Of those that begin on one line the first and largest: an editor folds a line once.
    const begun = new Set<number>();
    return ranges
      .filter(
        ({ startLine, endLine }) => endLine > startLine && !begun.has(startLine) && begun.add(startLine),
      )
      .slice(0, limit);
  }),
  feature(SelectionRangeRequest.type, ({ textDocument: { uri }, positions }, session) => {
    const plan = session.planOf(uri);
    if (!plan) return [];
    return positions.map((position) => {
      const spans = selectionsAt(plan, offsetAt(plan, position, session.encoding));
      let outer: SelectionRange | undefined;
      for (const span of [...spans].reverse()) {
        outer = { range: rangeOf(plan, span, session.encoding), ...(outer && { parent: outer }) };
      }
      return outer ?? { range: { start: position, end: position } };
    });
  }),
  feature(SemanticTokensRequest.type, ({ textDocument: { uri } }, session) =>
    builderOf(uri, session).build(),
  ),
  feature(SemanticTokensDeltaRequest.type, ({ textDocument: { uri }, previousResultId }, session) => {
    const builder = session.tokenBuilder(pathOf(uri));
    builder.previousResult(previousResultId);
    push(builder, uri, session, tokens(session.workspace, pathOf(uri)));
    return builder.buildEdits();
  }),
  feature(SemanticTokensRangeRequest.type, ({ textDocument: { uri }, range }, session) => {
    const lines = session.linesOf(pathOf(uri));
    if (!lines) return { data: [] };
    const { start, end } = spanOf(lines, range, session.encoding);
    const inside = tokens(session.workspace, pathOf(uri)).filter(
      ({ span }) => span.end > start && span.start < end,
    );
    const builder = new SemanticTokensBuilder();
    push(builder, uri, session, inside);
    return { data: builder.build().data };
  }),
];

const FOLDS: Readonly<Record<Folding['kind'], FoldingRangeKind | undefined>> = {
  section: undefined,
  task: undefined,
  wrapper: FoldingRangeKind.Region,
  noise: FoldingRangeKind.Comment,
};

function builderOf(uri: string, session: Session): SemanticTokensBuilder {
  const builder = session.tokenBuilder(pathOf(uri));
  builder.previousResult('');
  push(builder, uri, session, tokens(session.workspace, pathOf(uri)));
  return builder;
}

/** Tokens never run over a line end: clients need not support that (LSP 3.17, multilineTokenSupport). */
function push(builder: SemanticTokensBuilder, uri: string, session: Session, found: readonly Token[]): void {
  const lines = session.linesOf(pathOf(uri));
  if (!lines) return;
  const names = namesFor(session.client);
  const { tokenTypes } = legendFor(session.client);
  for (const { span, kind, defines } of found) {
    for (const piece of perLine(lines, span)) {
      const { start, end } = rangeOf(lines, piece, session.encoding);
      builder.push(
        start.line,
        start.character,
        end.character - start.character,
        tokenTypes.indexOf(names[kind]),
        defines ? 1 : 0,
      );
    }
  }
}

function perLine(
  lines: Lines,
  span: { readonly start: number; readonly end: number },
): { start: number; end: number }[] {
  const text = lines.text.slice(span.start, span.end);
  if (!/[\r\n]/u.test(text)) return [span];
  return [...text.matchAll(/[^\r\n]+/gu)].map((match) => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  }));
}
