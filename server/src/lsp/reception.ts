import type { Connection, ConnectionOptions, InitializeParams } from 'vscode-languageserver';
import { once } from '../core/text/memo.ts';
import { greeting } from './greeting.ts';
import type { Platform } from './session/platform.ts';
import type { Session } from './session/session.ts';

/**
 * Serves the connection that `connect` makes until the client says `exit`: answers `initialize` at once, and loads then
 * what serves everything else. Whatever comes before that is there waits for it, in its order.
 */
export function receive(
  connect: (options: ConnectionOptions) => Connection,
  platform: (connection: Connection) => Platform,
): Reception {
  let session: Session | undefined;
  let met: InitializeParams | undefined;
  const load = once(async () => {
    const { startServer } = await import('./server.ts');
    session = startServer(connection, here, { met });
  });
  let first = true;
  const connection = connect({
    messageStrategy: {
      handleMessage(message, next) {
        const greets = first && 'method' in message && message.method === 'initialize';
        first = false;
        if (session || greets) return next(message);
        return load().then(() => next(message));
      },
    },
  });
  const here = platform(connection);
  connection.onInitialize((params) => {
    const answer = greeting(params, here);
    met = params;
    setTimeout(load, WRITTEN);
    return answer;
  });
  connection.listen();
  return { session: () => session };
}

/** In milliseconds: by then the answer is on its way. Who asks sooner has it loaded sooner. */
const WRITTEN = 10;

/** A connection that is served. */
export interface Reception {
  /** What it works on; undefined before it is loaded. */
  readonly session: () => Session | undefined;
}
