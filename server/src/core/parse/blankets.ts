import type { Blanket, FieldRole } from '../plan.ts';
import type { Span } from '../text.ts';
import { type Block, spanIn } from './blocks.ts';
import { partiesIn } from './parties.ts';

/** How a document says that the first party named is the lead. */
export interface PositionRule {
  readonly span: Span;
  /** `first`: the first party leads; `comma`: all before the first comma do. */
  readonly by: 'first' | 'comma';
}

/** Clauses that add an owner to all that follows: `以下均需各区、县（市）政府落实，不再列出`. */
export function blanketsIn(source: string, blocks: readonly Block[]): readonly Blanket[] {
  return blocks.flatMap((block) => {
    if (!block.text.includes('以下')) return [];
    return [...block.text.matchAll(BLANKET)].flatMap((match) => {
      const listed = match[1] ?? '';
      const verb = match[2] ?? '';
      const from = match.index + match[0].indexOf(listed, 2);
      const parties = partiesIn(source, block, from, from + listed.length, false);
      if (parties.length === 0) return [];
      return [
        { span: spanIn(block, match.index, match.index + match[0].length), role: roleOf(verb), parties },
      ];
    });
  });
}

const BLANKET =
  /以下[^。;()]{0,16}?(?:均需|均由|均须|均应由|均包括|均含|均涉及|都需|都由|还需|还包括|也需|需由)(?:由)?([^。;]{2,80}?)((?:共同|分别|按职责|分工|抓好|组织|具体|参与|配合|落实|负责|实施|执行|牵头)*)\s*(?:,\s*(?:不再|下同)[^)\]〕】。]*|(?=[)\]〕】。]|$))/gu;

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
  /(?:(?:列|排)(?:名|列|序)?(?:在)?(?:第一位?|首位|最前面?)|第一个(?:逗号|顿号|单位|部门)|首个单位|第一(?:个)?(?:责任)?(?:单位|部门))(?:之?前)?的?(?:责任)?(?:单位|部门)?(?:均|即)?(?:为|是)(?:牵头|主办)(?:责任)?(?:单位|部门)?/u;
