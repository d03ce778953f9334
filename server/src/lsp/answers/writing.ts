import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  InlineCompletionRequest,
  LinkedEditingRangeRequest,
  SignatureHelpRequest,
  StringValue,
  type TextEdit,
} from 'vscode-languageserver';
import { entered, gaveWay } from '../../core/features/writing/enter.ts';
import { formattingThrough } from '../../core/features/writing/formatting.ts';
import { type MissingFields, missingFields } from '../../core/features/writing/inline.ts';
import { lint } from '../../core/lint/lint.ts';
import { fieldStyleOf, labelFor } from '../../core/lint/stub/stub.ts';
import { directoriesFor } from '../../core/people/workspace.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { parse } from '../../core/read/read.ts';
import { rules } from '../../core/rules/index.ts';
import { lineOf, type Span } from '../../core/text/text.ts';
import { offsetAt, rangeOf, spanOf } from '../convert.ts';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import { type Feature, feature } from './feature.ts';
import { snippetFor } from './snippet.ts';

/** What helps while writing: form without wording, the next number, the fields still to fill. */
export const writing: readonly Feature[] = [
  feature(DocumentFormattingRequest.type, ({ textDocument: { uri } }, session) => {
    const plan = session.planOf(uri);
    return plan ? formatted(uri, plan, { start: 0, end: plan.text.length }, session) : [];
  }),
  feature(DocumentRangeFormattingRequest.type, ({ textDocument: { uri }, range }, session) => {
    const plan = session.planOf(uri);
    return plan ? formatted(uri, plan, spanOf(plan, range, session.encoding), session) : [];
  }),
  feature(DocumentOnTypeFormattingRequest.type, ({ textDocument: { uri }, position, ch }, session) => {
    const plan = session.planOf(uri);
    if (!plan || !session.applied(uri).display.format.continueNumbering) return [];
    const offset = offsetAt(plan, position, session.encoding);
    const edits = ch === '\n' ? entered(plan, offset) : gaveWay(plan, offset);
    return edits.map(({ span, newText }) => ({ range: rangeOf(plan, span, session.encoding), newText }));
  }),
  feature(InlineCompletionRequest.type, ({ textDocument: { uri }, position }, session) => {
    const plan = session.planOf(uri);
    if (!plan || !session.applied(uri).display.inlineCompletion) return [];
    const offset = offsetAt(plan, position, session.encoding);
    const found = missingFields(plan, offset);
    if (!found) return [];
    const range = rangeOf(plan, { start: found.offset, end: found.offset }, session.encoding);
    return [{ insertText: insertTextOf(found, session), range }];
  }),
  feature(SignatureHelpRequest.type, ({ textDocument: { uri }, position }, session) => {
    const plan = session.planOf(uri);
    const offset = plan && offsetAt(plan, position, session.encoding);
    return plan && offset !== undefined ? signatureAt(plan, offset, session) : null;
  }),
  feature(LinkedEditingRangeRequest.type, ({ textDocument: { uri }, position }, session) => {
    const plan = session.planOf(uri);
    if (!plan) return null;
    const pair = straightPairAt(plan, offsetAt(plan, position, session.encoding));
    const ranges = pair?.map((span) => rangeOf(plan, span, session.encoding));
    return ranges ? { ranges, wordPattern: QUOTES } : null;
  }),
];

/** A snippet whose stops the person goes through, where the client knows snippets (LSP 3.18, InlineCompletionItem). */
function insertTextOf({ text, stops }: MissingFields, session: Session): string | StringValue {
  const snippets = session.client.textDocument?.completion?.completionItem?.snippetSupport;
  return snippets && stops.length > 0 ? StringValue.createSnippet(snippetFor(text, stops)) : text;
}

function formatted(uri: string, plan: Plan, within: Span, session: Session): TextEdit[] {
  const { format } = session.applied(uri).display;
  const { labels } = session.settingsOf(uri);
  const path = pathOf(uri);
  const directories = directoriesFor(session.workspace, path);
  const check = (text: string) => {
    const read = parse(text, { labels, path }, session.memory);
    return { plan: read, findings: lint(read, rules, session.settingsOf(uri), directories) };
  };
  const first = { plan, findings: session.findingsOf(uri) };
  return formattingThrough(first, check, within, format).map(({ span, newText }) => ({
    range: rangeOf(plan, span, session.encoding),
    newText,
  }));
}

/** What may stand in both places while one of them is changed; clients end the link at anything else. */
const QUOTES = '["“”＂]*';

/** The labels of a field bracket as the parameters of a signature, the one being filled active. */
function signatureAt(plan: Plan, offset: number, session: Session) {
  const line = plan.lineStarts[lineOf(plan.lineStarts, offset)] ?? 0;
  const before = plan.text.slice(line, offset);
  const inside = /[（(〔【[]([^（()）〔〕【】[\]]*)$/u.exec(before)?.[1];
  const bracket = plan.fields.some(
    ({ holder, placement }) => placement === 'bracket' && holder.start < offset && offset <= holder.end,
  );
  if (inside === undefined) return null;
  const style = fieldStyleOf(plan);
  const roles = (['lead', 'unit', 'support', 'deadline'] as const).filter((role) => style.counts[role] > 0);
  if (roles.length === 0) return null;
  const labels = roles.map((role) => labelFor(style, role) + style.colon);
  // Fields stand behind the last sentence.
  const begins = inside === '' ? /。.$/u.test(before) : labels.some((label) => label.startsWith(inside));
  if (!bracket && !begins) return null;
  const started = labels.reduce((last, label, i) => (inside.includes(label.slice(0, -1)) ? i : last), -1);
  const active = Math.max(0, /[；;]\s*$/u.test(inside) ? started + 1 : started);
  const label = `（${labels.map((one) => `${one}…`).join('；')}）`;
  return {
    signatures: [
      {
        label,
        documentation:
          session.locale === 'zh' ? '本文件中括注的写法' : 'How this document writes the bracket',
        parameters: labels.map((one) => ({ label: one })),
      },
    ],
    activeSignature: 0,
    activeParameter: Math.min(active, labels.length - 1),
  };
}

/**
 * A pair of straight quotes on a line: typing “ over one changes both. Marks that open and close differently have
 * no text in common, which linked editing requires (LSP 3.17, linkedEditingRange).
 */
function straightPairAt({ text, lineStarts }: Plan, offset: number): readonly [Span, Span] | undefined {
  const line = lineOf(lineStarts, offset);
  const start = lineStarts[line] ?? 0;
  const marks = [...text.slice(start, lineStarts[line + 1] ?? text.length).matchAll(/"/gu)].map(
    ({ index }) => start + index,
  );
  const at = marks.findIndex((mark) => offset === mark || offset === mark + 1);
  const other = at % 2 === 0 ? marks[at + 1] : marks[at - 1];
  const mark = marks[at];
  if (mark === undefined || other === undefined) return undefined;
  const [first, second] = mark < other ? [mark, other] : [other, mark];
  return [
    { start: first, end: first + 1 },
    { start: second, end: second + 1 },
  ];
}
