import type { ThemeIcon } from 'vscode';
import type { Owner, Place } from '../../../server/src/protocol.ts';

/** A line of a view. */
export interface Node {
  /** Equal for equal things, so that what is unfolded stays so. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: ThemeIcon;
  readonly children?: readonly Node[];
  readonly unfolded?: boolean;
  /** Where a click leads. */
  readonly place?: Place;
  readonly owner?: Owner;
}

/** Nodes of unlike ids even where the same thing is listed twice. */
export function unlike(nodes: readonly Node[]): readonly Node[] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    const count = seen.get(node.id) ?? 0;
    seen.set(node.id, count + 1);
    return count === 0 ? node : { ...node, id: `${node.id}#${count}` };
  });
}
