import { type Block, saying, spanIn } from '../../plan/block.ts';
import type { Blanket, Field, FieldRole } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { matchesIn } from '../../text/matches.ts';
import { isEqual } from '../../text/text.ts';
import { isBody, isGroup } from './bodies.ts';
import { partiesIn } from './parties.ts';
import { placedParty } from './placed.ts';
import { POSITION } from './position.ts';

/** Clauses that add an owner to all that follows: `以下均需各区、县（市）政府落实，不再列出`. */
export function blanketsIn(blocks: readonly Block[]): readonly Blanket[] {
  const known = new Set<string>();
  return flatMapped(blocks, (block) => {
    if (!speaksOfRest(block)) return [];
    return flatMapped(matchesIn(block.text, BLANKET), (match) => {
      const from = match.index + match[0].length;
      const clauseEnd = endOfClause(block.text, from);
      const clause = block.text.slice(from, clauseEnd);
      const verb = CLOSING.exec(clause.slice(-80))?.[0] ?? '';
      const to = clauseEnd - verb.length;
      // Without 不再列出, a verb or 涉及 it only goes on with a sentence.
      const states = verb !== '' || INCLUDES.test(match[0]);
      const listed = states
        ? partiesIn(block, from, to, false).map((party) => placedParty(party, block))
        : [];
      if (verb === '' && !listed.every(({ name }) => isBody(name) || isGroup(name))) return [];
      const parties = listed.filter((party) => !known.has(party.name) && known.add(party.name));
      if (parties.length === 0) return [];
      return [{ span: spanIn(block, match.index, clauseEnd), role: roleOf(verb), parties }];
    });
  });
}

const speaksOfRest = saying(/以下|下列|后续/u);

/** `以下均需`, `以下各项任务均由`, `以下责任单位均包括`, `下列各条均涉及`: what stands between is short. */
const BLANKET =
  /(?:以下|下列|后续)(?!简称|统称)[^。;()]{0,16}?(?:(?:均|都|也)(?:应|需|须)?由?(?:包括|含|涉及)?|还(?:需|包括|涉及)|(?<=以下[^。;()]{0,16})(?:需由?|由))(?=[^,。;]{2})/gu;

/** What makes a list of its own of what follows: 均包括, 均涉及. */
const INCLUDES = /(?:均|都|也|还)(?:应|需|须)?(?:包括|含|涉及)$/u;

const CLOSING =
  /(?:(?:共同|分别|按照?(?:各自)?职责(?:分工)?|分工|抓好|组织|具体|参与|配合|协助|落实|负责|实施|执行|牵头)+|(?=,))(?:,\s*(?:不再|下同).*)?$/u;

/** Where the clause that begins at `from` ends: a sentence end, or a closing bracket that was not opened in it. */
function endOfClause(text: string, from: number): number {
  let depth = 0;
  const limit = Math.min(text.length, from + 240);
  for (let i = from; i < limit; i += 1) {
    const character = text[i] ?? '';
    if ('([〔【'.includes(character)) depth += 1;
    else if (')]〕】'.includes(character)) depth -= 1;
    if (depth < 0 || character === '。' || character === ';') return i;
  }
  return limit;
}

function roleOf(verb: string): FieldRole {
  if (/牵头/u.test(verb)) return 'lead';
  return /配合|参与/u.test(verb) && !/负责|落实/u.test(verb) ? 'support' : 'unit';
}

/** Those of some fields in order whose statement goes on below: asked once of a holder that many share. */
export function goingOn(fields: readonly Field[], folded: string): readonly Field[] {
  let last: Field | undefined;
  let goes = false;
  return fields.filter((field) => {
    const same = last?.placement === field.placement && isEqual(last.holder, field.holder);
    if (!same) goes = goesOn(field, folded);
    last = field;
    return goes;
  });
}

/** Whether the statement that holds a field says that it holds below too: `（…按职能分工负责，下同）`. */
function goesOn({ holder, placement }: Field, folded: string): boolean {
  if (placement === 'cell') return false;
  const bracketed = placement === 'bracket' || placement === 'clause';
  const end = bracketed && /[)\]〕】]/u.test(folded[holder.end - 1] ?? '') ? holder.end - 1 : holder.end;
  // Many fields may share a long holder: what it says of all below stands at its end.
  const last = folded.slice(Math.max(holder.start, end - 3 * LONGEST_GOES_ON), end);
  if (!last.includes('同')) return false;
  const tail = last.replace(/\s+/gu, '');
  if (!GOES_ON.test(tail.slice(-LONGEST_GOES_ON))) return false;
  return !POSITION.test(folded.slice(holder.start, end).replace(/\s+/gu, ''));
}

const LONGEST_GOES_ON = 24;
const GOES_ON = /[,;。、 ](?:以?下|后文|以下(?:各[条项]|任务|各项任务|各项工作)?(?:均|都)?(?:相)?)同 *。?$/u;
