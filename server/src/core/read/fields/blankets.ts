import { type Block, spanIn } from '../../plan/block.ts';
import type { Blanket, FieldRole } from '../../plan/plan.ts';
import type { Span } from '../../text/text.ts';
import { partiesIn } from './parties.ts';
import { placedParty } from './placed.ts';

/** How a document says that the first party named is the lead. */
export interface PositionRule {
  readonly span: Span;
  /** `first`: the first party leads; `comma`: all before the first comma do. */
  readonly by: 'first' | 'comma';
}

/** Clauses that add an owner to all that follows: `以下均需各区、县（市）政府落实，不再列出`. */
export function blanketsIn(blocks: readonly Block[]): readonly Blanket[] {
  const known = new Set<string>();
  return blocks.flatMap((block) => {
    if (!block.text.includes('以下')) return [];
    return [...block.text.matchAll(BLANKET)].flatMap((match) => {
      const from = match.index + match[0].length;
      const clauseEnd = endOfClause(block.text, from);
      const clause = block.text.slice(from, clauseEnd);
      const verb = CLOSING.exec(clause.slice(-80))?.[0] ?? '';
      const to = clauseEnd - verb.length;
      // Without 不再列出 or a verb it only goes on with a sentence.
      const listed = verb ? partiesIn(block, from, to, false).map((party) => placedParty(party, block)) : [];
      const parties = listed.filter((party) => !known.has(party.name) && known.add(party.name));
      if (parties.length === 0) return [];
      return [{ span: spanIn(block, match.index, clauseEnd), role: roleOf(verb), parties }];
    });
  });
}

/** `以下均需`, `以下各项任务均由`, `以下责任单位均包括`: what stands between is short. */
const BLANKET =
  /以下[^。;()]{0,16}?(?:(?:均|都|也)(?:应|需|须)?由?(?:包括|含|涉及)?|还(?:需|包括)|需由?|由)(?=[^,。;]{2})/gu;

const CLOSING =
  /(?:(?:共同|分别|按职责|分工|抓好|组织|具体|参与|配合|落实|负责|实施|执行|牵头)+|(?=,))(?:,\s*(?:不再|下同).*)?$/u;

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

/** The sentence that makes the first-named party the lead: `列第一位的为牵头单位，下同`. */
export function positionRuleIn(blocks: readonly Block[]): PositionRule | undefined {
  for (const block of blocks) {
    const match =
      block.text.includes('牵头') || block.text.includes('主办') ? POSITION.exec(block.text) : null;
    if (!match) continue;
    const span = spanIn(block, match.index, match.index + match[0].length);
    return { span, by: match[0].includes('逗号') ? 'comma' : 'first' };
  }
  return undefined;
}

const POSITION =
  /(?:(?:列|排)(?:名|列|序)?(?:在)?(?:第一位?|首位|最前面?)|第一个(?:逗号|顿号|单位|部门)|首个单位|第一(?:个)?(?:责任)?(?:单位|部门))(?:之?前)?[的者]?(?:责任)?(?:单位|部门)?(?:均|即)?(?:为|是)(?:牵头|主办)(?:责任)?(?:单位|部门)?/u;
