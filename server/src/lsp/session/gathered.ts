import {
  emptyWorkspace,
  type IndexedDocument,
  type Workspace,
  withAppointed,
  withDocuments,
} from '../../core/people/workspace.ts';

/** The index of all that was read. What comes between two looks at it costs one copy of it, and not one a file. */
export class Gathered {
  #workspace: Workspace = emptyWorkspace;
  readonly #read = new Map<string, IndexedDocument>();

  get workspace(): Workspace {
    if (this.#read.size > 0) {
      this.#workspace = withDocuments(this.#workspace, [...this.#read.values()]);
      this.#read.clear();
    }
    return this.#workspace;
  }

  /** Puts another in the place of the index, made from what it is now. */
  set workspace(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Sets the directories that serve a document before those around it, whether it was read already or not. */
  appoint(path: string, paths: readonly string[]): void {
    if (JSON.stringify(this.#workspace.appointed.get(path) ?? []) === JSON.stringify(paths)) return;
    this.#workspace = withAppointed(this.#workspace, path, paths);
  }

  /** Takes a document in, in place of what stood at its path. */
  add(document: IndexedDocument): void {
    this.#read.set(document.path, document);
  }
}
