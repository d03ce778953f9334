import { dayAfter } from '../text/dates/calendar.ts';
import { recurrenceOf } from '../text/dates/recurrence.ts';
import { flatMapped } from '../text/flat.ts';
import type { Document, Exporter } from './exporter.ts';
import { contentOf, type Entry, labelOf, ledgerOf } from './ledger.ts';

/**
 * The deadlines as a calendar (RFC 5545): one entry for each task that has a day, on that day, with reminders at nine
 * o'clock a week and a day before. An entry keeps its identity while plan and title of the task stay, so that a later
 * export updates it.
 */
export const ics: Exporter = {
  format: 'ics',
  write: (documents, { today } = {}) => calendar(ledgerOf(documents), nameOf(documents), today),
};

function nameOf(documents: readonly Document[]): string {
  const titles = flatMapped(documents, ({ plan }) => (plan.kind === 'plan' ? (plan.title?.text ?? []) : []));
  return titles.length === 1 ? `${titles[0]}` : '工作计划时限';
}

/** A calendar of those entries that have a day; `today` is when it was made. */
export function calendar(entries: readonly Entry[], name: string, today: string | undefined): string {
  const seen = new Map<string, number>();
  const events = flatMapped(entries, (entry) => {
    const when = whenOf(entry);
    if (!when) return [];
    const key = `${entry.plan.title?.text ?? entry.path}\n${entry.task.title}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return eventOf(entry, when, fingerprint(`${key}\n${before}`), today);
  });
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Planlint//Planlint//ZH', 'CALSCALE:GREGORIAN'],
    ...['METHOD:PUBLISH', `X-WR-CALNAME:${worded(name)}`],
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

interface Occasion {
  readonly day: string;
  readonly rule?: string;
}

function whenOf({ deadline, plan }: Entry): Occasion | undefined {
  if (deadline?.end) return { day: deadline.end };
  if (deadline?.precision !== 'recurring' || plan.year === undefined) return undefined;
  const recurrence = recurrenceOf(deadline.text, plan.year);
  return recurrence && { day: recurrence.first, rule: recurrence.rule };
}

function eventOf(
  entry: Entry,
  { day, rule }: Occasion,
  id: string,
  today: string | undefined,
): readonly string[] {
  const { task, plan, leaders, leadUnits, units, support, deadline } = entry;
  const made = today ?? plan.date?.iso ?? `${plan.year ?? day.slice(0, 4)}-01-01`;
  const owners = [...leaders, ...leadUnits, ...units];
  const said = (label: string, names: readonly string[]) =>
    names.length > 0 ? [`${label}：${names.join('、')}`] : [];
  const description = [
    ...said('计划', [plan.title?.text ?? entry.path]),
    ...said('完成时限', deadline ? [deadline.text] : []),
    ...said('牵头', [...leaders, ...leadUnits]),
    ...said('责任单位', units),
    ...said('配合单位', support),
    ...contentOf(entry),
  ];
  return [
    ...['BEGIN:VEVENT', `UID:${id}@planlint`, `DTSTAMP:${compact(made)}T000000Z`],
    ...[`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(dayAfter(day))}`],
    ...(rule ? [`RRULE:${rule}`] : []),
    `SUMMARY:${worded(labelOf(task))}`,
    `DESCRIPTION:${worded(description.join('\n'))}`,
    ...(owners.length > 0 ? [`CATEGORIES:${[...new Set(owners)].map(worded).join(',')}`] : []),
    'TRANSP:TRANSPARENT',
    ...alarm('-P6DT15H', task.title),
    ...alarm('-PT15H', task.title),
    'END:VEVENT',
  ];
}

/** Before the day begins: fifteen hours are nine o'clock of the day before. */
function alarm(trigger: string, title: string): readonly string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${trigger}`,
    `DESCRIPTION:${worded(title)}`,
    'END:VALARM',
  ];
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** TEXT of RFC 5545, 3.3.11. */
function worded(text: string): string {
  return text
    .replace(/[\\;,]/gu, '\\$&')
    .replace(/\r\n|[\r\n]/gu, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Lines of at most 75 octets (RFC 5545, 3.1), no character cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      parts.push(part);
      // The space that a continued line begins with counts.
      [part, octets] = ['', 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

/** Of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** 64 bits of a text (FNV-1a, twice with other beginnings), in hexadecimal: equal for equal texts. */
function fingerprint(text: string): string {
  const hash = (seed: number) => {
    let value = seed;
    for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return hash(0x811c9dc5) + hash(0x9e3779b9);
}
