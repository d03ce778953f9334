import {
  commands,
  type Disposable,
  type ExtensionContext,
  env,
  l10n,
  UIKind,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { Table } from '../../../server/src/protocol.ts';
import { saveBytes } from '../commands/output.ts';
import type { Commands } from '../editor/commands.ts';
import { folderOf, nameOf, openPlace, planAtHand } from '../editor/place.ts';
import { say } from '../editor/say.ts';
import type { Server } from '../server.ts';
import { nonce } from './nonce.ts';
import { type PageKind, pageOf, type Show, waitingPage } from './page.ts';
import { forgetPrinted, openToPrint } from './print.ts';
import { pageWords } from './words.ts';

/**
 * The preview: the responsibility table, the timeline and the load of the plan that is edited, following it from plan to
 * plan as the preview of Markdown does, or of all plans of the workspace.
 */
export function registerPreview(context: ExtensionContext, server: Server): Commands {
  let preview: Preview | undefined;
  void forgetPrinted(context.globalStorageUri);
  context.subscriptions.push({ dispose: () => preview?.dispose() });
  const open = (show: Show, column: ViewColumn) => (uri?: unknown) => {
    const plan = uri instanceof Uri ? uri : planAtHand()?.uri;
    if (!plan) return say(l10n.t('Open a work plan first.'));
    if (preview) return preview.reveal(plan, show);
    preview = new Preview(context, server, plan, show, column, () => {
      preview = undefined;
    });
  };
  return {
    'planlint.showPreview': open('table', ViewColumn.Active),
    'planlint.showPreviewToSide': open('table', ViewColumn.Beside),
    'planlint.showTimeline': open('timeline', ViewColumn.Beside),
  };
}

/** Milliseconds without a change before the page is made anew. */
const QUIET = 300;

class Preview implements Disposable {
  readonly #server: Server;
  readonly #panel: WebviewPanel;
  readonly #storage: Uri;
  readonly #disposables: Disposable[];
  #plan: Uri;
  #show: Show;
  #all = false;
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
      titleOf(plan),
      { viewColumn: column, preserveFocus: column === ViewColumn.Beside },
      { enableScripts: true, localResourceRoots: [], enableFindWidget: true },
    );
    this.#panel.webview.html = waitingPage(pageWords(), this.#kind());
    const isShown = ({ uri }: { readonly uri: Uri }) => this.#all || uri.toString() === this.#plan.toString();
    this.#disposables = [
      this.#panel.onDidDispose(() => {
        clearTimeout(this.#timer);
        for (const one of this.#disposables) one.dispose();
        closed();
      }),
      this.#panel.webview.onDidReceiveMessage((message: Message) => this.#hear(message)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isShown(document)) this.#soon(QUIET);
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (isShown(document)) this.#soon(QUIET);
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === 'workplan' && !isShown(editor.document))
          this.#follow(editor.document.uri);
      }),
      server.onSettled(() => this.#soon(QUIET)),
    ];
    this.#soon(0);
  }

  /** Shows a plan, which someone asked for, whatever was shown before. */
  reveal(plan: Uri, show: Show): void {
    this.#show = show;
    this.#panel.reveal(undefined, false);
    void this.#panel.webview.postMessage({ show });
    if (plan.toString() === this.#plan.toString() && !this.#all) return;
    this.#all = false;
    this.#follow(plan);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #follow(plan: Uri): void {
    this.#plan = plan;
    this.#panel.title = titleOf(plan);
    this.#soon(0);
  }

  #kind(): PageKind {
    return { nonce: nonce(), show: this.#show, all: this.#all };
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
    this.#panel.webview.html = pageOf(table, pageWords(), this.#kind());
  }

  /** A plan that was never saved ends with its editor; to open it again would make an empty one of its name. */
  #isGone(): boolean {
    const key = this.#plan.toString();
    return (
      this.#plan.scheme === 'untitled' && workspace.textDocuments.every(({ uri }) => uri.toString() !== key)
    );
  }

  async #table(): Promise<Table | null | undefined> {
    if (this.#all) return await this.#server.ask('planlint/table', {});
    // The server knows what is open and what lies in the workspace; this makes sure of the first.
    await workspace.openTextDocument(this.#plan).then(undefined, () => undefined);
    return await this.#server.ask('planlint/table', { textDocument: { uri: this.#plan.toString() } });
  }

  async #hear(message: Message): Promise<void> {
    const row = message.row === undefined ? undefined : this.#shown?.rows[message.row];
    if (row) await openPlace({ uri: row.uri, range: row.range });
    if (message.scope !== undefined) {
      this.#all = message.scope === 'all';
      this.#panel.title = this.#all ? l10n.t('Responsibility table of all plans') : titleOf(this.#plan);
      this.#soon(0);
    }
    if (message.copy !== undefined) {
      await env.clipboard.writeText(message.copy);
      say(l10n.t('The table is copied.'));
    }
    if (message.do === 'export') await this.#export();
    if (message.do === 'print' && this.#shown) await this.#print(this.#shown);
  }

  /** The same page in the browser; where it cannot be opened there, a file that prints itself when it is. */
  async #print(table: Table): Promise<void> {
    const page = pageOf(table, pageWords(), { nonce: nonce(), show: 'print', all: this.#all });
    if (await openToPrint(this.#storage, page)) {
      return say(l10n.t('The table is opened in the browser, from where it can be printed.'));
    }
    const name = `${table.title || l10n.t('Responsibility table')}.html`;
    // A browser keeps the page itself, where the person finds what they save.
    if (env.uiKind === UIKind.Web && (await this.#panel.webview.postMessage({ name, page }))) {
      return say(l10n.t('The browser saves the table as a web page, which prints where it is opened.'));
    }
    const [save, exportTo] = [l10n.t('Save as a web page…'), l10n.t('Export…')];
    const chosen = await window.showWarningMessage(
      l10n.t(
        'The table cannot be opened in a browser from here. Save it as a web page, which prints where it is opened.',
      ),
      save,
      exportTo,
    );
    if (chosen === exportTo) await this.#export();
    if (chosen !== save) return;
    const folder = folderOf(this.#plan);
    const target = await window.showSaveDialog({
      ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
      filters: { HTML: ['html'] },
    });
    if (target) await saveBytes(target, new TextEncoder().encode(page));
  }

  #export(): Thenable<unknown> {
    return commands.executeCommand('planlint.exportTable', this.#plan);
  }
}

/** What the page says. */
interface Message {
  readonly row?: number;
  readonly do?: string;
  readonly scope?: string;
  /** The rows that are seen, as a table for a spreadsheet. */
  readonly copy?: string;
}

function titleOf(plan: Uri): string {
  return l10n.t('Responsibility table: {0}', nameOf(plan));
}
