import { Transform, type TransformCallback } from 'node:stream';
import {
  AbstractMessageWriter,
  type Message,
  type MessageWriter,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { Room } from './written.ts';

/**
 * The messages of a stream (LSP 3.17, base protocol) less what is none: where a header is broken or states a wrong
 * length, that is told and reading goes on at the next header. Left alone, the reader behind it would wait for ever.
 */
export class Frames extends Transform {
  readonly #say: (line: string) => void;
  #held: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  /** Chunks that are not joined yet, since a long message comes in many. */
  #chunks: Buffer[] = [];
  #size = 0;
  /** What has to be there before it is worth looking. */
  #wanted = 0;
  /** The end of the chunk before. */
  #tail = '';
  /** Nothing counts before the next header. */
  #lost = false;

  constructor(say: (line: string) => void) {
    super();
    this.#say = say;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    // A header inside of what should be a body shows that its length is wrong, however long that is.
    const seen = this.#tail + chunk.toString('latin1');
    this.#tail = seen.slice(-LONGEST_LENGTH);
    if (this.#size >= this.#wanted || LENGTH.test(seen)) {
      this.#held = Buffer.concat([this.#held, ...this.#chunks]);
      this.#chunks = [];
      while (this.#take());
      this.#size = this.#held.length;
    }
    done();
  }

  /** Passes on the first message, or drops what is none; false where there is nothing to do yet. */
  #take(): boolean {
    if (this.#lost) return this.#seek(0);
    const held = this.#held;
    const end = held.indexOf(BLANK);
    if (end < 0) {
      this.#wanted = 0;
      if (held.length <= LONGEST_HEADER) return false;
      return this.#drop(0);
    }
    const header =
      /^(?:[!-9;-~]+:[^\r\n]*\r\n)*Content-Length: *(?<length>\d{1,9})\r\n(?:[!-9;-~]+:[^\r\n]*\r\n)*$/iu.exec(
        held.subarray(0, end + 2).toString('latin1'),
      );
    if (!header) return this.#drop(0);
    const from = end + BLANK.length;
    const to = from + Number(header.groups?.length);
    const next = nextHeader(held, from);
    if (next >= 0 && next < to) return this.#drop(from);
    if (held.length < to) {
      this.#wanted = to;
      return false;
    }
    if (!isObject(held, from, to)) return this.#drop(from);
    this.push(held.subarray(0, to));
    this.#held = held.subarray(to);
    this.#wanted = 0;
    return this.#held.length > 0;
  }

  /** Tells of what is no message, and goes on at the first header behind `from`. */
  #drop(from: number): boolean {
    this.#say('a message whose header is broken or states a wrong length is left out.');
    return this.#seek(Math.max(1, from));
  }

  /** Goes on at the first header from `from` on; false where there is none yet. */
  #seek(from: number): boolean {
    const next = nextHeader(this.#held, from);
    this.#lost = next < 0;
    // What begins to look like one at the end may become one.
    this.#held = this.#held.subarray(this.#lost ? Math.max(from, this.#held.length - LONGEST_LENGTH) : next);
    this.#wanted = 0;
    return !this.#lost;
  }
}

/** No message of JSON holds one: between its quotes a line end is written as `\n`. */
const HEADER = 'Content-Length: ';
/** `Content-Length: 120`, with its line's end. */
const LENGTH = /Content-Length: \d{1,12}\r\n/u;
const LONGEST_LENGTH = 40;
const BLANK = '\r\n\r\n';
const LONGEST_HEADER = 4096;
const OPENS = '{'.charCodeAt(0);
const CLOSES = '}'.charCodeAt(0);
/** JSON's own: Emacs's lsp-mode ends each body with a line end that it counts. */
const SPACES = new Set([...' \t\r\n'].map((space) => space.charCodeAt(0)));

/** Whether what stands there begins and ends as an object of JSON does, white space around it aside. */
function isObject(held: Buffer<ArrayBufferLike>, from: number, to: number): boolean {
  let [first, last] = [from, to - 1];
  while (first < last && SPACES.has(held[first] ?? 0)) first += 1;
  while (last > first && SPACES.has(held[last] ?? 0)) last -= 1;
  return held[first] === OPENS && held[last] === CLOSES;
}

function nextHeader(held: Buffer<ArrayBufferLike>, from: number): number {
  for (let at = held.indexOf(HEADER, from); at >= 0; at = held.indexOf(HEADER, at + 1)) {
    if (LENGTH.test(held.toString('latin1', at, at + LONGEST_LENGTH))) return at;
  }
  return -1;
}

/** Counts messages that nobody has read: those stand in memory whole. */
class Unread {
  #count = 0;
  readonly #whenWritten: (() => void)[] = [];
  #whenFew: (() => void) | undefined;
  /** Resolves when the last who asked for room has had time to begin to write. */
  #line = Promise.resolve();

  /** Counts a message for as long as it is being written. */
  async during(writing: Promise<void>): Promise<void> {
    this.#count += 1;
    try {
      await writing;
    } finally {
      this.#count -= 1;
      this.#whenFew?.();
      this.#whenFew = undefined;
      if (this.#count === 0) for (const done of this.#whenWritten.splice(0)) done();
    }
  }

  /** Resolves when all is written; soon at any rate, since somebody who reads nothing keeps nobody from his work. */
  async written(): Promise<void> {
    if (this.#count === 0) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, LONGEST_WAIT);
      this.#whenWritten.push(() => {
        clearTimeout(late);
        resolve();
      });
    });
  }

  /**
   * Resolves when few messages are unread and what others have to say is on its way, for one after the other: a long
   * message goes out in parts, and only while the program does nothing else.
   */
  async room(): Promise<void> {
    const own = this.#line.then(() => this.#fewUnread()).then(() => this.written());
    this.#line = own.then(handedOver);
    await own;
  }

  /** Only the first in line waits for it. */
  async #fewUnread(): Promise<void> {
    if (this.#count < MOST_UNREAD) return;
    await new Promise<void>((resolve) => {
      this.#whenFew = resolve;
    });
  }
}

/** Resolves when what is ready now was handed to the writer, which is a turn behind what it answers. */
export async function handedOver(): Promise<void> {
  for (let turns = 0; turns < 2; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}

const MOST_UNREAD = 16;
/** In milliseconds. */
const LONGEST_WAIT = 100;

/** Writes messages to a stream, and knows how many of them nobody has read. */
export class CountingWriter extends StreamMessageWriter {
  readonly unread = new Unread();

  constructor(stream: NodeJS.WritableStream) {
    const room = new Room();
    // Called when the message before is sent.
    const encode = async (message: Message) => room.written(message);
    super(stream, { contentTypeEncoder: { name: 'application/json', encode } });
  }

  override write(message: Message): Promise<void> {
    return this.unread.during(super.write(message));
  }
}

/** The same to the process that started this one, over the channel between the two. */
export class ChannelWriter extends AbstractMessageWriter implements MessageWriter {
  readonly unread = new Unread();
  readonly #channel: Pick<NodeJS.Process, 'send'>;
  #failed = 0;

  constructor(channel: Pick<NodeJS.Process, 'send'>) {
    super();
    this.#channel = channel;
  }

  write(message: Message): Promise<void> {
    const sent = new Promise<void>((resolve) => {
      const sending = this.#channel.send?.(message, undefined, undefined, (error) => {
        this.#failed = error ? this.#failed + 1 : 0;
        if (error) this.fireError(error, message, this.#failed);
        resolve();
      });
      // Nobody started this process: what has nowhere to go waits for nobody.
      if (sending === undefined) resolve();
    });
    return this.unread.during(sent);
  }

  end(): void {}
}
