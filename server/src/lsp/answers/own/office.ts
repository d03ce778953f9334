import type { Document } from '../../../core/exports/exporter.ts';
import { exporters, formats } from '../../../core/exports/index.ts';
import { ruleName } from '../../../core/lint/catalogue.ts';
import { lint } from '../../../core/lint/lint.ts';
import { directoriesFor } from '../../../core/people/workspace.ts';
import { parse } from '../../../core/read/read.ts';
import { rules } from '../../../core/rules/index.ts';
import type { Office } from '../../../office/office.ts';
import type { Exported, Requests } from '../../../protocol.ts';
import { isElsewhere, pathOf } from '../../session/path.ts';
import type { Session } from '../../session/session.ts';
import type { Feature } from '../feature.ts';
import { pasted } from './paste.ts';
import { request } from './request.ts';

/** Requests for what the bundle `office` reads and writes; it is loaded with the first of them. */
export const officeRequests: readonly Feature[] = [
  request('planlint/formats', (_, { platform }) =>
    platform.office ? formats : exporters.map(({ format }) => format),
  ),
  request('planlint/export', async ({ textDocument: { uri }, format, by }, session) => {
    const document = documentOf(uri, session);
    if (!document || !formats.includes(format)) return null;
    const near = exporters.find((one) => one.format === format);
    const exporter =
      near ?? (await session.platform.office?.())?.exporters.find((one) => one.format === format);
    const content = exporter?.write([document], { by });
    return content === undefined ? null : exportedOf(content);
  }),
  request('planlint/import', async ({ content }, session) => {
    const office = await session.platform.office?.();
    const bytes = bytesOf(content);
    if (!office || !bytes) return null;
    const read = office.read(bytes);
    if ('refused' in read) return read;
    const { text, notes } = read;
    return { text, revisions: notes?.revisions ?? 0, leftOut: leftOutOf(notes) };
  }),
  request('planlint/paste', pasted),
  request('planlint/review', async ({ content, uri }, session) => {
    const office = await session.platform.office?.();
    const bytes = bytesOf(content);
    if (!office || !bytes) return null;
    const read = office.read(bytes);
    if ('refused' in read) return read;
    const path = pathOf(uri);
    const settings = session.settingsOf(uri);
    const plan = parse(read.text, { labels: settings.labels, path });
    const findings = lint(plan, rules, settings, directoriesFor(session.workspace, path)).filter(
      ({ severity }) => severity !== 'hint',
    );
    const remarks = findings.map(({ span, message, rule }) => ({
      ...span,
      text: `${message[session.locale]}\nPlanlint ${ruleName(rules, rule)[session.locale]} ${rule}`,
    }));
    const written = office.annotate(bytes, remarks);
    if ('refused' in written) return written;
    return { content: base64(written.bytes), findings: findings.length };
  }),
  request('planlint/report', async (asked, session) => {
    const office = await session.platform.office?.();
    return office ? reportOf(asked, office, session) : null;
  }),
];

type Asked = Requests['planlint/report']['params'];

function reportOf(asked: Asked, office: Office, session: Session): Requests['planlint/report']['result'] {
  const as = { format: asked.format, language: session.locale };
  const today = session.platform.today();
  const uri = asked.textDocument?.uri;
  const bytes = bytesOf(asked.content ?? '');
  const own = uri === undefined ? undefined : documentOf(uri, session);
  switch (asked.kind) {
    case 'agenda':
      return {
        content: office.agenda(listedIn(session), { by: asked.by ?? 'month', today, within: 30 }, as),
      };
    case 'trace':
      return own ? { content: office.trace([own], as) } : null;
    case 'compare': {
      if (!bytes) return null;
      const read = office.read(bytes);
      if ('refused' in read) return read;
      const labels = session.settingsOf(uri ?? '').labels;
      const old = { path: asked.name ?? '', plan: parse(read.text, { labels }) };
      return own ? { content: office.compare(old, own, as), old: read.text } : null;
    }
    case 'progress': {
      if (!bytes) return null;
      const read = office.ledger(bytes);
      if ('refused' in read) return read;
      if (read.rows.length === 0) return { refused: 'noLedger' };
      return own ? { content: office.progress(read.rows, [own], today, as) } : null;
    }
  }
}

/** Every plan of the workspace, by the name of its file. */
function listedIn(session: Session): readonly Document[] {
  return [...session.workspace.documents.values()]
    .filter(({ path, plan }) => !isElsewhere(path) && plan.kind === 'plan')
    .map(({ path, plan }) => ({ path: nameOf(path), plan }));
}

function documentOf(uri: string, session: Session): Document | undefined {
  const plan = session.planOf(uri);
  return plan && { path: nameOf(pathOf(uri)), plan };
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}

function leftOutOf(
  notes: { readonly footnotes: number; readonly contents: number; readonly hidden: number } | undefined,
): number {
  return notes ? notes.footnotes + notes.contents + notes.hidden : 0;
}

function exportedOf(content: string | Uint8Array): Exported {
  if (typeof content === 'string') return { content, encoding: 'utf-8' };
  return { content: base64(content), encoding: 'base64' };
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** What base64 stands for; undefined where it is none. */
function bytesOf(content: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
