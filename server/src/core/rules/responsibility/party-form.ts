import type { Rule } from '../../lint/rule.ts';
import type { Plan } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { nameText } from '../../text/fold.ts';
import type { Span } from '../../text/text.ts';

/** One body under two names: 县人社局 and 县人力社保局. */
export const partyForm: Rule = {
  id: 'party-form',
  name: { zh: '单位名称不一', en: 'Two names of one body' },
  severity: 'info',
  authority: { kind: 'practice' },
  summary: { zh: '同一单位全文用同一名称。', en: 'A body has one name in the whole document.' },
  why: {
    zh: '一处写全称、一处写简称，按单位汇总任务时会算成两家。有责任单位名录时，由名录认定，不再推测。',
    en: 'With its full name here and a short one there, one body is counted as two. Where there is a directory, that decides.',
  },
  examples: [
    {
      bad: '一、任务\n1.改造校舍。（责任单位：县发展改革局、县财政局）\n2.开放操场。（责任单位：⟦县发改局⟧）\n3.配备校医。（责任单位：县发展改革局）',
      good: '一、任务\n1.改造校舍。（责任单位：县发展改革局、县财政局）\n2.开放操场。（责任单位：县发展改革局）\n3.配备校医。（责任单位：县发展改革局）',
    },
  ],
  check(plan, report, { directories }) {
    if (plan.kind === 'directory' || directories.length > 0) return;
    for (const { odd, usual } of pairsIn(plan)) {
      const [first, ...others] = odd.places;
      if (!first) continue;
      report(
        first,
        {
          zh: `此处写作“${odd.name}”，别处写作“${usual.name}”，如为同一单位，请统一。`,
          en: `This is ${odd.name} here and ${usual.name} elsewhere; if they are one body, please use one name.`,
        },
        {
          related: [
            ...others.map((span) => ({ span, message: { zh: '此处相同。', en: 'The same here.' } })),
            ...usual.places
              .slice(0, 1)
              .map((span) => ({ span, message: { zh: '另一种写法。', en: 'The other name.' } })),
          ],
        },
      );
    }
  },
};

interface Form {
  readonly name: string;
  readonly places: Span[];
  /** Where the brackets and lines begin that name it. */
  readonly holders: Set<number>;
}

/** Names of which one shortens the other, the rarer first; each name in one pair. */
function pairsIn({ fields }: Plan): readonly { readonly odd: Form; readonly usual: Form }[] {
  const forms = new Map<string, Form>();
  for (const { parties, holder } of fields) {
    for (const { name, kind, span } of parties) {
      const key = nameText(name);
      if (kind !== 'unit' || !OFFICE.test(key)) continue;
      const form = forms.get(key) ?? { name, places: [], holders: new Set() };
      forms.set(key, form);
      form.places.push(span);
      form.holders.add(holder.start);
    }
  }
  const groups = new Map<string, Form[]>();
  for (const [key, form] of forms) {
    const ends = `${key[0]}${key.at(-1)}`;
    const group = groups.get(ends);
    if (!group) groups.set(ends, [form]);
    // A document with more offices of one sort is a text that no person wrote.
    else if (group.length < MOST) group.push(form);
  }
  return flatMapped([...groups.values()], pairsOf);
}

const MOST = 60;

function pairsOf(forms: readonly Form[]): { odd: Form; usual: Form }[] {
  const paired = new Set<Form>();
  return flatMapped(forms, (form, i) => {
    const other = forms.find(
      (one, j) => j > i && !paired.has(one) && shortens(form.name, one.name) && !areTogether(form, one),
    );
    if (!other || paired.has(form)) return [];
    paired.add(form).add(other);
    return [
      form.places.length < other.places.length ? { odd: form, usual: other } : { odd: other, usual: form },
    ];
  });
}

/** `教育股、教育督导股`: side by side they are two. */
function areTogether(a: Form, b: Form): boolean {
  const [few, many] = a.holders.size < b.holders.size ? [a, b] : [b, a];
  return [...few.holders].some((holder) => many.holders.has(holder));
}

/** Offices: schools, hospitals and places differ by one character (县医院, 县中医院). */
const OFFICE = /^.{2,20}(?:[局委办部厅科股]|委员会)$/u;

/** Whether one name is the other without some characters in its middle. */
function shortens(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const core = short.replace(/^[省市县区州镇]/u, '').slice(0, -1);
  if (core.length < 2 || short.length === long.length || long.length - short.length > 8) return false;
  // 市公安局 is no short form of 市公安局交通管理局, but the body above.
  if (long.startsWith(short) || long.endsWith(short)) return false;
  let at = 0;
  let left = '';
  for (const character of long) {
    if (character === short[at]) at += 1;
    else left += character;
  }
  // `市、区财政局` are two, `市财政局` is one of them.
  return at === short.length && !APART.test(left) && !/[、，,]/u.test(long);
}

/** What tells bodies of one sort apart. */
const APART = /[第一二三四五六七八九十\d东西南北老新副分总退]|直属|机关/u;
