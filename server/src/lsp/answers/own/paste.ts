import { lint } from '../../../core/lint/lint.ts';
import { parse } from '../../../core/read/read.ts';
import { pastedAsPlan } from '../../../core/refactor/paste.ts';
import { rules } from '../../../core/rules/index.ts';
import type { Requests } from '../../../protocol.ts';
import type { Session } from '../../session/session.ts';

type Paste = Requests['planlint/paste'];

/** What the clipboard holds as plan text; null where its text is that already. */
export async function pasted(
  { textDocument: { uri }, text, html }: Paste['params'],
  session: Session,
): Promise<Paste['result']> {
  const settings = session.settingsOf(uri);
  const check = (words: string) => lint(parse(words, { labels: settings.labels }), CLEANING, settings, []);
  const plain = pastedAsPlan(text, check);
  const cleans = plain !== text.replace(/\r\n?/gu, '\n');
  const page =
    html !== undefined && STRUCTURED.test(html) ? (await session.platform.office?.())?.page(html) : undefined;
  // A page that says less than its text is none of it.
  const whole = page !== undefined && lettersOf(page).length >= lettersOf(text).length * MOST_LOST;
  const found = whole ? pastedAsPlan(page, check).replace(/\n$/u, '') : plain;
  return cleans || found !== plain ? { text: found, cleans } : null;
}

/** What a text alone does not show: tables with their columns, numbers that are counted. */
const STRUCTURED = /<(?:table|ol|ul|li)\b|mso-list/iu;

const MOST_LOST = 0.8;

function lettersOf(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '');
}

/** Rules whose fixes take out what other programs leave, and no more. */
const CLEANING = rules.filter(({ id }) =>
  ['stray-space', 'control-character', 'lookalike-character', 'html-residue', 'word-residue'].includes(id),
);
