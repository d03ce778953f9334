import type { Block, Passage } from '../../plan/block.ts';
import type { FieldRole, Party } from '../../plan/plan.ts';
import type { Mark } from '../outline/numbering.ts';
import { isBody, isGroup } from './bodies.ts';
import { nests } from './nesting.ts';
import { partiesIn } from './parties.ts';

/** What one clause of an owner statement says; offsets are into the block's text. */
export interface Owned {
  readonly role: FieldRole;
  readonly from: number;
  readonly to: number;
  /** Empty for a deadline. */
  readonly parties: readonly Party[];
}

/**
 * Reads an owner statement such as `市教育局牵头，市财政局、各区政府按职责分工负责，6月底前完成`: the verb that ends
 * a clause gives its role; clauses without one keep to the label's `role`, else they take the next verb's. Where no
 * `role` is given (an unlabelled bracket), a statement without any verb, or one that does not read as a list of names,
 * is none.
 */
export function ownersIn(
  passage: Passage,
  from: number,
  to: number,
  role: FieldRole | undefined,
  { personal = false, bare = false }: Reading = {},
): readonly Owned[] | undefined {
  const end = from + withoutClosing(passage.text.slice(from, to)).length;
  const found: Owned[] = [];
  let pending: Clause[] = [];
  let last: FieldRole | undefined;
  const take = (clauses: readonly Clause[], as: FieldRole) => {
    const first = clauses[0];
    const final = clauses.at(-1);
    if (!first || !final) return;
    const parties = clauses.flatMap((clause) => partiesIn(passage, clause.from, clause.to, personal));
    found.push({ role: as, from: first.from, to: final.to, parties });
  };
  for (const clause of clausesOf(passage.text, from, end)) {
    if (DATED.test(passage.text.slice(clause.from, clause.end))) {
      take(pending, role ?? 'unit');
      pending = [];
      found.push({ role: 'deadline', from: clause.from, to: clause.end, parties: [] });
    } else if (clause.verb) {
      // `牵头单位：甲，乙配合`: the label says what the first is.
      if (role !== undefined && role !== clause.verb) {
        take(pending, role);
        pending = [];
      }
      take([...pending, clause], clause.verb);
      pending = [];
      last = clause.verb;
    } else {
      pending.push(clause);
    }
  }
  if (role === undefined && last === undefined && !(bare || RULING.test(passage.text.slice(end, to))))
    return undefined;
  take(pending, role ?? 'unit');
  if (role === undefined && !readsAsList(found)) return undefined;
  return found;
}

/** How an owner statement is to be read. */
export interface Reading {
  /** Its label names persons. */
  readonly personal?: boolean;
  /** A list of bodies without label or verb is a statement too. */
  readonly bare?: boolean;
}

/** A rule about those named in the bracket says that they own the task: `甲、乙，第一个逗号前为牵头单位`. */
const RULING = /牵头|下同|不再列出/u;

/**
 * Whether a document ends its tasks in brackets of bodies without a label or a verb: `…。（市法制办，各部门）`. One or
 * two such brackets explain something; most of them are owners.
 */
export function endInNames(blocks: readonly Block[], marks: readonly (Mark | undefined)[]): boolean {
  const numbered = blocks.filter((_, i) => marks[i] && marks[i]?.style !== 'han');
  const named = numbered.filter(({ text }) => {
    const names = END_BRACKET.exec(text.slice(-160))?.[1]?.split(/[、,;]/u) ?? [];
    return names.length > 0 && names.every((name) => name.length >= 3 && isBody(name));
  });
  return named.length >= 3 && named.length * 2 > numbered.length;
}

const END_BRACKET = /(?<=[。;])\(([^()]{3,120})\)。?$/u;

interface Clause {
  readonly from: number;
  /** Without its verb. */
  readonly to: number;
  readonly end: number;
  readonly verb: FieldRole | undefined;
}

/** A date that stands as a clause of its own: `6月底前完成`, `2026年10月`, `长期坚持`. */
const DATED =
  /^\s*(?:于|在|拟于|力争|确保|务必)?\s*(?:\d{4}年|\d{1,2}月|[年月][底末内]|[上下]半年|第?[一二三四]季度|每[年月周季学]|长期|持续|常年|全年|[春秋]季|学期|今年|当年|明年|本年|暑[期假]|寒假)/u;

/** Cuts off what closes a statement and names nobody: position rules, blanket clauses, `下同`. */
function withoutClosing(text: string): string {
  const cut = CLOSING.exec(text);
  if (!cut) return text;
  let end = cut.index;
  // `…市财政局（除分别牵头外，列第一位的为牵头单位）`: the bracket of the rule goes with it.
  const open = Math.max(...[...'([〔【'].map((mark) => text.lastIndexOf(mark, end)));
  if (open >= 0 && !/[)\]〕】]/u.test(text.slice(open, end))) end = open;
  while (end > 0 && ',;。、( '.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

const CLOSING =
  /(?:以下|下同|列(?:在)?第一|列首位|排(?:名|列|在)?(?:第一|首位|最前)|第一个(?:逗号|顿号|单位)|首个|首位|不再(?:一一|逐一)?列出|下列)/u;

function clausesOf(text: string, from: number, to: number): Clause[] {
  const clauses: Clause[] = [];
  let depth = 0;
  let start = from;
  const push = (end: number) => {
    const clause = text.slice(start, end);
    if (clause.trim()) clauses.push(...readClause(clause, start));
    start = end + 1;
  };
  for (let i = from; i < to; i += 1) {
    const character = text[i] ?? '';
    const step = nests(character);
    if (step !== 0) depth = Math.max(0, depth + step);
    else if (depth === 0 && /[,;。]/u.test(character)) push(i);
    else if (depth === 0 && character === '、' && ENDS_WITH_VERB.test(text.slice(Math.max(start, i - 12), i)))
      push(i);
  }
  push(to);
  return clauses;
}

/** `甲牵头、乙负责` and `甲牵头乙配合` put two clauses in one breath. */
const ENDS_WITH_VERB = /(?:牵头|负责|配合|协办|主办|落实|参与)$/u;
const RUN_ON = /^(.{2,60}?(?:牵头))(?:[,、;]?\s*)(?=.{2,200}(?:配合|负责|参与|协助|落实|协办)$)/u;

function readClause(clause: string, at: number): Clause[] {
  const runOn = RUN_ON.exec(clause);
  const second = runOn ? clause.slice(runOn[0].length) : '';
  if (runOn?.[1] && (isBody(bodyBeforeVerb(second)) || isGroup(second))) {
    return [...readClause(runOn[1], at), ...readClause(second, at + runOn[0].length)];
  }
  for (const [role, pattern] of VERBS) {
    const verb = verbAt(pattern, clause);
    if (verb !== undefined) return [{ from: at, to: at + verb, end: at + clause.length, verb: role }];
  }
  return [{ from: at, to: at + clause.length, end: at + clause.length, verb: undefined }];
}

function bodyBeforeVerb(clause: string): string {
  for (const [, pattern] of VERBS) {
    const verb = verbAt(pattern, clause);
    if (verb !== undefined) return clause.slice(0, verb);
  }
  return clause;
}

/** Where the verb that ends a clause begins; a verb with its adverbs is never longer than the stretch looked at. */
function verbAt(pattern: RegExp, clause: string): number | undefined {
  const tail = Math.max(0, clause.length - 48);
  const verb = pattern.exec(tail === 0 ? clause : clause.slice(tail));
  return verb?.[0] ? tail + verb.index : undefined;
}

/** Verbs that end a clause, with the adverbs before them: 共同牵头; 积极配合; 等按职责分工负责落实. */
const VERBS: readonly (readonly [FieldRole, RegExp])[] = [
  [
    'lead',
    /(?:等)?(?:共同|分别|具体|联合|负责|总)?(?:牵头|主办|主责|抓总)(?:抓总|负责|落实|组织|实施|办理|推进|协调|统筹|做好|制定|开展|会同)*\s*$/u,
  ],
  [
    'support',
    /(?:等)?(?:负责|积极|共同|分别|密切|协同|做好|全力|予以|按职责|按照职责|按各自职责)*(?:配合|协办|参与|参加|协助|支持)(?:落实|实施|做好|推进|工作)*\s*$/u,
  ],
  [
    'unit',
    /(?:等)?(?:(?:按照?|根据|依据|结合|依)(?:[各自部门单位分管理主职责能工领域权限任务行业属地的、和及]){1,14})?(?:分工|分别|共同|具体|组织|统筹|各自|联合|抓好|认真|协同)*(?:负责|落实|实施|承办|推进|办理|执行|承担|完成)(?:负责|落实|实施|推进|组织|完成|执行|办理|具体)*\s*$/u,
  ],
];

/** Whether every name reads as one and some is a body: prose in a bracket (`由学校自行负责的除外`) is no owner. */
function readsAsList(found: readonly Owned[]): boolean {
  const parties = found.flatMap((owned) => owned.parties);
  const names = parties.map((party) => party.name);
  if (names.length === 0 || names.some((name) => name.length > 36 || PROSE.test(name))) return false;
  return parties.some(
    ({ name, kind }) => kind === 'person' || isBody(name.normalize('NFKC')) || isGroup(name),
  );
}

const PROSE =
  /[的把被]|^(?:要|将|应(?!急)|对|在|为|从)|由.{3}|(?:自行|自主|统一|[^各]自)$|^(?:详见|参见|见附|每[个所校班人年月])|至少|不[少低]于/u;
