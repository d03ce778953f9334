import { commands, type Disposable, type ExtensionContext, env, window, workspace } from 'vscode';
import type { Overview } from '../../../server/src/protocol.ts';
import type { Commands } from '../editor/commands.ts';
import { openPlace } from '../editor/place.ts';
import type { Server } from '../server.ts';
import { deadlineNodes } from './deadlines.ts';
import { findingNodes } from './findings.ts';
import type { Node } from './node.ts';
import { ownerNodes } from './owners.ts';
import { Tree } from './tree.ts';

/** The side bar: four lists of one overview, asked for when one of them is seen. */
export function registerViews(context: ExtensionContext, server: Server): Commands {
  const side = new SideBar(server);
  context.subscriptions.push(side);
  return {
    'planlint.views.refresh': () => side.refresh(),
    'planlint.views.scopeDocument': () => side.setScope('document'),
    'planlint.views.scopeWorkspace': () => side.setScope('workspace'),
    'planlint.views.goTo': (node: Node) => node.place && openPlace(node.place),
    'planlint.views.showDefinition': ({ owner }: Node) => owner?.defined && openPlace(owner.defined),
    'planlint.views.copyName': ({ owner }: Node) => owner && env.clipboard.writeText(owner.name),
    'planlint.views.findReferences': async ({ owner }: Node) => {
      const place = owner?.defined ?? owner?.tasks[0]?.place;
      if (!place) return;
      await openPlace(place);
      await commands.executeCommand('references-view.findReferences');
    },
  };
}

type Scope = 'document' | 'workspace';

/** Milliseconds without a change before the lists are asked for anew. */
const QUIET = 400;

class SideBar implements Disposable {
  readonly #server: Server;
  readonly #trees: readonly Tree[];
  readonly #disposables: readonly Disposable[];
  #scope: Scope;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #stale = true;
  /** The plan that the lists are of, which stays when another kind of text is looked at. */
  #plan: string | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#trees = [
      new Tree('planlint.units', (overview) => ownerNodes(overview.units)),
      new Tree('planlint.leaders', (overview) => ownerNodes(overview.leaders)),
      new Tree('planlint.deadlines', (overview) => deadlineNodes(overview.deadlines)),
      new Tree('planlint.findings', (overview) => findingNodes(overview.findings, this.#scope)),
    ];
    this.#scope = workspace.getConfiguration('planlint').get<Scope>('views.scope', 'document');
    void this.#announce();
    this.#disposables = [
      ...this.#trees,
      ...this.#trees.map(({ view }) => view.onDidChangeVisibility(() => this.#stale && this.#soon(0))),
      window.onDidChangeActiveTextEditor(() => this.#soon(0)),
      workspace.onDidCloseTextDocument(() => this.#soon(QUIET)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === 'workplan') this.#soon(QUIET);
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('planlint')) this.#soon(QUIET);
      }),
      this.#server.onSettled(() => this.#soon(QUIET)),
    ];
    this.#soon(0);
  }

  async setScope(scope: Scope): Promise<void> {
    this.#scope = scope;
    await this.#announce();
    await this.refresh();
  }

  /** Asks for the lists anew; only the last of several questions is heard. */
  async refresh(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const active = window.activeTextEditor?.document;
    if (active?.languageId === 'workplan') this.#plan = active.uri.toString();
    const open = workspace.textDocuments.some(({ uri }) => uri.toString() === this.#plan);
    const uri = open ? this.#plan : undefined;
    const wanted = this.#scope === 'workspace' ? {} : uri && { textDocument: { uri } };
    const overview = wanted ? await this.#server.ask('planlint/overview', wanted) : NOTHING;
    if (asked !== this.#asked) return;
    this.#stale = false;
    for (const tree of this.#trees) tree.show(overview ?? NOTHING);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const one of this.#disposables) one.dispose();
  }

  #soon(wait: number): void {
    this.#stale = true;
    clearTimeout(this.#timer);
    if (!this.#trees.some(({ view }) => view.visible)) return;
    this.#timer = setTimeout(() => void this.refresh(), wait);
  }

  #announce(): Thenable<unknown> {
    return commands.executeCommand('setContext', 'planlint.viewScope', this.#scope);
  }
}

const NOTHING: Overview = { units: [], leaders: [], deadlines: [], findings: [] };
