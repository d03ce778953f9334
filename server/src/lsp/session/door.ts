import { type CancellationToken, type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Platform } from './platform.ts';
import { fits } from './shapes.ts';

/**
 * The one way in: every message of the client and every piece of work that nobody waits for passes here. What a
 * handler relies on is there when it is called, and a fault ends with the message that met it: a request is answered
 * with an error, anything else is told to the client's log.
 */
export class Door {
  readonly #connection: Connection;
  readonly #isMet: () => boolean;
  readonly #platform: Pick<Platform, 'room' | 'turn'>;
  /** How many messages came so far. */
  #messages = 0;
  /** How many requests are being dealt with. */
  #asked = 0;

  /** Notifications are left out until the client `isMet`. */
  constructor(connection: Connection, isMet: () => boolean, platform: Pick<Platform, 'room' | 'turn'>) {
    this.#connection = connection;
    this.#isMet = isMet;
    this.#platform = platform;
  }

  /** Serves a notification. */
  told<P>(method: string, handle: (params: P) => unknown): void {
    this.#connection.onNotification(method, (...given: readonly unknown[]) => {
      this.noteMessage();
      if (!this.#isMet()) return;
      const [params] = given;
      if (given.length > 1 || !fits(method, params)) {
        this.#tell(`${method} lacks parameters and is left out.`);
        return;
      }
      void this.contained(method, () => handle(params as P));
    });
  }

  /** Serves a request. */
  asked<P>(method: string, handle: (params: P, token: CancellationToken) => unknown): void {
    this.#connection.onRequest(method, async (...given: readonly unknown[]): Promise<unknown> => {
      // Without parameters the token stands alone.
      const [params, token] = given;
      if (given.length !== 2 || !fits(method, params)) {
        throw new ResponseError(ErrorCodes.InvalidParams, `${method} lacks parameters.`);
      }
      this.noteMessage();
      this.#asked += 1;
      try {
        await this.room();
        return await handle(params as P, token as CancellationToken);
      } finally {
        this.#asked -= 1;
      }
    });
  }

  /** Waits for what a request is held back for: it keeps nobody from what takes long meanwhile. */
  async held(wait: Promise<void>): Promise<void> {
    this.#asked -= 1;
    try {
      await wait;
    } finally {
      this.#asked += 1;
    }
  }

  /** What `work` gives; undefined where it fails, which is told. */
  async contained<T>(about: string, work: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (fault) {
      this.blame(about, fault);
      return undefined;
    }
  }

  /** Calls `work` after so many milliseconds. */
  later(about: string, milliseconds: number, work: () => unknown): ReturnType<typeof setTimeout> {
    return setTimeout(() => void this.contained(about, work), milliseconds);
  }

  /** Notes that a message came; those about the text of documents do not come through here. */
  noteMessage(): void {
    this.#messages += 1;
  }

  /** Resolves when what was answered before is written, for one after the other: requests wait for it, too. */
  async room(): Promise<void> {
    await this.#platform.room?.();
  }

  /**
   * Resolves when what takes long may begin: no more messages come, which are dealt with at once, and the answers are
   * written. Who sends without end keeps nobody from it.
   */
  async lull(): Promise<void> {
    const { turn } = this.#platform;
    if (!turn) return;
    for (let turns = 0; turns < MOST_TURNS; turns += 1) {
      const before = this.#messages;
      await turn();
      if (this.#messages === before) return;
    }
  }

  /**
   * Resolves when what keeps everybody waiting may begin: nobody has asked for anything in a while, or somebody does without
   * end.
   */
  async idle(): Promise<void> {
    for (let pauses = 0; pauses < MOST_PAUSES; pauses += 1) {
      const before = this.#messages;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (this.#messages === before && this.#asked === 0) return;
    }
  }

  /** Tells of a fault. */
  blame(about: string, fault: unknown): void {
    this.#tell(`${about}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
  }

  #tell(line: string): void {
    try {
      this.#connection.console.error(`planlint: ${line}`);
    } catch {
      // Nobody is there any more to be told.
    }
  }
}

/** Many more messages than an editor has for what it shows. */
const MOST_TURNS = 100;

/** In milliseconds: an editor asks for what it shows of a document that it opens in less, one thing after the other. */
const PAUSE = 300;
/** Some seconds of it. */
const MOST_PAUSES = 20;
