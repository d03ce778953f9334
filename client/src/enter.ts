import { type Disposable, IndentAction, languages, window, workspace } from 'vscode';

/**
 * Holds the rules for Enter to the setting of the plan in the editor: those of language-configuration.json, which go
 * on numbering even before the language server runs, cannot be switched off there.
 */
export function followNumbering(): Disposable {
  let unnumbered: Disposable | undefined;
  const follow = () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'workplan') return;
    const settings = workspace.getConfiguration('planlint', document.uri);
    if (settings.get('format.continueNumbering', true)) {
      unnumbered?.dispose();
      unnumbered = undefined;
    } else unnumbered ??= languages.setLanguageConfiguration('workplan', { onEnterRules: INDENT });
  };
  follow();
  const listeners = [
    window.onDidChangeActiveTextEditor(follow),
    workspace.onDidOpenTextDocument(follow),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('planlint.format.continueNumbering')) follow();
    }),
  ];
  return {
    dispose() {
      for (const listener of listeners) listener.dispose();
      unnumbered?.dispose();
    },
  };
}

/** What is left of the rules: a paragraph begins as the one before it, as in `　　各校要高度重视。`. */
const INDENT = [
  {
    beforeText: /^　　.*\S.*$/u,
    afterText: /^$/u,
    action: { indentAction: IndentAction.None, appendText: '　　' },
  },
];
