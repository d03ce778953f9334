import { type Block, type Passage, spanIn } from '../../plan/block.ts';
import { unnumbered } from '../../text/known.ts';
import type { Span } from '../../text/text.ts';

/** How a document says that the first party named is the lead. */
export interface PositionRule {
  readonly span: Span;
  /** `first`: the first party leads; `comma`: all before the first comma do; else those beside that mark. */
  readonly by: 'first' | 'comma' | '※' | '*' | '★' | '☆' | '▲' | '△';
  /** What the others are. */
  readonly rest: 'unit' | 'support';
}

/** The sentence that makes the first-named party the lead: `列第一位的为牵头单位，下同`. */
export function positionRuleIn(blocks: readonly Block[]): PositionRule | undefined {
  for (const block of blocks) {
    const said = ruleIn(block);
    if (said) return { ...said, span: spanIn(block, said.span.start, said.span.end) };
  }
  return undefined;
}

/** The rule that a paragraph states; its span is into the paragraph. */
const ruleIn = unnumbered(({ text }: Passage): PositionRule | undefined => {
  if (!(text.includes('牵头') || text.includes('主办'))) return undefined;
  const match = POSITION.exec(text) ?? MARKED.exec(text);
  if (!match) return undefined;
  const span = { start: match.index, end: match.index + match[0].length };
  const rest = OTHERS_SUPPORT.test(text.slice(span.end)) ? 'support' : 'unit';
  const mark = match.groups?.mark as PositionRule['by'] | undefined;
  return { span, by: mark ?? (match[0].includes('逗号') ? 'comma' : 'first'), rest };
});

/** Where those stand that lead: 列第一位, 排在首位, 逗号前, 第一个单位. */
const PLACE =
  '(?:(?:位?列|名?列|排|居|位于|处于|放)(?:名|列|序)?(?:在|于)?(?:第[一1](?:位|个|家|名)?|首位|最?前[面列]?|最先)|(?:(?:第一|首|前一?)个?)?逗号(?:之|以)?前|第一个顿号(?:之|以)?前|第一(?:位|家|个)?(?:责任|牵头)?(?:单位|部门|位)|第一[位家个]|首[个位](?:责任)?(?:单位|部门)?|打头|排头)';
const LEADER = '(?:总?牵头|主办|主责)(?:责任|负责)?(?:单位|部门|科室|处室|机构)?';

/** `列第一位的为牵头单位`, `逗号前为牵头单位`, `牵头单位列首位`. */
export const POSITION = new RegExp(
  `${PLACE}[的者]?(?:责任)?(?:单位|部门|科室|处室|机构|者)?(?:均|即)?(?:为|是|系|作为|担任)(?:该项)?(?:任务|工作)?(?:的)?${LEADER}|${LEADER}(?:均|都)?(?:为|是)?${PLACE}`,
  'u',
);

/** `带※为牵头单位`, `标注★的为牵头单位` */
const MARK_SAID =
  '(?:[带标加有注]{1,2}|打)?“?(?<mark>[※*★☆▲△])”?号?的?(?:责任)?(?:单位|部门|科室|处室|者)?(?:均|即)?(?:为|是|表示)';
const MARKED = new RegExp(`${MARK_SAID}${LEADER}`, 'u');

/** `…，逗号后为配合单位`, `…，其余为配合单位`: those behind only support. */
const OTHERS_SUPPORT =
  /^[,;、。]?(?:其余|其[他它]|(?:第一个)?逗号(?:之|以)?后|后面|其后|之后|以后)[^,;。()]{0,8}(?:为|是)(?:配合|协办|参与|协作|协助)/u;

/** What opens such a sentence at the end of a statement. */
export const POSITION_OPENS =
  '(?:(?:第一|首|前一?)个?)?逗号(?:之|以)?[前后]|第一个(?:顿号|单位|部门)|首[个位]|(?:位?列|排|居)(?:名|列|序)?(?:在|于)?(?:第一|首|最前)|第一位|牵头(?:责任)?(?:单位|部门)(?:均|为|是)?(?:列|排|居|第一|首)|(?:[带标加有注]{1,2}|打)“?[※*★☆▲△]|[※★☆▲△](?=”?号?的?[^,。;、]{0,4}[为是])';
