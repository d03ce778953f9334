/** Why a file of an office program is not read. */
export type Refused =
  /** No such archive, or parts of it are missing or damaged. */
  | 'broken'
  /** Protected by a password. */
  | 'encrypted'
  /** The binary formats from before 2007: .doc, .xls, .wps. */
  | 'legacy'
  /** It unpacks to more than any document is. */
  | 'oversized'
  /** Its XML declares a document type, which no office program writes. */
  | 'dtd'
  /** An office file of another kind, or nothing that is read here. */
  | 'otherKind';

/** Ends the reading of a file; caught where the room is entered. */
export class Refusal extends Error {
  readonly reason: Refused;
  constructor(reason: Refused) {
    super(reason);
    this.reason = reason;
  }
}
