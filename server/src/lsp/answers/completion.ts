import {
  type CompletionItem,
  CompletionItemKind,
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
import { offsetAt, rangeOf } from '../convert.ts';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import { type Feature, feature } from './feature.ts';
import { markup } from './markup.ts';
import { at } from './places.ts';

/** Names in the values of owner fields; their cards are read when one is looked at. */
export const completion: readonly Feature[] = [
  feature(
    CompletionRequest.type,
    () => ({
      completionProvider: {
        triggerCharacters: ['：', ':', '、', '，', '；', '（', '《', '“'],
        resolveProvider: true,
      },
    }),
    (params, session) => {
      const found = at(params, session, (path, offset) => completeNames(session.workspace, path, offset));
      const uri = params.textDocument.uri;
      const lines = session.linesOf(pathOf(uri));
      const plan = session.planOf(uri);
      if (!found) return plan ? words(uri, plan, params.position, session) : [];
      if (!lines) return [];
      const range = rangeOf(lines, found.span, session.encoding);
      return found.choices.map(({ name, kind, entry }, i): CompletionItem => {
        return {
          label: name,
          kind: kind === 'person' ? CompletionItemKind.Interface : CompletionItemKind.Class,
          sortText: String(i).padStart(5, '0'),
          textEdit: { range, newText: name },
          ...(entry && entry.name !== name && { detail: `→ ${entry.name}` }),
          data: { uri, name } satisfies ItemData,
        };
      });
    },
  ),
  feature(
    CompletionResolveRequest.type,
    () => ({}),
    (item, session) => {
      const data: unknown = item.data;
      if (!isItemData(data)) return item;
      const text = documentation(data, session);
      const formats = session.client.textDocument?.completion?.completionItem?.documentationFormat;
      return text ? { ...item, documentation: markup(text, formats) } : item;
    },
  ),
];

/** Labels, days, numbers, titles and slogans, where no name is wanted. */
function words(uri: string, plan: Plan, position: Position, session: Session): CompletionItem[] {
  const titles = [...titlesOf(session.workspace, pathOf(uri)).keys()];
  const offset = offsetAt(plan, position, session.encoding);
  return suggestions(plan, offset, titles).map(({ span, text, kind }, i) => ({
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
