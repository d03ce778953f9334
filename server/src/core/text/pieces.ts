/**
 * Long lists that are answered again and again with few members changed, in pieces that stay the same objects as long as
 * their members do: whoever writes messages need not write those anew. A hint that can be deleted at any time.
 */
const pieces = new WeakMap<readonly unknown[], Pieces<object>>();

export type Pieces<T> = readonly (readonly T[])[];

/** A list of all members of some pieces, which are known of it. */
export function listOf<T extends object>(of: Pieces<T>): T[] {
  const list: T[] = [];
  for (const piece of of) for (const one of piece) list.push(one);
  pieces.set(list, of);
  return list;
}

/** The pieces of a list; undefined for one that was not made of pieces. */
export function piecesOf<T extends object>(list: readonly T[]): Pieces<T> | undefined {
  return pieces.get(list) as Pieces<T> | undefined;
}

/** Members of a piece: so many that writing them anew costs little, and that keeping what was written costs little, too. */
export const PIECE = 16;

/** The pieces of a list whose members mostly stay the same. */
export function inPieces<T>(list: readonly T[]): Pieces<T> {
  return Array.from({ length: Math.ceil(list.length / PIECE) }, (_, i) =>
    list.slice(i * PIECE, (i + 1) * PIECE),
  );
}
