import { type Block, joined, saying } from '../../plan/block.ts';
import type { FieldRole, Party, Task } from '../../plan/plan.ts';
import { namesSomebody } from '../../plan/tasks.ts';
import { flatMapped } from '../../text/flat.ts';
import { fold } from '../../text/fold.ts';
import { ownersIn } from '../fields/owners.ts';
import { placedParty } from '../fields/placed.ts';

/**
 * The tasks with the owners that an annexed list of duties (重点任务分工方案) names for them: it cites a task and says
 * behind it who leads, `建设数据平台。县数据局牵头，县财政局等按职责分工负责`. Tasks that name somebody stay as they are.
 */
export function withAnnexedOwners(tasks: readonly Task[], blocks: readonly Block[]): readonly Task[] {
  const at = annexAt(blocks);
  const heading = blocks[at];
  if (!heading || !tasks.some(isOpen)) return tasks;
  const annex = joined(blocks.slice(at + 1, at + 1 + MOST_BLOCKS));
  // Tasks of one title are cited one behind the other.
  const searched = new Map<string, number>();
  const cited = tasks
    .filter((task) => isOpen(task) && task.span.end <= heading.span.start && task.title.length >= 4)
    .map((task) => {
      const title = fold(task.title);
      const index = annex.text.indexOf(title, searched.get(title));
      searched.set(title, index < 0 ? annex.text.length : index + title.length);
      return { task, index };
    })
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index);
  const owners = new Map(
    cited.map(({ task, index }, i) => [
      task,
      ownersBehind(annex, index + task.title.length, cited[i + 1]?.index ?? annex.text.length),
    ]),
  );
  return tasks.map((task) => ({ ...task, ...owners.get(task) }));
}

/** Where the heading of such a list stands among the paragraphs, -1 where there is none. */
export function annexAt(blocks: readonly Block[]): number {
  return blocks.findIndex((block) => isAnnex(block) && block.text.length <= LONGEST_HEADING);
}

/** A task that nobody is named for. */
function isOpen(task: Task): boolean {
  return task.role === 'task' && !namesSomebody(task);
}

/** `附件：重点任务分工方案`, `重点任务责任分工表` */
const ANNEX =
  /^(?:附\s{0,4}[件表]?\s{0,4}[\d一二三四五六七八九十]{0,2}\s{0,4}:?\s{0,4})?(?:\d{1,2}[.、])?[^。;:]{0,40}(?:分工(?:方案|表)|(?:任务|责任)分解表|责任清单)(?:\([^()]{1,12}\))?$/u;
const isAnnex = saying(ANNEX);
const LONGEST_HEADING = 60;
/** No annex is longer. */
const MOST_BLOCKS = 400;

/** The owners in the statement that closes the first entry behind a cited task. */
function ownersBehind(
  annex: Block,
  from: number,
  to: number,
): Partial<Pick<Task, 'leads' | 'units' | 'support'>> {
  const words = annex.text.slice(from, Math.min(to, from + LONGEST_ENTRY));
  const statement = STATEMENT.exec(words);
  if (!statement) return {};
  const start = from + statement.index;
  const found = ownersIn(annex, start, start + statement[0].length, undefined);
  // 医联体牵头医院 is part of a sentence.
  if (found?.some(({ parties }) => parties.some(({ name }) => /牵头|负责|配合/u.test(name)))) return {};
  const named = (role: FieldRole): readonly Party[] =>
    flatMapped(
      (found ?? []).filter((one) => one.role === role),
      ({ parties }) => parties.map((party) => placedParty(party, annex)),
    );
  return { leads: named('lead'), units: named('unit'), support: named('support') };
}

const LONGEST_ENTRY = 400;

/** `县数据局牵头，县财政局等按职责分工负责` behind a sentence, a cell or a space. */
const STATEMENT =
  /(?<=^|[。;\s|\t])[々〇㐀-鿿𠀀-𲎯、()]{2,60}(?:牵头负责|牵头|负责落实|负责)(?:[,、;]\s?[々〇㐀-鿿𠀀-𲎯、()]{2,80}?(?:按(?:照)?(?:职责)?分工负责|分工负责|参与|配合|负责))?(?![々〇㐀-鿿𠀀-𲎯])/u;
