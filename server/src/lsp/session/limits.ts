/** How much of a workspace is read at most: a home folder opened by mistake must not hurt. */
export interface Limits {
  /** Folders looked into, of each workspace folder. */
  readonly folders: number;
  /** Files read, of each workspace folder, unless the person sets another number. */
  readonly files: number;
  /** For all workspace folders together. */
  readonly milliseconds: number;
  /** Milliseconds that a client has to answer; it is done without what does not come. */
  readonly patience: number;
  /** Milliseconds of work for one request after which others are served. */
  readonly slice: number;
}

export const usualLimits: Limits = {
  folders: 4000,
  files: 2000,
  milliseconds: 60_000,
  patience: 1000,
  slice: 10,
};
