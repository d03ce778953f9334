import { type Passage, spanIn } from '../../plan/block.ts';
import type { Field, Party } from '../../plan/plan.ts';
import { type DefaultYear, readWhen } from '../../text/dates.ts';
import { flatMapped } from '../../text/flat.ts';
import { nameText } from '../../text/fold.ts';
import { unnumbered, unnumberedAt } from '../../text/known.ts';
import type { Span } from '../../text/text.ts';
import { partiesIn } from '../fields/parties.ts';
import { isHolder } from '../fields/persons.ts';
import { type Head, headOf } from './headings.ts';
import type { Item } from './item.ts';
import { periodOf } from './periods.ts';
import type { Heading } from './roles.ts';

/**
 * What headings say of who and when, by item: a period is the deadline of what stands below it (`二月份：`), a body the
 * owner of the tasks that it heads (`一、基础教育科`) or of the duty that it begins (`1.县交通局：负责…`).
 */
export function headedFields(
  { roots, all }: { readonly roots: readonly Item[]; readonly all: readonly Item[] },
  year: DefaultYear,
): ReadonlyMap<Item, readonly Field[]> {
  const found = new Map<Item, readonly Field[]>();
  for (const item of all) {
    const field = item.kind === 'measure' ? undefined : periodField(item, year);
    if (field) found.set(item, [field]);
  }
  for (const siblings of [roots, ...all.map(({ children }) => children)]) {
    for (const [item, field] of ownersOf(siblings)) found.set(item, [field]);
  }
  return found;
}

function periodField(item: Item, year: DefaultYear): Field | undefined {
  const head = headIn(item);
  const words = periodOf(head);
  const when = words === undefined ? undefined : readWhen(words, year);
  if (words === undefined || !when) return undefined;
  const { block } = item.paragraph;
  const from = head.from + head.folded.indexOf(words);
  const to = from + words.length;
  const span = spanIn(block, from, to);
  const text = block.raw.slice(from, to).replace(/\s+/gu, '');
  return { ...fieldAt(span), role: 'deadline', parties: [], deadline: { ...when, text, span } };
}

/** The owners that all headings of one kind name, where nothing below them names another: one alone may be a subject. */
function ownersOf(siblings: readonly Item[]): readonly (readonly [Item, Field])[] {
  const items = siblings.filter(({ role, kind }) => role === 'tasks' && kind !== 'measure');
  if (items.length < 2) return [];
  const named = flatMapped(items, (item) => {
    if (namesOwner(item)) return [];
    const body = item.kind === 'section' ? headingBody(item) : dutyBody(item);
    if (body) return [[item, ownerField(item, body, 'unit')] as const];
    const person = item.kind === 'section' ? headingPerson(item) : undefined;
    return person ? [[item, ownerField(item, person, 'person')] as const] : [];
  });
  return named.length === items.length ? named : [];
}

interface Name {
  readonly from: number;
  readonly to: number;
}

/** `基础教育科`, `教务处工作`: a heading that is a body. */
function headingBody(item: Item): Name | undefined {
  const head = headIn(item);
  const { from } = head;
  const name = bodyIn(head);
  return name === undefined ? undefined : { from, to: from + name.length };
}

/** `党组书记、局长 周晓`: a heading that is a person with the post. */
function headingPerson(item: Item): Name | undefined {
  const head = headIn(item);
  const name = personIn(head);
  return name && { from: head.from + name.start, to: head.from + name.end };
}

/** `县交通局：负责…`, `区公安分局负责核查户籍。`: a body before what it has to do. */
function dutyBody(item: Item): Name | undefined {
  const { from } = headIn(item);
  const name = dutyAt(item.paragraph.block, from, from);
  return name === undefined ? undefined : { from, to: from + name.length };
}

const bodyIn = unnumbered(({ folded }: Heading) => HEADING_BODY.exec(folded)?.groups?.body);

const personIn = unnumbered(({ folded }: Heading): Span | undefined => {
  if (folded.length > LONGEST_PERSON) return undefined;
  const [person, ...others] = partiesIn({ text: folded, raw: folded }, 0, folded.length, true);
  const { start = 0, end } = person?.span ?? {};
  const alone = others.length === 0 && start > 0 && end === folded.length;
  return alone && isHolder(folded.slice(0, start).trim()) ? person?.span : undefined;
});

/** In characters, with the post. */
const LONGEST_PERSON = 40;

/** The body whose duty the words of a paragraph from `from` on state; that depends on its number alone. */
const dutyAt = unnumberedAt(
  ({ text }: Passage, from: number) => DUTY.exec(text.slice(from, from + 40))?.groups?.body,
);

/** Words that lead in a thing to do: 建设实验室 is none who does it. */
const DOING =
  '(?:建|打造|改|新|扩|成立|设立|组建|升级|配|创|完善|推|加|做|办|提|优化|规范|开|整|健全|修|维|更|培|启|清|检查|走访|申报|争|评|抓|强|深|落实|巩固|支持|发展|管|用好|实施|开展|举办|参加|组织)';

const OFFICE =
  '(?:[局委办科股处部厅署室]|办公室|中心|街道(?:办事处)?|镇|乡|大队|支队|公司|学校|[中小]学|幼儿园|工会|团委|妇联|少先队|政府|管委会|组)';

const BODY = `(?<body>(?!${DOING})[々〇㐀-鿿𠀀-𲎯()、]{1,16}?${OFFICE})`;

const HEADING_BODY = new RegExp(
  `^${BODY}(?:的?(?:重点|主要|年度)?(?:工作|任务)(?:计划|安排|要点|任务|清单)?)?$`,
  'u',
);

const DUTY = new RegExp(
  `^${BODY}(?:[:。,] ?(?:主要|具体|牵头|统一)?(?:负责|牵头|承担|落实|做好|组织|会同|配合|指导|协调|统筹|制[定订]|督促|查处|提供|按照|加强|开展|参与|协助|监督|履行)|(?:主要|具体|牵头)?(?:负责|牵头|承担))`,
  'u',
);

/** Whether somebody is named in an item or in what stands below it. */
function namesOwner({ paragraph, body, children }: Item): boolean {
  return (
    [paragraph, ...body].some(({ fields }) => fields.some(({ parties }) => parties.length > 0)) ||
    children.some(namesOwner)
  );
}

function ownerField(item: Item, { from, to }: Name, kind: 'unit' | 'person'): Field {
  const { block } = item.paragraph;
  const span = spanIn(block, from, to);
  const party: Party = { name: nameText(block.raw.slice(from, to)), kind, span };
  return {
    ...fieldAt(span),
    role: kind === 'person' ? 'lead' : 'unit',
    parties: [party],
    deadline: undefined,
  };
}

function fieldAt(span: Field['value']): Pick<Field, 'label' | 'value' | 'holder' | 'placement'> {
  return { label: undefined, value: span, holder: span, placement: 'clause' };
}

function headIn({ paragraph, mark }: Item): Head {
  return headOf(paragraph.block, mark.bodyFrom, paragraph.fields, mark.style);
}
