import type { Message } from 'vscode-languageserver-protocol';
import type { Described, Protocol } from './messages.ts';

interface Wire {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
  readonly error?: { readonly code: unknown; readonly message: unknown };
}

/** Hears what goes over the wire and notes what a server sends that it may not, by the protocol and by what the client said. */
export class Witness {
  readonly faults: string[] = [];
  /** How many messages of the server were looked at. */
  heard = 0;
  /** Methods that were answered with a result. */
  readonly answered = new Set<string>();
  readonly #protocol: Protocol;
  readonly #capabilities: unknown;
  /** Requests of the client that wait for their answers, by id. */
  readonly #asked = new Map<number | string, string>();
  /** What the tokens of partial results were given for. */
  readonly #partial = new Map<unknown, string>();

  constructor(protocol: Protocol, capabilities: unknown) {
    this.#protocol = protocol;
    this.#capabilities = capabilities;
  }

  hear(from: 'client' | 'server', message: Message): void {
    const wire = message as unknown as Wire;
    if (from === 'client') this.#note(wire);
    else {
      this.heard += 1;
      // As it goes over the wire.
      this.#look(JSON.parse(JSON.stringify(wire)) as Wire);
    }
  }

  #note({ id, method, params }: Wire): void {
    if (id === undefined || id === null || method === undefined) return;
    this.#asked.set(id, method);
    if (params?.partialResultToken !== undefined) this.#partial.set(params.partialResultToken, method);
  }

  #look(wire: Wire): void {
    const { id, method, params, error } = wire;
    if (method === '$/progress') this.#progress(params ?? {});
    else if (method !== undefined) this.#sent(method, params);
    else if (id !== undefined && id !== null) {
      const asked = this.#asked.get(id);
      if (asked === undefined) this.#blame('an answer', `to nothing: ${id}`, wire);
      else if (error) {
        if (typeof error.code !== 'number' || typeof error.message !== 'string')
          this.#blame(asked, 'an error without code or message', wire);
        else if (error.code === INTERNAL) this.#blame(asked, 'an internal error', wire);
      } else {
        this.answered.add(asked);
        this.#check(asked, 'result', wire.result === undefined ? null : wire.result);
      }
    }
  }

  /** A request or notification of the server. */
  #sent(method: string, params: unknown): void {
    // Ours, which a client says that it knows.
    if (method.startsWith('planlint/')) return;
    const described = this.#check(method, 'params', params);
    const wanted = described?.capability;
    if (wanted !== undefined && described?.result !== undefined && !at(this.#capabilities, wanted))
      this.#blame(method, `to a client that does not say ${wanted}`, params);
    if (method !== 'client/registerCapability') return;
    for (const one of (params as { registrations: { method: string; registerOptions?: unknown }[] })
      .registrations) {
      const place = this.#protocol.messages.get(one.method)?.capability ?? one.method.replace('/', '.');
      if (!at(this.#capabilities, `${place}.dynamicRegistration`) && !WITHOUT.has(one.method))
        this.#blame(
          one.method,
          `registered with a client that does not say ${place}.dynamicRegistration`,
          one,
        );
      if (one.registerOptions !== undefined) this.#check(one.method, 'registration', one.registerOptions);
    }
  }

  #progress({ token, value }: Record<string, unknown>): void {
    const asked = this.#partial.get(token);
    if (asked !== undefined) this.#check(asked, 'partial', value);
    else {
      const faults = this.#protocol.faultsIn(this.#protocol.workDone, value);
      if (faults.length > 0) this.#blame('$/progress', faults, value);
    }
  }

  #check(method: string, part: keyof Omit<Described, 'capability'>, value: unknown): Described | undefined {
    if (method.startsWith('planlint/')) return undefined;
    const described = this.#protocol.messages.get(method);
    const schema = described?.[part];
    const faults = schema === undefined ? ['unknown'] : this.#protocol.faultsIn(schema, value);
    if (faults.length > 0) this.#blame(`${method} ${part}`, faults, value);
    return described;
  }

  #blame(what: string, why: unknown, value: unknown): void {
    const short = (some: unknown) => String(JSON.stringify(some)).slice(0, 400);
    this.faults.push(`${what}: ${short(why)} in ${short(value)}`);
  }
}

const INTERNAL = -32603;

/** What can be registered for whoever says that there are folders, or a configuration. */
const WITHOUT = new Set(['workspace/didChangeWorkspaceFolders']);

/** `workspace.configuration` of what a client says. */
function at(capabilities: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
      capabilities,
    );
}
