import type { Message } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { standing } from '../../lint/standing.ts';
import { foldedIn, isWithin, type Plan } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import type { Span } from '../../text/text.ts';

/** A quoted short name that stands in two forms before the same words. */
export const sloganForm: Rule = {
  id: 'slogan-form',
  name: { zh: '提法不一', en: 'Two forms of a term' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: { zh: '同一提法全文写法一致。', en: 'A quoted term has one form in the whole document.' },
  why: {
    zh: '“三六九”管理模式在别处成了“五六九”管理模式，读者不知道哪个对，以后引用也会以讹传讹。',
    en: 'When one scheme has two names, readers cannot tell which is right, and the wrong one is quoted on.',
  },
  examples: [
    {
      bad: '一、安全\n落实食堂⟦“二四八”⟧巡查制度。\n二、后勤\n完善食堂“三四八”巡查制度，推广“三四八”巡查制度。',
      good: '一、安全\n落实食堂“三四八”巡查制度。\n二、后勤\n完善食堂“三四八”巡查制度，推广“三四八”巡查制度。',
    },
  ],
  check(plan, report) {
    for (const forms of variants(plan)) {
      const usual = forms.reduce((most, one) => (one.places.length > most.places.length ? one : most));
      for (const form of forms) {
        const { places, quote } = form;
        const [first, ...others] = places;
        if (!first || form === usual || !isSlip(usual, form)) continue;
        report(first, messageFor(quote, usual.quote), {
          related: [
            ...others.map((span) => ({ span, message: { zh: '此处相同。', en: 'The same here.' } })),
            ...usual.places.map((span) => ({ span, message: { zh: '另一种写法。', en: 'The other form.' } })),
          ],
        });
      }
    }
  },
};

interface Form {
  readonly quote: string;
  /** The words behind it. */
  readonly tail: string;
  readonly places: Span[];
}

/**
 * Whether two forms are meant to be one: they differ in a numeral, or what they name is no mere 工程 or 活动, or one
 * stands alone against several. “头雁领航”工程 and “群雁领航”工程 are two.
 */
function isSlip(usual: Form, odd: Form): boolean {
  const at = [...usual.quote].findIndex((character, i) => character !== odd.quote[i]);
  // `“4+2”模式` and `“5+2”模式` may be two; one of many digits that stands alone is none.
  if (/\d/u.test(odd.quote[at] ?? '')) return odd.quote.length > 3 && usual.places.length > odd.places.length;
  if (NUMERAL.test(usual.quote[at] ?? '') && NUMERAL.test(odd.quote[at] ?? '')) return true;
  return !ANY_NAME.test(usual.tail) || (usual.places.length >= 3 && odd.places.length === 1);
}

const NUMERAL = /[一二两三四五六七八九十百千万\d]/u;
/** What schemes of all sorts are called. */
const ANY_NAME =
  /^(?:主题|系列|专项(?!资金)|示范|特色|创建|建设|教育|品牌|校园|班级|文化|工程|行动|计划|活动|项目|培育|培养|评选|评比|大赛|比赛|竞赛|论坛|讲堂|课堂|课程|工作室?|志愿|服务|团队|队伍|基地|平台|阵地|名师|教师|党建|宣讲|实践|研学|阅读|读书)/u;

/** Quotes that differ in one character and are followed by the same words. */
function variants(plan: Plan): readonly (readonly Form[])[] {
  const byShape = new Map<string, Map<string, Form>>();
  const found = quotesIn(plan);
  if (found.length < 2) return [];
  for (const { at, match } of found) {
    const { quote = '', tail = '' } = match.groups ?? {};
    if (PERIOD.test(quote)) continue;
    const place = { start: at, end: at + quote.length + 2 };
    for (let i = 0; i < quote.length; i += 1) {
      if (LEVEL.test(quote.slice(i, i + 2))) continue;
      const shape = `${quote.slice(0, i)}_${quote.slice(i + 1)}|${tail}`;
      const forms = byShape.get(shape) ?? new Map<string, Form>();
      byShape.set(shape, forms);
      const form = forms.get(quote);
      if (form) form.places.push(place);
      else forms.set(quote, { quote, tail, places: [place] });
    }
  }
  const pairs = [...byShape.values()].filter((forms) => forms.size === 2).map((forms) => [...forms.values()]);
  return pairs.filter((forms) => !standTogether(plan, forms));
}

/** In one sentence the two are meant: “四个一”工程和“五个一”工程. */
function standTogether(plan: Plan, forms: readonly Form[]): boolean {
  const places = flatMapped(forms, ({ quote, places }) => places.map((place) => ({ ...place, quote })));
  places.sort((a, b) => a.start - b.start);
  return places.some((place, i) => {
    const next = places[i + 1];
    return (
      next !== undefined &&
      next.quote !== place.quote &&
      isWithin(plan, place.end, next.start, 199) &&
      !/[。\n\r]/u.test(foldedIn(plan, place.end, next.start))
    );
  });
}

/** `“三六九”管理模式`: a short quote and the words that say what it is. */
const QUOTE = /“(?<quote>[々〇㐀-鿿𠀀-𲎯\dA-Z+]{3,12})”(?<tail>[々〇㐀-鿿𠀀-𲎯]{3,4})/gu;
const quotesIn = standing(QUOTE);
/** “十三五”, “十四五” are periods. */
const PERIOD = /^十[一二三四五六七八九]五$/u;
/** What names differ in on purpose: “县管校聘”, “局管校聘”; “春季攻势”, “夏季攻势”; “四个一批”, “五个一批”. */
const LEVEL =
  /^(?:[省市县区镇乡村校局院园班国上下内外大中小老少男女东南西北前后左右新旧高初春夏秋冬红绿蓝白黑金银A-Z]|[一二三四五六七八九十百两\d][个大项条批])/u;

function messageFor(quote: string, usual: string): Message {
  return {
    zh: `此处写作“${quote}”，别处写作“${usual}”，不一致，请核对。`,
    en: `This is “${quote}” here and “${usual}” elsewhere; please check which is right.`,
  };
}
