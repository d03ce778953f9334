import type { Files, Git, Watch } from '../files.ts';
import type { Office } from '../office/office.ts';
import type { Examined, Job } from './check/examine.ts';

/** All that the command line takes from outside and gives back: a process, or in tests a few values. */
export interface Host {
  /** The arguments after the program's name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  readonly git: Git;
  /** A word that differs between programs that may find different things in one text. */
  readonly build: () => Promise<string>;
  readonly threads: Threads;
  /** Has code made as is best where there are so many characters to check, until what it gives is called. */
  readonly sparing?: (characters: number) => () => void;
  /** Leaves more room for what is remembered than for what is let go of soon, until what it gives is called. */
  readonly compact?: () => () => void;
  /** Tells of every change in a folder, though not below it, until the function that it gives is called. */
  readonly watch: Watch;
  /** Calls `end` instead of ending the program when the user interrupts it, until what it gives is called. */
  readonly onInterrupt: (end: () => void) => () => void;
  /** The bundle that reads and writes office files; loaded when it is asked for. */
  readonly office: () => Promise<Office>;
  /** Standard input as it comes, no faster than it is taken. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Standard input to its end. */
  readonly readStdin: () => Promise<Uint8Array>;
  /** Hands over to the language server; resolves when it has ended. */
  readonly serve?: () => Promise<Exit>;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Other threads to check in. */
export interface Threads {
  /** How many this machine runs at once. */
  readonly available: number;
  readonly start: () => Thread;
}

export interface Thread {
  /** One job at a time; rejects where it fails. */
  readonly examine: (job: Job) => Promise<Examined>;
  /** Whether it broke down: then it takes no more jobs. */
  readonly hasEnded: () => boolean;
  readonly end: () => void;
}

export interface Output {
  /** A person looks at it: a terminal, not a file or a pipe. */
  readonly isTTY: boolean;
  /** Width of the terminal in cells, where it is known. */
  readonly columns: number | undefined;
  /** Rejects where nothing can be written; a reader that went away is no error. */
  readonly write: (content: string | Uint8Array) => Promise<void>;
  /** Whether the reader was found to have gone away, where that can happen. */
  readonly isGone?: () => boolean;
}

/** Exit codes; where several apply the largest wins: 3 internal fault, 2 wrong usage or input, 1 findings, 0 clean. */
export type Exit = 0 | 1 | 2 | 3;

export function worst(...exits: readonly Exit[]): Exit {
  return exits.reduce((a, b) => (a > b ? a : b), 0);
}
