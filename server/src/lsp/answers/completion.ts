import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  type Position,
} from 'vscode-languageserver';
import { titlesOf } from '../../core/features/going/links.ts';
import { entryCard } from '../../core/features/reading/hover.ts';
import { completeNames } from '../../core/features/writing/completion.ts';
import { type Suggestion, suggestions } from '../../core/features/writing/suggestions.ts';
import { resolveIn } from '../../core/people/workspace.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { type Labels, labelsWith } from '../../core/read/fields/labels.ts';
import { offsetAt, rangeOf } from '../convert.ts';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import { type Feature, feature } from './feature.ts';
import { markup } from './markup.ts';

/** Names in the values of owner fields; their cards are read when one is looked at. */
export const completion: readonly Feature[] = [
  feature(CompletionRequest.type, (params, session): CompletionList | CompletionItem[] => {
    const uri = params.textDocument.uri;
    const plan = session.planOf(uri);
    const items = plan ? [...names(uri, plan, params.position, session)] : [];
    if (items.length === 0) return [];
    // Asked anew with each character, so that the list closes when a word stands there whole.
    return { isIncomplete: true, items };
  }),
  feature(CompletionResolveRequest.type, (item, session) => {
    const data: unknown = item.data;
    if (!isItemData(data)) return item;
    const text = documentation(data, session);
    const formats = session.client.textDocument?.completion?.completionItem?.documentationFormat;
    return text ? { ...item, documentation: markup(text, formats) } : item;
  }),
];

function names(uri: string, plan: Plan, position: Position, session: Session): readonly CompletionItem[] {
  const offset = offsetAt(plan, position, session.encoding);
  const labels = labelsWith(session.settingsOf(uri).labels);
  const found = completeNames(session.workspace, pathOf(uri), offset, labels);
  if (!found) return words(uri, plan, offset, labels, session);
  const range = rangeOf(plan, found.span, session.encoding);
  return found.choices.map(({ name, text, kind, entry }, i): CompletionItem => {
    return {
      label: text,
      kind: kind === 'person' ? CompletionItemKind.Interface : CompletionItemKind.Class,
      sortText: String(i).padStart(5, '0'),
      textEdit: { range, newText: text },
      ...(entry && entry.name !== name && { detail: `→ ${entry.name}` }),
      data: { uri, name } satisfies ItemData,
    };
  });
}

/** Labels, days, numbers, titles and slogans, where no name is wanted. */
function words(
  uri: string,
  plan: Plan,
  offset: number,
  labels: Labels,
  session: Session,
): readonly CompletionItem[] {
  const titles = [...titlesOf(session.workspace, pathOf(uri)).keys()];
  const setting = { titles, labels, today: session.platform.today() };
  return suggestions(plan, offset, setting).map(({ span, text, kind }, i) => ({
    label: text,
    kind: kindOf(kind, session),
    sortText: String(i).padStart(5, '0'),
    textEdit: { range: rangeOf(plan, span, session.encoding), newText: text },
  }));
}

/** One of the first kinds for a client that does not say that it knows others (LSP 3.17, completionItemKind.valueSet). */
function kindOf(kind: Suggestion['kind'], { client }: Session): CompletionItemKind {
  const usual = WORD_KINDS[kind];
  const known = client.textDocument?.completion?.completionItemKind?.valueSet;
  return usual <= CompletionItemKind.Reference || known?.includes(usual) ? usual : CompletionItemKind.Value;
}

const WORD_KINDS: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  label: CompletionItemKind.Keyword,
  deadline: CompletionItemKind.Value,
  number: CompletionItemKind.Operator,
  document: CompletionItemKind.File,
  slogan: CompletionItemKind.Text,
};

interface ItemData {
  readonly uri: string;
  readonly name: string;
}

function isItemData(data: unknown): data is ItemData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'uri' in data &&
    'name' in data &&
    typeof data.uri === 'string' &&
    typeof data.name === 'string'
  );
}

function documentation({ uri, name }: ItemData, session: Session): string | undefined {
  const path = pathOf(uri);
  const resolved = resolveIn(session.workspace, path, name);
  return resolved && entryCard(session.workspace, path, resolved.entry)[session.locale];
}
