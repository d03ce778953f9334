import {
  type CancellationToken,
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  commands,
  type Disposable,
  l10n,
  type Uri,
  type WebviewPanel,
  window,
} from 'vscode';
import { readOffice } from '../commands/office.ts';
import { nameOf } from '../editor/place.ts';
import type { Server } from '../server.ts';
import { nonce } from './nonce.ts';
import { wordPage } from './word-page.ts';

/** Shows a Word document, which the editor has nothing for, as the text that it would be as a plan, and offers that. */
export function showWordDocuments(server: Server): Disposable {
  const provider: CustomReadonlyEditorProvider = {
    openCustomDocument: (uri: Uri): CustomDocument => ({ uri, dispose: () => {} }),
    async resolveCustomEditor({ uri }: CustomDocument, { webview }: WebviewPanel, token: CancellationToken) {
      webview.options = { enableScripts: true, localResourceRoots: [] };
      webview.onDidReceiveMessage((chosen: unknown) => {
        const command = COMMANDS.find((one) => one === chosen);
        if (command === 'reopen') void commands.executeCommand('workbench.action.reopenWithEditor');
        else if (command) void commands.executeCommand(command, uri);
      });
      const read = await readOffice(server, uri);
      if (token.isCancellationRequested) return;
      webview.html = wordPage({ name: nameOf(uri), read, words: words(), nonce: nonce() });
    },
  };
  return window.registerCustomEditorProvider('planlint.word', provider, {
    webviewOptions: { retainContextWhenHidden: false },
  });
}

/** What the page can ask for. */
const COMMANDS = ['planlint.import', 'planlint.review', 'reopen'] as const;

function words() {
  return {
    about: l10n.t(
      'This is a Word document. Planlint reads its text, with the numbers that Word counts by itself; the file stays as it is.',
    ),
    import: l10n.t('Import as a work plan'),
    review: l10n.t('Write the findings into a copy as comments…'),
    reopen: l10n.t('Open with another editor…'),
  };
}
