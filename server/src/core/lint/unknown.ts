import { isGeneric } from '../people/bodies.ts';
import { type Directory, nameKey } from '../people/directory.ts';
import type { Entry } from '../people/entry.ts';
import { groupedBy, type Named, namedIn } from '../people/named.ts';
import { isSameBody, resolverFor, similarNames } from '../people/names.ts';
import type { Plan } from '../plan/plan.ts';
import { isBody } from '../read/fields/bodies.ts';
import { flatMapped } from '../text/flat.ts';
import type { Message } from './finding.ts';
import { placeOf, relatedTo, replacing } from './mentions.ts';
import { titleOf } from './missing.ts';
import type { Report } from './rule.ts';

/** Whom a rule looks up in the directories. */
export interface Sought {
  readonly kind: 'person' | 'unit';
  /** What such a one is called. */
  readonly called: Message;
  /** Whether an entry is such a one. */
  readonly fits: (entry: Entry) => boolean;
  /** Whether the directories are expected to list the name: one that lists no schools says nothing about them. */
  readonly expected: (directories: readonly Directory[]) => (named: Named) => boolean;
}

/**
 * Reports every name that no directory knows, once, at its first mention. A name that may be a slip of a known one is
 * told so. Where the directories know only few of the names, they are what is incomplete: the document is told once,
 * and each name gets a hint.
 */
export function reportUnknown(
  plan: Plan,
  report: Report,
  directories: readonly Directory[],
  sought: Sought,
): void {
  if (!directories.some(({ entries }) => entries.some(sought.fits))) return;
  const resolve = resolverFor(directories);
  const named = namedIn(plan).filter(({ party }) => party.kind === sought.kind && !isGeneric(party.name));
  const known = new Set<string>();
  const unknown: Unknown[] = [];
  for (const [key, mentions] of groupedBy(named, ({ name }) => nameKey(name))) {
    if (resolve(key) || isMentioned(directories, key)) known.add(key);
    else unknown.push({ key, mentions });
  }
  const slips = new Map<Unknown, readonly string[]>();
  for (const one of unknown.slice(0, MOST_COMPARED)) {
    const similar = similarNames(directories, one.key, sought.fits);
    if (similar.length > 0) slips.set(one, similar);
  }
  const expected = sought.expected(directories);
  const others = unknown.filter((one) => !slips.has(one) && expected(one.mentions[0]));
  const incomplete = others.length > MOST_ALONE && others.length > known.size;
  if (incomplete) {
    report(titleOf(plan), incompleteMessage(others.length, others.length + known.size, sought), {
      severity: 'info',
    });
  }
  for (const [one, similar] of slips) reportSlip(report, directories, one, similar, sought);
  for (const { mentions } of others) {
    const [{ party }] = mentions;
    report(party.span, unknownMessage(mentions, sought), {
      unlisted: { name: party.name, kind: party.kind },
      ...relatedTo(mentions),
      ...(incomplete && { severity: 'hint' as const }),
    });
  }
}

interface Unknown {
  readonly key: string;
  readonly mentions: readonly [Named, ...Named[]];
}

/** A document with more names to compare has no slips but another directory. */
const MOST_COMPARED = 40;
/** So many unknown names are told one by one in any case. */
const MOST_ALONE = 3;

/** A name that an entry mentions, or that of the body whose directory it is, is known. */
function isMentioned(directories: readonly Directory[], key: string): boolean {
  return directories.some(
    ({ mentioned, body }) =>
      mentioned.has(key) || (body !== undefined && (body === key || isSameBody(nameKey(body), key))),
  );
}

function reportSlip(
  report: Report,
  directories: readonly Directory[],
  { key, mentions }: Unknown,
  similar: readonly string[],
  sought: Sought,
): void {
  const [{ party }] = mentions;
  const [only, ...more] = similar;
  // Which of several is meant is for a person to say.
  const fix =
    only !== undefined &&
    more.length === 0 &&
    isOneKind(key, nameKey(only), sought) &&
    replacing(mentions, only);
  const zh = similar.map((name) => `“${name}”`).join('、');
  const en = similar.map((name) => `“${name}”`).join(' or ');
  report(
    party.span,
    {
      zh: `名录中没有“${party.name}”，是不是${zh}？请核对。`,
      en: `“${party.name}” is not in the directory; is ${en} meant? Please check the ${sought.called.en}.`,
    },
    {
      ...(fix && { fix }),
      unlisted: { name: party.name, kind: party.kind },
      elsewhere: flatMapped(similar, (name) => placeOf(directories, name)),
      ...relatedTo(mentions),
    },
  );
}

/** A station (电教站) is no office (电教股); 人事料 is no body at all, and 人事股 is an office as 人事科 is. */
function isOneKind(key: string, known: string, { kind }: Sought): boolean {
  const [end, ending] = [key.slice(-1), known.slice(-1)];
  return kind === 'person' || end === ending || !isBody(key) || (OFFICE.test(end) && OFFICE.test(ending));
}

const OFFICE = /[科股室处]/u;

function unknownMessage(mentions: readonly [Named, ...Named[]], { called }: Sought): Message {
  const [{ party }] = mentions;
  const [zh, en] =
    mentions.length > 1 ? [`（全文${mentions.length}处）`, ` (named ${mentions.length} times)`] : ['', ''];
  return {
    zh: `名录中没有${called.zh}“${party.name}”${zh}。`,
    en: `The directory has no ${called.en} “${party.name}”${en}.`,
  };
}

function incompleteMessage(unknown: number, all: number, { called }: Sought): Message {
  return {
    zh: `全文写到${all}个${called.zh}，其中${unknown}个不在名录中，名录可能不全。`,
    en: `${unknown} of the ${all} ${called.en}s named are not in the directory; it may be incomplete.`,
  };
}
