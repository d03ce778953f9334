import { type Slot, slotAt, wordIn } from '../../lint/stub/slot.ts';
import { fieldStyleOf } from '../../lint/stub/stub.ts';
import { type Detail, detailFor } from '../../people/details.ts';
import { nameKey } from '../../people/directory.ts';
import { type Entry, mentionsOf } from '../../people/entry.ts';
import { directoriesFor, type IndexedDocument, type Workspace } from '../../people/workspace.ts';
import type { Field, FieldRole, Party, Plan } from '../../plan/plan.ts';
import { isBody } from '../../read/fields/bodies.ts';
import { type Labels, namedBy } from '../../read/fields/labels.ts';
import { flatMapped } from '../../text/flat.ts';
import { lineOf, type Span } from '../../text/text.ts';

/**
 * Names that may be written at `offset`: in the value of an owner field, in a detail of a directory's entry, in a
 * bracket that says without labels who does what. Those of the kind that is asked for stand first: the directory's
 * entries by their canonical names, then aliases, then what the documents of the root mention. Undefined elsewhere.
 */
export function completeNames(
  workspace: Workspace,
  path: string,
  offset: number,
  labels: Labels,
): Completion | undefined {
  const document = workspace.documents.get(path);
  const wanted =
    document &&
    (inDetail(document, offset) ?? inField(document.plan, offset, labels) ?? inClause(document.plan, offset));
  if (!document || !wanted) return undefined;
  const choices = new Map<string, Choice>();
  const all = [...listed(workspace, path, wanted), ...mentioned(workspace, document, wanted)];
  for (const choice of all.sort((a, b) => a.rank - b.rank)) {
    const key = nameKey(choice.name);
    if (!choices.has(key) && !wanted.written.has(key)) choices.set(key, choice);
  }
  const typed = document.plan.text.slice(wanted.span.start, wanted.span.end);
  // A name that is written out is not offered again at its end.
  const done = offset === wanted.span.end ? typed : undefined;
  return { span: wanted.span, choices: [...choices.values()].filter(({ text }) => text !== done) };
}

export interface Completion {
  /** What the chosen name replaces. */
  readonly span: Span;
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly name: string;
  /** What is written: the name, or what it does in a clause (`市教育局牵头`). */
  readonly text: string;
  readonly kind: Kind;
  /** The entry that it names, for the documentation. */
  readonly entry: Entry | undefined;
  /** Smaller comes first. */
  readonly rank: number;
}

type Kind = 'person' | 'body';

/** What is asked for at a place. */
interface Wanted {
  readonly span: Span;
  /** Undefined where either may stand. */
  readonly kind: Kind | undefined;
  readonly role: FieldRole | undefined;
  /** What a name does, as the document writes it behind one. */
  readonly verb: string;
  /** Keys of the names that stand there already. */
  readonly written: ReadonlySet<string>;
}

function inField(plan: Plan, offset: number, labels: Labels): Wanted | undefined {
  const slot = slotAt(plan, offset, labels);
  if (!slot || slot.role === 'deadline') return undefined;
  const { role, value } = slot;
  const span = wordIn(plan, slot, offset);
  const parties = flatMapped(plan.fields, (field) =>
    field.value.start >= value.start && field.value.end <= value.end ? field.parties : [],
  );
  return { span, kind: kindFor(slot, parties), role, verb: '', written: keysOf(parties, span) };
}

function kindFor({ label }: Slot, parties: readonly Party[]): Kind | undefined {
  const named = namedBy(label);
  if (named === 'persons') return 'person';
  if (named === 'both') return undefined;
  return parties.some(({ kind }) => kind === 'person') ? undefined : 'body';
}

function keysOf(parties: readonly Party[], but: Span): ReadonlySet<string> {
  const others = parties.filter(({ span }) => span.end < but.start || span.start > but.end);
  return new Set(others.map(({ name }) => nameKey(name)));
}

/** `（上级：`, `；分管：办公室、` in an entry of a directory. */
function inDetail({ plan, directory }: IndexedDocument, offset: number): Wanted | undefined {
  if (!directory?.entries.some(({ span }) => span.start <= offset && offset <= lineEnd(plan, span.end)))
    return undefined;
  const before = plan.text.slice(plan.lineStarts[lineOf(plan.lineStarts, offset)], offset);
  const { label = '', names = '' } = DETAIL.exec(before)?.groups ?? {};
  const kind = KINDS[detailFor(label) ?? 'post'];
  if (!kind) return undefined;
  const list = names.split(/[、，,]/u);
  const word = (list.pop() ?? '').trimStart();
  const written = new Set(list.map(nameKey));
  return { span: { start: offset - word.length, end: offset }, kind, role: undefined, verb: '', written };
}

const DETAIL = /(?:[（(；;，,\s]|^)(?<label>[々〇㐀-鿿𠀀-𲎯]{2,6})[：:](?<names>[^；;：:（）()。]*)$/u;
const KINDS: Readonly<Partial<Record<Detail, Kind>>> = {
  head: 'person',
  leader: 'person',
  charge: 'body',
  parent: 'body',
  member: 'body',
};

function lineEnd({ text }: Plan, from: number): number {
  const end = text.slice(from).search(/[\r\n]/u);
  return end < 0 ? text.length : from + end;
}

/** `（市教育局牵头，‸`: a bracket behind the last sentence, where most brackets of the document have no labels. */
function inClause(plan: Plan, offset: number): Wanted | undefined {
  const clauses = plan.fields.filter(({ placement }) => placement === 'clause');
  const { counts, bracket } = fieldStyleOf(plan);
  if (clauses.length === 0 || clauses.length < counts.lead + counts.unit + counts.support) return undefined;
  const before = plan.text.slice(plan.lineStarts[lineOf(plan.lineStarts, offset)], offset);
  const { inside, stop = '' } = CLAUSE.exec(before)?.groups ?? {};
  // It stands behind the last sentence, or before its `。` where the document has it there.
  if (inside === undefined || (stop === '' && !bracket.beforeStop)) return undefined;
  if (!/^[）)。]{0,2}$/u.test(plan.text.slice(offset, lineEnd(plan, offset)).trim())) return undefined;
  const said = inside.split(/[，,；;]/u);
  const list = (said.pop() ?? '').split('、');
  const word = list.pop() ?? '';
  // What the first of them does, then what those behind it do.
  const verb = verbIn(plan, clauses, said.length === 0);
  if (verb === undefined) return undefined;
  const written = new Set(list.map(nameKey));
  const span = { start: offset - word.trimStart().length, end: offset };
  return { span, kind: 'body', role: undefined, verb, written };
}

/** `…。（市教育局牵头，` */
const CLAUSE = /(?<stop>[。；]?)[（(](?<inside>[^（()）：:。]{0,200})$/u;

/** What most clauses say that head their bracket, or that do not: `牵头`, `配合`, `负责`. */
function verbIn({ text }: Plan, clauses: readonly Field[], first: boolean): string | undefined {
  const counts = new Map<string, number>();
  for (const { holder, parties } of clauses) {
    const [one, last] = [parties[0], parties.at(-1)];
    if (!one || !last || one.span.start <= holder.start + 1 !== first) continue;
    const verb = VERB.exec(text.slice(last.span.end, last.span.end + 16))?.[0];
    if (verb) counts.set(verb, (counts.get(verb) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** `牵头` of 市教育局牵头，市财政局配合; `等按职责分工负责` */
const VERB = /^[々〇㐀-鿿𠀀-𲎯]{2,10}(?=[，,；;）)])/u;

/** The entries of the directories, and whom those mention. */
function listed(workspace: Workspace, path: string, wanted: Wanted): readonly Choice[] {
  const found: Choice[] = [];
  for (const { entries, body } of directoriesFor(workspace, path)) {
    const add = (name: string, kind: Kind, entry: Entry | undefined, rank: number) =>
      found.push(choiceOf(name, kind, entry, rank + (isOf(kind, wanted) ? 0 : OTHER_KIND), wanted));
    for (const entry of entries) {
      const kind = entry.kind === 'person' ? 'person' : 'body';
      add(entry.name, kind, entry, 0);
      for (const alias of entry.aliases) add(alias.name, kind, entry, 1);
      const persons = new Set([...entry.heads, ...entry.leaders]);
      for (const one of mentionsOf(entry)) add(one.name, persons.has(one) ? 'person' : 'body', undefined, 4);
    }
    if (body !== undefined && wanted.verb === '' && wanted.role === undefined)
      add(body, 'body', undefined, 2);
  }
  return found;
}

/** Those of another kind than is asked for come behind all others. */
const OTHER_KIND = 5;

function isOf(kind: Kind, wanted: Wanted): boolean {
  return wanted.kind === undefined || kind === wanted.kind;
}

function choiceOf(
  name: string,
  kind: Kind,
  entry: Entry | undefined,
  rank: number,
  { verb }: Wanted,
): Choice {
  return { name, text: name + verb, kind, entry, rank };
}

/** Whom the documents of the root name; of others than this one no name that is half written. */
function mentioned(workspace: Workspace, own: IndexedDocument, wanted: Wanted): readonly Choice[] {
  const found = new Map<string, { readonly choice: Choice; count: number; sure: boolean }>();
  for (const document of workspace.documents.values()) {
    if (document.root !== own.root) continue;
    for (const { parties, role } of document.plan.fields) {
      for (const { name, kind, span } of parties) {
        const here = document === own;
        if (here && span.start <= wanted.span.end && span.end >= wanted.span.start) continue;
        const key = nameKey(name);
        const is = kind === 'person' ? 'person' : 'body';
        const rank = (role === wanted.role ? 2 : 3) + (isOf(is, wanted) ? 0 : OTHER_KIND);
        const known = found.get(key);
        const choice = choiceOf(name, is, undefined, rank, wanted);
        const better = known && known.choice.rank <= rank ? known.choice : choice;
        const sure = here || known?.sure === true || (is === 'body' && isBody(name));
        found.set(key, { choice: better, count: (known?.count ?? 0) + 1, sure });
      }
    }
  }
  return flatMapped([...found.values()], ({ choice, count, sure }) => (sure || count > 1 ? choice : []));
}
