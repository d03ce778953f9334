import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { Table } from '../../../server/src/protocol.ts';
import type { Commands } from '../editor/commands.ts';
import { activePlan, nameOf, openPlace } from '../editor/place.ts';
import { say } from '../editor/say.ts';
import type { Server } from '../server.ts';
import { pageOf } from './page.ts';
import { forgetPrinted, openToPrint } from './print.ts';
import { pageWords } from './words.ts';

/** The preview: the responsibility table and the timeline of the plan, following the text. */
export function registerPreview(context: ExtensionContext, server: Server): Commands {
  const panels = new Map<string, Preview>();
  void forgetPrinted(context.globalStorageUri);
  context.subscriptions.push({ dispose: () => [...panels.values()].map((panel) => panel.dispose()) });
  const open = (show: Show, column: ViewColumn) => (uri?: unknown) => {
    const plan = uri instanceof Uri ? uri : activePlan()?.document.uri;
    if (!plan) return say(l10n.t('Open a work plan first.'));
    const key = plan.toString();
    const known = panels.get(key);
    if (known) return known.reveal(show);
    panels.set(key, new Preview(context, server, plan, show, column, () => panels.delete(key)));
  };
  return {
    'planlint.showPreview': open('table', ViewColumn.Active),
    'planlint.showPreviewToSide': open('table', ViewColumn.Beside),
    'planlint.showTimeline': open('timeline', ViewColumn.Beside),
  };
}

type Show = 'table' | 'timeline';

/** Milliseconds without a change before the page is made anew. */
const QUIET = 300;

class Preview implements Disposable {
  readonly #server: Server;
  readonly #plan: Uri;
  readonly #panel: WebviewPanel;
  readonly #storage: Uri;
  readonly #disposables: Disposable[];
  #show: Show;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: Table | undefined;
  #asked = 0;

  constructor(
    { globalStorageUri }: ExtensionContext,
    server: Server,
    plan: Uri,
    show: Show,
    column: ViewColumn,
    closed: () => void,
  ) {
    this.#server = server;
    this.#plan = plan;
    this.#show = show;
    this.#storage = globalStorageUri;
    this.#panel = window.createWebviewPanel(
      'planlint.preview',
      l10n.t('Responsibility table: {0}', nameOf(plan)),
      { viewColumn: column, preserveFocus: column === ViewColumn.Beside },
      { enableScripts: true, localResourceRoots: [], enableFindWidget: true },
    );
    this.#disposables = [
      this.#panel.onDidDispose(() => {
        clearTimeout(this.#timer);
        for (const one of this.#disposables) one.dispose();
        closed();
      }),
      this.#panel.webview.onDidReceiveMessage((message: Message) => this.#hear(message)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === plan.toString()) this.#soon(QUIET);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.toString() === plan.toString()) this.#soon(QUIET);
      }),
      server.onSettled(() => this.#soon(QUIET)),
    ];
    this.#soon(0);
  }

  reveal(show: Show): void {
    this.#show = show;
    this.#panel.reveal(undefined, false);
    void this.#panel.webview.postMessage({ show });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), wait);
  }

  async #refresh(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    if (this.#isGone()) return this.dispose();
    const table = await this.#table();
    if (asked !== this.#asked || !table || JSON.stringify(table) === JSON.stringify(this.#shown)) return;
    this.#shown = table;
    this.#panel.webview.html = pageOf(table, pageWords(), { nonce: nonce(), show: this.#show });
  }

  /** A plan that was never saved ends with its editor; to open it again would make an empty one of its name. */
  #isGone(): boolean {
    const key = this.#plan.toString();
    return (
      this.#plan.scheme === 'untitled' && workspace.textDocuments.every(({ uri }) => uri.toString() !== key)
    );
  }

  async #table(): Promise<Table | null | undefined> {
    // The server knows what is open and what lies in the workspace; this makes sure of the first.
    await workspace.openTextDocument(this.#plan).then(undefined, () => undefined);
    return await this.#server.ask('planlint/table', { textDocument: { uri: this.#plan.toString() } });
  }

  async #hear(message: Message): Promise<void> {
    const row = message.row === undefined ? undefined : this.#shown?.rows[message.row];
    if (row) await openPlace({ uri: this.#plan.toString(), range: row.range });
    if (message.do === 'export') await this.#export();
    if (message.do === 'print' && this.#shown) await this.#print(this.#shown);
  }

  /** The same page in the browser; where none can be reached, a file that prints elsewhere. */
  async #print(table: Table): Promise<void> {
    if (await openToPrint(this.#storage, pageOf(table, pageWords(), { nonce: nonce(), show: 'print' }))) {
      return say(l10n.t('The table is opened in the browser, from where it can be printed.'));
    }
    const exportTo = l10n.t('Export…');
    const chosen = await window.showWarningMessage(
      l10n.t('The table cannot be opened in a browser from here. Export it as html or xlsx, and print that.'),
      exportTo,
    );
    if (chosen === exportTo) await this.#export();
  }

  #export(): Thenable<unknown> {
    return commands.executeCommand('planlint.exportTable', this.#plan);
  }
}

/** What the page says. */
interface Message {
  readonly row?: number;
  readonly do?: string;
}

function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
