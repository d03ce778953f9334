import {
  type Disposable,
  EventEmitter,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { Overview } from '../../../server/src/protocol.ts';
import type { Node } from './node.ts';

/** One view: what it makes of the overview. */
export class Tree implements TreeDataProvider<Node>, Disposable {
  readonly view: TreeView<Node>;
  readonly #changed = new EventEmitter<void>();
  readonly #read: (overview: Overview) => readonly Node[];
  readonly #parents = new Map<string, Node>();
  #nodes: readonly Node[] = [];
  #text = '[]';
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(id: string, read: (overview: Overview) => readonly Node[]) {
    this.#read = read;
    this.view = window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true });
  }

  /** Lists an overview; where it says the same as the last one, the view is left alone, and clicks with it. */
  show(overview: Overview): void {
    const nodes = this.#read(overview);
    const text = JSON.stringify(nodes);
    if (text === this.#text) return;
    this.#text = text;
    this.#nodes = nodes;
    this.#parents.clear();
    for (const node of this.#nodes)
      for (const child of node.children ?? []) this.#parents.set(child.id, node);
    this.#changed.fire();
  }

  getChildren(node?: Node): Node[] {
    return [...(node ? (node.children ?? []) : this.#nodes)];
  }

  getParent({ id }: Node): Node | undefined {
    return this.#parents.get(id);
  }

  getTreeItem(node: Node): TreeItem {
    const { id, label, description, tooltip, icon, children, unfolded, place, owner } = node;
    const item = new TreeItem(
      label,
      children === undefined
        ? TreeItemCollapsibleState.None
        : unfolded
          ? TreeItemCollapsibleState.Expanded
          : TreeItemCollapsibleState.Collapsed,
    );
    item.id = id;
    if (description !== undefined) item.description = description;
    item.tooltip = tooltip ?? label;
    if (icon) item.iconPath = icon;
    item.contextValue = [
      ...(place ? ['place'] : []),
      ...(owner ? ['party', owner.defined ? 'defined' : owner.unknown ? 'undefined' : 'alone'] : []),
    ].join(' ');
    if (place && !children) {
      item.command = { command: 'planlint.openPlace', title: label, arguments: [place.uri, place.range] };
    }
    return item;
  }

  dispose(): void {
    this.view.dispose();
    this.#changed.dispose();
  }
}
