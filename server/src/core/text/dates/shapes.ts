import { flatMapped } from '../flat.ts';
import { matchesIn } from '../matches.ts';
import { numeralValue } from '../numerals.ts';

/**
 * How documents write times: the words of folded text without spaces, its numerals before 年, 月 and 日 in digits. A
 * time is a year, where it has one, and what it is of that year; every group has a name of its own.
 */

/** The year of a time; the last three alternatives leave it to the plan. */
const YEAR = alternatives([
  // 2026年, 2026年度, 2026—2028年, 2026-03-07
  String.raw`(?<year>\d{4})(?:[-~—–至](?<lastYear>\d{4}))?(?:年度?|(?=[-./]\d{1,2}(?!\d)))`,
  // 民国115年: years of the Republic, whose first is 1912
  String.raw`民国(?<republic>\d{1,3})年度?`,
  // 115年6月30日, 115年度, 115年底
  String.raw`(?<![\d第])(?<bareRepublic>1\d\d)年(?:度|(?=\d{1,2}月|[底末]|[上下]半年|第?[一二三四1-4]季))`,
  // 今年6月, 本年度
  '今年|本年度?|当年',
  // 明年3月
  '(?<nextYear>明年|[次翌]年|下年度?)',
]);

/** 防火期, 供暖期; 春耕, 秋收: times that every year has, each place on other days. */
export const OF_THE_YEAR = '(?:[火冻水渔暖]期|[春夏秋冬][耕收种播灌])';

/** What of its year a time is: each names one of the forms that `dates.ts` gives a meaning. */
const FORMS = {
  // 9月30日, 6月7-9日, 12月底, 9月份, 4月中旬, 4月上中旬, 4月上旬至中旬, 1月初, 3—5月, 5、6月
  monthly: String.raw`(?<month>\d{1,2})(?:(?:月份?)?[-~—–至到、](?<lastMonth>\d{1,2}))?月(?:份)?(?:(?<day>\d{1,2})(?:[日号]|(?=[-~—–至到]\d{1,2}[日号]))|(?<part>[上中下])(?:旬?[-~—–至到、]?(?<lastPart>[中下]))?旬|(?<close>[底末])|(?<early>初))?`,
  // 2026-03-07, 2026.3
  dashed: String.raw`(?<=\d{4}[-./])(?<dashedMonth>\d{1,2})(?!\d)(?:[-./](?<dashedDay>\d{1,2}))?`,
  // 第三季度, 1季度
  quarterly: '第?(?<quarter>[一二三四1-4])季度?',
  // 上半年
  half: '(?<halfOf>[上下])半年',
  // 秋季学期, 秋季开学, 2026年春
  seasonal: String.raw`(?<season>[春秋])(?:季|(?<=\d年.)(?=$|前|学期|开学|[,;。、)]))(?:学期)?(?<opening>开学)?`,
  // 暑假, 暑期
  summer: '暑[假期]',
  // 寒假
  winter: '寒假',
  // 国庆节, 教师节, 七一: days that every year has; 八一前, and not 十一所 or 第十一; 元旦、春节前 is before the latter
  festive: String.raw`(?<festival>元旦(?![、和及]?春节)|五一|劳动节|六一|儿童节|七一|建党节|教师节|国庆|妇女节|植树节|青年节|建军节|(?<![第月〇零○一二三四五六七八九十百\d]|(?<!\d{4})年)(?:三八|五四|八一|十一)(?=节|(?:之|以)?前|假|期间|$))节?`,
  // 学期末, 本学期, 开学, 期末: a school has several a year
  term: '(?:学期|学年)(?:末|结束|内|底)|期[中末](?=$|前|[,;。、)])|本(?:学期|学年)|第[一二]学期|开学',
  // 春节, 中秋: days of the moon's calendar; 汛期, 高考: they differ from place to place and from year to year; 年中
  moving: String.raw`(?:年|(?<=\d{4}年))[初中](?=$|前|[,;。、)])|春节|元宵节?|清明节?|端午节?|中秋节?|汛[期前后]|${OF_THE_YEAR}(?=[之以]?前)|入汛|入冬|高考|中考`,
  // 第三周, 第10周
  weekly: String.raw`第(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:教学)?周`,
  // 年底, 年内, 全年, 2026年底
  yearly: String.raw`年底|年末|年终|(?<![\d两几数多一二三四五六七八九十近])年内|全年|(?<=(?:\d{3}|[今本当明次])年度?)[底末内]`,
  // 2026年 alone; 2026年6底前 has lost a word
  whole: String.raw`(?<=年度?)(?!\d{1,2}[底末])`,
} as const;

/** The name of a form of time. */
export type Form = keyof typeof FORMS;

const formNames = Object.keys(FORMS) as readonly Form[];

const TIMES = new RegExp(
  `(?:${YEAR})?[-./]?(?:${formNames.map((form) => `(?<${form}>${FORMS[form]})`).join('|')})`,
  'gu',
);

/** A time as it was found in words. */
export interface Found {
  readonly index: number;
  /** Index of the first character behind it. */
  readonly end: number;
  readonly form: Form;
  readonly words: Groups;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** All times in words that `plainTime` made plain, in order. */
export function timesIn(text: string): readonly Found[] {
  return flatMapped(matchesIn(text, TIMES), (match) => {
    const words: Groups = match.groups ?? {};
    const form = formNames.find((name) => words[name] !== undefined);
    return form && match[0] !== ''
      ? [{ index: match.index, end: match.index + match[0].length, form, words }]
      : [];
  });
}

/**
 * The words of a time as the forms know them: no spaces and quotes, 二〇二六年十二月 as 2026年12月, a calendar's 3.2-3.8 as
 * 3月2日-3月8日, and nothing of the hour or the weekday between a day and 前.
 */
export function plainTime(folded: string): string {
  const plain = folded.replace(/[\s“”]+/gu, '').replace(OF_DAY, '');
  return withWesternDigits(plain).replace(CALENDAR_DAY, '$1月$2日');
}

/** `17:00`, `下午5时`, `晚八点` */
export const HOUR = String.raw`(?:[上下中]午|[早晚]上?)?(?:\d{1,2}:\d{2}|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[时点]半?)`;

/** `9月30日17:00前`, `3月31日晚八点前`, `10月22日(星期四)前`, `9月10日(含)前`, `五一假期前` */
const OF_DAY = new RegExp(
  String.raw`(?<=日)(?=[(\d上下中早晚一二三四五六七八九十])(?:\((?:星期|周)[一二三四五六日天]\))?(?:${HOUR}|下班)?(?:\(含\))?(?=(?:之|以)?前)|(?<=[五六七]一)假期(?=(?:之|以)?前)`,
  'gu',
);

/** Chinese numerals before 年, 月 and 日 in digits, those of `三四月` and of 元月 too. */
function withWesternDigits(text: string): string {
  const apart = text.replace(TWO_MONTHS, (both, one, other) =>
    isNext(one, other) ? `${one}至${other}` : both,
  );
  return apart.replace(HAN_DATE, (numeral) =>
    String(numeral === '元' ? 1 : (numeralValue(numeral.replace(/[Oo0]/gu, '〇')) ?? numeral)),
  );
}

/** Whether one numeral is that behind another. */
export function isNext(one: string, other: string): boolean {
  return numeralValue(other) === (numeralValue(one) ?? 0) + 1;
}

/** `三四月份`, `九十月` */
const TWO_MONTHS = /(?<![〇零○一二三四五六七八九十])([一二三四五六七八九])([二三四五六七八九十])(?=月)/gu;
/** `二〇二六年`, `三月`, `五至六月`, `元月`; `二OO七年` has letters for what few keyboards write. */
const HAN_DATE =
  /二[〇零○Oo0][〇零○Oo0一二三四五六七八九]{2}(?=年)|[〇零○一二三四五六七八九十]{1,4}(?=[年月日]|[-~—–至到][〇一二三四五六七八九十\d]{1,3}[月日]|、[一二三四五六七八九十\d]{1,2}月)|元(?=月)/gu;

/** `3.2-3.8`, `9/1—9/7`, `6.30前`: month and day where nothing but days stands. */
const CALENDAR_DAY =
  /(?<=^|^\d{1,2}[./]\d{1,2}[-~—–至])(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])(?=[-~—–至]\d{1,2}[./]\d{1,2}日?$|日?(?:之?前)?$)/gu;

/** The months and days of the days that every year has. */
export const FESTIVALS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  元旦: [1, 1],
  三八: [3, 8],
  妇女节: [3, 8],
  植树节: [3, 12],
  五一: [5, 1],
  劳动节: [5, 1],
  五四: [5, 4],
  青年节: [5, 4],
  六一: [6, 1],
  儿童节: [6, 1],
  七一: [7, 1],
  建党节: [7, 1],
  八一: [8, 1],
  建军节: [8, 1],
  教师节: [9, 10],
  国庆: [10, 1],
  十一: [10, 1],
};

/** Alternatives of a pattern, each with an example above it. */
export function alternatives(patterns: readonly string[]): string {
  return patterns.join('|');
}
