import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { manualPage } from '../../config/manual.ts';
import type { ConfigFault } from '../../config/read.ts';
import { lineStartsOf } from '../../core/text/text.ts';
import { rangeOf } from '../convert.ts';
import type { Session } from '../session/session.ts';

/** What is wrong with configurations, shown in them: the loader's own words, at the place it found. */
export class ConfigFaults {
  readonly #session: Session;
  /** What the client shows now, by path of the configuration. */
  readonly #shown = new Map<string, string>();
  #unconfirmed = new Set<string>();
  /** What was found since everything was last read, by path: not every document meets every fault. */
  readonly #found = new Map<string, readonly ConfigFault[]>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Shows the faults of configurations that were read; those of `paths` in which none was found are taken back. */
  show(paths: readonly string[], faults: readonly ConfigFault[], uriOf: (path: string) => string): void {
    for (const path of new Set([...paths, ...faults.map((fault) => fault.path)])) {
      this.#unconfirmed.delete(path);
      const found = [...(this.#found.get(path) ?? []), ...faults.filter((fault) => fault.path === path)];
      const unique = new Map(found.map((fault) => [JSON.stringify([fault.span, fault.message]), fault]));
      this.#found.set(path, [...unique.values()]);
      this.#send(path, uriOf(path), [...unique.values()]);
    }
  }

  /** Everything will be read again. */
  expect(): void {
    this.#unconfirmed = new Set(this.#shown.keys());
    this.#found.clear();
  }

  /** Everything was read again: what nobody spoke of is gone. */
  settle(uriOf: (path: string) => string): void {
    for (const path of this.#unconfirmed) this.#send(path, uriOf(path), []);
    this.#unconfirmed.clear();
  }

  #send(path: string, uri: string, faults: readonly ConfigFault[]): void {
    const diagnostics = faults.map((fault) => this.#diagnosticOf(fault));
    const now = JSON.stringify(diagnostics);
    if ((this.#shown.get(path) ?? '[]') === now) return;
    if (diagnostics.length > 0) this.#shown.set(path, now);
    else this.#shown.delete(path);
    this.#session.connection.sendDiagnostics({ uri, diagnostics }).catch(() => undefined);
  }

  #diagnosticOf({ text, span, message, formal }: ConfigFault): Diagnostic {
    const lines = { text, lineStarts: lineStartsOf(text) };
    const { locale, client, encoding } = this.#session;
    const { codeDescriptionSupport, dataSupport } = client.textDocument?.publishDiagnostics ?? {};
    return {
      range: rangeOf(lines, span ?? { start: 0, end: 0 }, encoding),
      severity: DiagnosticSeverity.Error,
      source: 'planlint',
      ...(codeDescriptionSupport && {
        code: 'planlint.json',
        codeDescription: { href: manualPage('configuration', locale) },
      }),
      message: message[locale],
      // Our own client leaves to the editor what that tells of by itself.
      ...(formal && dataSupport && { data: { formal } }),
    };
  }
}
