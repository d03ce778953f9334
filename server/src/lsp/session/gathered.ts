import {
  emptyWorkspace,
  type IndexedDocument,
  type Workspace,
  withAppointed,
  withChanges,
} from '../../core/people/workspace.ts';

/** The index of all that was read. What comes and goes between two looks at it costs one copy of it, and not one a file. */
export class Gathered {
  #workspace: Workspace = emptyWorkspace;
  readonly #changes = new Map<string, IndexedDocument | undefined>();

  get workspace(): Workspace {
    if (this.#changes.size > 0) {
      this.#workspace = withChanges(this.#workspace, [...this.#changes]);
      this.#changes.clear();
    }
    return this.#workspace;
  }

  /** Sets the directories that serve a document before those around it, whether it was read already or not. */
  appoint(path: string, paths: readonly string[]): void {
    if (JSON.stringify(this.#workspace.appointed.get(path) ?? []) === JSON.stringify(paths)) return;
    this.#workspace = withAppointed(this.#workspace, path, paths);
  }

  /** Takes a document in, in place of what stood at its path. */
  add(document: IndexedDocument): void {
    this.#changes.set(document.path, document);
  }

  /** Takes out what stands at a path. */
  remove(path: string): void {
    this.#changes.set(path, undefined);
  }
}
