import { CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import { CONFIG_NAME } from '../../../config/names.ts';
import { addingWord, EMPTY_CONFIG, withWords } from '../../../config/words.ts';
import type { Finding } from '../../../core/lint/finding.ts';
import { lineStartsOf } from '../../../core/text/text.ts';
import { rangeOf } from '../../convert.ts';
import { pathOf } from '../../session/path.ts';
import type { Session } from '../../session/session.ts';
import type { Offer } from './offer.ts';

/** The word that a finding is about, added to the nearest planlint.json, or to a new one in the workspace folder. */
export function addToDictionary(
  { word }: Finding,
  uri: string,
  diagnostics: Diagnostic[],
  session: Session,
): Offer[] {
  const edit = word === undefined ? undefined : editFor(word, uri, session);
  if (!edit) return [];
  const title = {
    zh: `将“${word}”加入词表（${CONFIG_NAME}）`,
    en: `Add “${word}” to the dictionary (${CONFIG_NAME})`,
  };
  return [
    {
      action: {
        title: title[session.locale],
        kind: CodeActionKind.QuickFix,
        diagnostics,
        data: { id: 'add-to-dictionary' },
      },
      edit: () => edit,
    },
  ];
}

function editFor(word: string, uri: string, session: Session): WorkspaceEdit | undefined {
  const known = session.applied(uri).configuration;
  if (known) {
    const lines = { text: known.text, lineStarts: lineStartsOf(known.text) };
    const edits = addingWord(known.text, word).map(({ span, newText }) => ({
      range: rangeOf(lines, span, session.encoding),
      newText,
    }));
    return edits.length > 0 ? { changes: { [known.uri]: edits } } : undefined;
  }
  const support = session.client.workspace?.workspaceEdit;
  const root = session.rootOf(uri);
  const folder = session.folders.find((one) => pathOf(one) === root);
  if (!support?.resourceOperations?.includes('create') || folder === undefined) return undefined;
  const target = `${folder}/${CONFIG_NAME}`;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri: target, options: { ignoreIfExists: true } },
      {
        textDocument: { uri: target, version: null },
        edits: [{ range: { start, end: start }, newText: withWords(EMPTY_CONFIG, [word]) }],
      },
    ],
  };
}
