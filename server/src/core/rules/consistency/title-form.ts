import type { Rule } from '../../lint/rule.ts';
import { standing } from '../../lint/standing.ts';
import type { Passage } from '../../plan/block.ts';
import { foldedIn, type Plan, textIn } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumberedAt } from '../../text/known.ts';
import type { Span } from '../../text/text.ts';
import { wordedIn } from '../../text/worded.ts';

/** A quoted document title that stands in two forms. */
export const titleForm: Rule = {
  id: 'title-form',
  name: { zh: '文件名称不一', en: 'Two forms of a title' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '同一文件名称全文写法一致。',
    en: 'The title of a document has one form in the whole text.',
  },
  why: {
    zh: '书名号内是文件的全名，连接号、“的”等出入会使同一文件看上去像两份，检索也找不全。',
    en: 'What stands in 《》 is the full title; with different dashes or particles one document looks like two and is not found.',
  },
  examples: [
    {
      bad: '一、任务\n落实《石桥县校舍改造计划（2022—2024年）》。对照⟦《石桥县校舍改造计划（2022-2024年）》⟧，依据《石桥县校舍改造计划（2022—2024年）》督查。',
      good: '一、任务\n落实《石桥县校舍改造计划（2022—2024年）》。对照《石桥县校舍改造计划（2022—2024年）》，依据《石桥县校舍改造计划（2022—2024年）》督查。',
    },
  ],
  check(plan, report) {
    for (const forms of titlesOf(plan)) {
      const usual = forms.reduce((best, one) => (isBetter(one, best) ? one : best));
      // Of two forms the right one wins; else the one that most places have.
      const certain = forms.every(
        (one) => one === usual || one.flawed > usual.flawed || one.places.length < usual.places.length,
      );
      for (const form of forms) {
        if (form === usual) continue;
        for (const { span, own } of form.places) {
          // How the years of the plan's own title are joined is year-range-dash's.
          if (own && form.bare === usual.bare) continue;
          const shown = own ? usual.written.slice(1, -1) : usual.written;
          report(
            span,
            {
              zh: `此处与别处的${usual.written}写法不一致，请核对。`,
              en: `This title is written ${usual.written} elsewhere; please check which is right.`,
            },
            {
              related: usual.places.slice(0, 3).map((place) => ({
                span: place.span,
                message: { zh: '另一种写法。', en: 'The other form.' },
              })),
              ...(certain && {
                fix: {
                  title: { zh: `统一为${shown}`, en: `Write ${shown}` },
                  kind: form.bare === usual.bare ? ('safe' as const) : ('unsafe' as const),
                  edits: [{ span, newText: shown }],
                },
              }),
            },
          );
        }
      }
    }
  },
};

interface Form {
  /** As written in 《》, but for spaces. */
  readonly written: string;
  /** Its letters alone. */
  readonly bare: string;
  /** 1 where its years are joined by a hyphen, else 0. */
  readonly flawed: number;
  readonly places: TitlePlace[];
}

interface TitlePlace {
  readonly span: Span;
  /** Whether it is the title above the plan, which has no 《》. */
  readonly own: boolean;
}

/** Whether one form is to be preferred: what is right before what is frequent. */
function isBetter(one: Form, best: Form): boolean {
  if (one.flawed !== best.flawed) return one.flawed < best.flawed;
  return one.places.length > best.places.length;
}

/** Titles that are the same but for marks and particles, the plan's own among them; each group with its forms. */
function titlesOf(plan: Plan): readonly (readonly Form[])[] {
  const { title } = plan;
  const groups = new Map<string, Map<string, Form>>();
  const add = (inner: string, place: TitlePlace) => {
    const written = inner.replace(/\s+/gu, '');
    const bare = wordedIn(written);
    const key = bare.replace(/[的和与及]/gu, '');
    if (key.length < 6) return;
    const forms = groups.get(key) ?? new Map<string, Form>();
    groups.set(key, forms);
    const form = forms.get(written);
    if (form) form.places.push(place);
    else {
      const shown = textIn(plan, place.span.start, place.span.end).replace(/\s+/gu, '');
      forms.set(written, {
        written: place.own ? `《${shown}》` : shown,
        bare,
        flawed: HYPHENATED.test(written) ? 1 : 0,
        places: [place],
      });
    }
  };
  for (const { at, match } of citedIn(plan)) {
    const [whole] = match;
    add(whole.slice(1, -1), { span: { start: at, end: at + whole.length }, own: false });
  }
  if (title) {
    const { start, end } = title.span;
    add(foldedIn(plan, start, end), { span: title.span, own: true });
  }
  if (title) for (const place of looseTitles(plan, title.span)) add(place.inner, { ...place, own: true });
  return [...groups.values()].filter((forms) => forms.size > 1).map((forms) => [...forms.values()]);
}

/** Where the title stands in a sentence without 《》 and with other particles: `按照青溪县校舍安全的实施方案`. */
function looseTitles(plan: Plan, title: Span): readonly { readonly inner: string; readonly span: Span }[] {
  const wanted = foldedIn(plan, title.start, title.end).replace(LOOSE, '');
  if (wanted.length < SHORTEST) return [];
  return flatMapped(plan.blocks, (block) => {
    if (block.span.end <= title.end) return [];
    const { start, end } = block.span;
    const found = block.offsets ? looseIn(foldedIn(plan, start, end), wanted) : looseAt(block, 0, 0, wanted);
    return found
      .filter(({ from }) => start + from >= title.end)
      .map(({ inner, from }) => ({ inner, span: { start: start + from, end: start + from + inner.length } }));
  });
}

const looseAt = unnumberedAt(({ text }: Passage, _from, _to, wanted: string) => {
  const found = looseIn(text, wanted);
  return found.length === 0 ? NONE : found;
});

const NONE: readonly Loose[] = [];

/** Words that are the title but for particles. */
interface Loose {
  readonly inner: string;
  readonly from: number;
}

function looseIn(words: string, wanted: string): readonly Loose[] {
  if (!words.includes(wanted.slice(-2))) return [];
  const found: Loose[] = [];
  const first = wanted[0] ?? '';
  for (let from = words.indexOf(first); from >= 0; ) {
    const to = loosely(words, from, wanted);
    if (to !== undefined && !/[《“]\s?$/u.test(words.slice(Math.max(0, from - 2), from))) {
      const inner = words.slice(from, to);
      if (!/[\r\n]/u.test(inner)) found.push({ inner, from });
    }
    from = words.indexOf(first, to ?? from + 1);
  }
  return found;
}

/** Where `wanted` ends that begins at `start`, whatever particles and spaces stand in it; undefined where it does not. */
function loosely(folded: string, start: number, wanted: string): number | undefined {
  let at = start;
  for (let i = 0; i < wanted.length; at += 1) {
    const character = folded[at];
    if (character === wanted[i]) i += 1;
    else if (character === undefined || !LOOSE_ONE.test(character)) return undefined;
  }
  return at;
}

const LOOSE = /[的\s]/gu;
const LOOSE_ONE = /[的\s]/u;
/** A shorter title may be the words of a sentence. */
const SHORTEST = 12;

const TITLE = /《[^《》\n\r]{4,80}》/gu;
const citedIn = standing(TITLE);
/** `2026-2028年` */
const HYPHENATED = /(?:19|20)\d\d年?-+(?:19|20)\d\d/u;
