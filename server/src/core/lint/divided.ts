import { matching } from '../plan/block.ts';
import { asking } from '../plan/citing.ts';
import type { Plan, Section } from '../plan/plan.ts';
import { isHeld } from '../read/fields/lists.ts';
import { isPerson, isSurnamed } from '../read/fields/persons.ts';
import { fold, nameText } from '../text/fold.ts';

/**
 * Whether a paragraph says of several bodies what each does (`市科技局牵头…；市人社局负责…；市财政局负责…`), or who does which items
 * (`以上第1至3项由县工信局负责，第4、5项由…`).
 */
export function isDividedAmongBodies({ blocks }: Plan): boolean {
  return blocks.some(
    (block) => partsOfBodies(block).length >= FEWEST_BODIES || itemsOfBodies(block).length > 1,
  );
}

/** Whether the headings of the tasks are names of persons, with their offices or alone: `一、李明` ⏎ `二、韩 梅`, `一、女工部：周晓`. */
export function isDividedAmongPersons({ sections }: Plan): boolean {
  const heads = headsOfTasks(sections);
  return heads.length > 1 && heads.every(isName) && heads.filter(isSure).length * 2 > heads.length;
}

const isName = asking((title) => {
  const [office = '', holder] = fold(title).split(':');
  return holder === undefined
    ? /^.{2,3}$/u.test(nameText(title)) && isSurnamed(nameText(title))
    : isHeld(office, nameText(holder));
});
const isSure = asking((title) => fold(title).includes(':') || isPerson(nameText(title)));

const FEWEST_BODIES = 3;
const partsOfBodies = matching(
  /(?:^|[。;:,、])[^。;:,、]{1,16}(?:[局委办厅部处科股室院会]|中心|公司|大队|街道)(?:要|具体|主要)?(?:负责|牵头)/gu,
);

const itemsOfBodies = matching(
  /第?\d{1,2}(?:项?(?:[—–~至到-]{1,2}|、)第?\d{1,2}){0,9}项(?:任务|工作)?由[^。;:,]{2,24}(?:负责|牵头)/gu,
);

/** Whether the headings of the tasks are whose duty they are: `一、党组主体责任` ⏎ `二、班子成员责任清单`. */
export function isDividedByDuty({ sections }: Plan): boolean {
  const heads = headsOfTasks(sections);
  return heads.length > 1 && heads.every(isDuty);
}

/** Sections of tasks as high as the first one. */
function headsOfTasks(sections: readonly Section[]): readonly Section[] {
  return sections.filter(({ role, level }) => role === 'tasks' && level === sections[0]?.level);
}

/** Not 落实主体责任, 切实履行工作责任 and 强化监管责任, which are done. */
const isDuty = asking((title) => {
  const words = fold(title);
  return OF_DUTY.test(words) && !DONE.test(words);
});
const OF_DUTY =
  /^[^,。;:]{0,12}(?:党[委组]|书记|班子|政府|单位|部门|企业|公司|中心|主任|[局科股室办部处站所队院校园会组村镇乡长员人委])的?(?:主体|第一|监[督管]|领导|直接|属地|管理|工作|岗位|安全|生产|“[^“”]{2,6}”){0,3}(?:责任|职责)(?:清单)?(?:\([^()]{2,8}\))?$/u;
const DONE =
  /[落压夯做]实|履行|强化|细化|深化|加强|增强|提升|推动|明确|界定|健全|完善|建立|坚持|突出|拓展|传导|厘清|扛牢|[严层]|切实|进一步/u;
