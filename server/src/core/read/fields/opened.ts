import type { Passage } from '../../plan/block.ts';
import type { Party } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { matchesIn } from '../../text/matches.ts';
import { isBody, isGroup } from './bodies.ts';
import { timeOf } from './clauses.ts';
import { namesAll, type Stated, statedIn } from './stated.ts';

/** `…。此项工作由市教育局牵头，市财政局参加。`, `责任分工：…`, `由书记周晓同志负责。`: a sentence of its own says who does what stands before it. */
export function openedFields(passage: Passage): readonly Stated[] {
  const { text } = passage;
  return flatMapped(
    matchesIn(text, OPENED),
    ({ index, 0: said, groups: { before = '', opener = '' } = {} }) => {
      const start = index + before.length;
      const end = index + said.length;
      const held = { holder: { start, end }, placement: 'clause' } as const;
      const fields = statedIn(passage, start + opener.length, end, held) ?? [];
      const parties = flatMapped(fields, (field) => field.parties);
      // `由县区政府负责` within a text tells of something; at the end of all it is who does it.
      const ends = opener !== '由' || AT_END.test(text.slice(end));
      const isNamed = ({ name, kind }: Party) =>
        kind === 'person' || (ends && (isBody(name) || isGroup(name)) && !/[要应须将]$/u.test(name));
      const named = opener !== '由' ? namesAll(fields, isNamed) : parties.every(isNamed);
      const isSaid =
        !opener.endsWith('由') ||
        FIXED.test(opener) ||
        (parties.length > 0 && (parties.every(isPersonal) || saysOnly(said)));
      return named && isSaid ? fields : [];
    },
  );
}

const isPersonal = ({ kind }: Party) => kind === 'person';

/** Whether behind who does it nothing is said but who helps and by when: `由产业科牵头，财政局配合，12月底前完成`. */
function saysOnly(said: string): boolean {
  const [, ...clauses] = said.split(',');
  return clauses.every((clause) => HELPS.test(clause) || (ENDS_IN_TIME.test(clause) && timeOf(clause)));
}

const FIXED = /项(?:工作|任务)由$/u;
const HELPS = /(?:配合|协助|协同|参与|参加|支持|负责|牵头|落实)$/u;
const ENDS_IN_TIME = /(?:[前底内]|期间|完成|办结|到位|推进|坚持|落实|全年|长期)$/u;

/** How long the words are that open a statement and name nobody. */
export function openerOf(statement: string): number {
  return OPENER.exec(statement)?.[0].length ?? 0;
}

const OPENER =
  /^(?:(?:此|该|本|这)(?:项|部分)?(?:工作|任务)由|本部分由|(?:责任|职责|任务|工作|部门){1,2}分工:)/u;
const OPENED =
  /(?<before>^\s{0,8}|[。;]\s{0,4})(?<opener>(?:此|该|本|这)项(?:工作|任务)由|(?:责任|职责|任务|工作|部门){1,2}分工:|(?<=[。;]\s{0,4})(?:以上(?:各项)?(?:工作|任务)?)?由(?=[^。;]{2,24}(?:负责|牵头)(?:[,、。]|$)))(?:[^。;:()]|\([^。;:()]{1,12}\)){2,120}(?=[。;]|$)/gu;
const AT_END = /^[。\s]*$/u;
