/**
 * The room `people`: who is who. Unit directories and their entries, how names compare and resolve, everybody whom a
 * workspace of plans names.
 */

import type { Plan } from '../plan/plan.ts';
import { flatMapped } from '../text/flat.ts';
import { nameText } from '../text/fold.ts';
import { entriesOf } from './entries.ts';
import { type Entry, mentionsOf, type Named, namesOf } from './entry.ts';

/**
 * Reads the entries of a directory document, or of a plan's section that is headed 责任单位名录. Undefined where the
 * plan has neither. Of two entries with one name the first is meant, and `doubles` tells.
 */
export function directoryOf(plan: Plan, path: string): Directory | undefined {
  const entries = entriesOf(plan);
  if (!entries) return undefined;
  const body = BODY.exec(nameText(plan.title?.text ?? ''))?.[1];
  return { path, body: plan.kind === 'directory' ? body : undefined, entries, ...indexed(entries) };
}

/** `澄溪县教育局2026年责任单位名录` is that of 澄溪县教育局. */
const BODY =
  /^(?!责任|单位|部门|机构)(.{2,30}?)(?:\d{4}年度?)?(?:责任|承办|内设|直属|机关|相关|有关|各){0,2}(?:单位|部门|科室|处室|股室|机构|学校|领导|干部|人员){0,2}(?:及其?负责人)?(?:名录|名錄|通讯录|通訊錄|机构设置)/u;

/** A unit directory (责任单位名录): where units and persons are defined. */
export interface Directory {
  /** The document it was read from. */
  readonly path: string;
  /** The body whose directory it is, from its title: `某县教育局`. */
  readonly body: string | undefined;
  readonly entries: readonly Entry[];
  /** Entries by every name that they go by: those whose own name it is first, then in order. */
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  /** Units by their names without what stands before: 澄溪县教育局 is also 县教育局 and 教育局, 各幼儿园 is 幼儿园. */
  readonly byForm: ReadonlyMap<string, readonly Entry[]>;
  /** Groups by the names of their members (包括). */
  readonly byMember: ReadonlyMap<string, readonly Entry[]>;
  /** Keys of all names that some entry only mentions, such as the body above (上级). */
  readonly mentioned: ReadonlySet<string>;
  /** Units by the persons who head them or are in charge of them (负责人、分管领导). */
  readonly byHead: ReadonlyMap<string, readonly Entry[]>;
  /** Of each list of names that an entry has, where each name stands first, by its key. */
  readonly written: ReadonlyMap<readonly Named[], ReadonlyMap<string, Named>>;
}

/** Names of one directory that more than one entry goes by, with the entries in order. */
export function doubles(
  directory: Directory,
): readonly (readonly [name: string, entries: readonly Entry[]])[] {
  return [...directory.byName].filter(([, entries]) => entries.length > 1);
}

function indexed(
  entries: readonly Entry[],
): Pick<Directory, 'byName' | 'byForm' | 'byMember' | 'byHead' | 'mentioned' | 'written'> {
  const [byName, byForm, byMember, byHead] = [new Map(), new Map(), new Map(), new Map()];
  for (const entry of entries) put(byName, nameKey(entry.name), entry);
  for (const entry of entries) {
    const own = nameKey(entry.name);
    for (const key of new Set(entry.aliases.map(({ name }) => nameKey(name)))) {
      if (key !== own) put(byName, key, entry);
    }
    if (entry.kind !== 'person') {
      for (const form of formsOf(entry)) put(byForm, form, entry);
    }
    for (const { name } of entry.members) put(byMember, nameKey(name), entry);
    for (const { name } of [...entry.heads, ...entry.leaders]) put(byHead, nameKey(name), entry);
  }
  const mentioned = new Set(
    flatMapped(entries, (entry) => mentionsOf(entry).map(({ name }) => nameKey(name))),
  );
  const lists = flatMapped(entries, ({ aliases, members, heads, leaders }) => [
    aliases,
    members,
    heads,
    leaders,
  ]);
  const written = new Map(
    lists.map((names) => [
      names,
      new Map([...names].reverse().map((one) => [nameKey(one.name), one] as const)),
    ]),
  );
  return { byName, byForm, byMember, byHead, mentioned, written };
}

function formsOf(entry: Entry): ReadonlySet<string> {
  return new Set(
    flatMapped(namesOf(entry), ({ name }) => {
      const key = nameKey(name);
      return entry.kind === 'group' ? [groupCore(key)] : nameForms(key).slice(1);
    }),
  );
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = map.get(key);
  if (!known) map.set(key, [entry]);
  else if (known.at(-1) !== entry) known.push(entry);
}

/** How names compare: without spaces, after NFKC, so that ⼯ equals 工 and （ equals (. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '');
}

/** A name's key, and what it is without the region or the body before it: 澄溪县教育局, 县教育局, 教育局. */
export function nameForms(key: string): readonly string[] {
  const region = REGION.exec(key)?.[0];
  const below = region ? key.slice(region.length) : key;
  const level = LEVEL.exec(below)?.[0];
  return [...new Set([key, below, level ? below.slice(level.length) : below])];
}

/** What a group is made of: 全县各中小学校 and 中小学 are the same. */
export function groupCore(key: string): string {
  return key.replace(GROUP_LEAD, '').replace(/中小学校$/u, '中小学');
}

/** `澄溪` of 澄溪县教育局, but nothing of 社区教育科 and 中心城区办公室. */
const REGION =
  /^[々〇㐀-鿿𠀀-𲎯]{2,6}?(?=(?:[省州旗]|(?<![城都超门夜])市|县|(?<![学社校园地小城郊辖特片考厂])区|(?<![城乡])镇|(?<![家城])乡)[^省市县区州旗镇乡级直委政域场][々〇㐀-鿿𠀀-𲎯])/u;
/** `县` of 县教育局, `局` of 局办公室. */
const LEVEL =
  /^(?:[省市县区州旗镇乡](?=[^省市县区州旗镇乡级直域场委政][々〇㐀-鿿𠀀-𲎯])|[局委厅校](?:机关)?(?=(?:办公室|.{2,5}[科股室处办])$))/u;
const GROUP_LEAD = /^(?:全[省市县区州镇乡])?(?:各|所有|全体)?(?=..)/u;
