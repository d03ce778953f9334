/** What one need not read a file for. */
export interface Glance {
  readonly isPlan: boolean;
  /** Nothing in it can be a unit directory. */
  readonly isPlain: boolean;
}
