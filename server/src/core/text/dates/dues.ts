import { flatMapped } from '../flat.ts';
import { matchesIn } from '../matches.ts';
import type { Span } from '../text.ts';
import { alternatives, HOUR, OF_THE_YEAR } from './shapes.ts';

/** Where prose names a day by which something is to be done; the words are for `readWhen`. */
export interface Due extends Span {
  /**
   * Of which years it is one: of any; not of years past (`2021年6月投入使用` tells of the past); or of the plan's own
   * alone (`到2030年全覆盖` is a target).
   */
  readonly holds: 'any' | 'coming' | 'own';
}

/**
 * Where deadlines stand in running prose (folded text): `8月底前完成`, `年内`, `5月19日至22日`. A date of an event
 * (`3月7日召开会议`) where it opens no item, and what comes again every month (`每月25日前`) are none.
 */
export function duesIn(folded: string): readonly Due[] {
  if (!HINT.test(folded)) return [];
  const dues = foundIn(folded, DUES);
  return dues.length > 0 ? dues : foundIn(folded, HELD_AT);
}

function foundIn(folded: string, kinds: typeof DUES): readonly Due[] {
  const found = flatMapped(
    kinds.filter(([, clue]) => clue.test(folded)),
    ([holds, , pattern]) =>
      matchesIn(folded, pattern).map(({ index, 0: { length } }) => ({
        start: index,
        end: index + length,
        holds,
      })),
  );
  // Of two that overlap the one that begins first counts, and of these the longer.
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return found.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

/** What every deadline in prose has a character of. */
const HINT = /[月年期节考季假周续态]|随时|[春夏秋冬].前|开学|元旦|国庆|[五六七八十]一|三八|五四/u;

const HAN = '[一二三四五六七八九十]';
const YEAR = String.raw`(?:\d{4} ?年 ?|(?<!第)1\d\d年|[今本当明次翌]年)`;
/** A month's number; one in Han stands where it cannot be a number of months (一月完成). */
const MONTH = String.raw`(?:\d{1,2}|(?<!${HAN})${HAN}{1,2}(?= ?月 ?[份底末上中下之以前\d一二三四五六七八九十]|(?<=年.{1,2}) ?月))`;
/** 11月15号; but 11月15号路 is a road. */
const NTH = '(?:日|号(?=$|[前之以起止截,。;:)(、—–~至到 -]|[上下]午|晚|完[成工]|办结|建成|到位))';
const DAY = String.raw`(?:\d{1,2}|(?<=月 ?)${HAN}{1,3}) ?${NTH}`;
const TO = ' ?[-~—–至到]{1,2} ?';
/** `5月19日` */
const DATE = `${MONTH} ?月 ?${DAY}`;

/** The number of an item, and nothing before it. */
const ITEM = `^ ?\\(?(?:\\d{1,2}|${HAN}{1,3})[、.)]{1,2} ?`;

/** Times that are known to the month or better. */
const CLOSE = alternatives([
  // 七至八月, 7月—8月底
  String.raw`(?:\d{1,2}|${HAN}{1,2})(?: ?月份?)?${TO}(?:\d{1,2}|${HAN}{1,2}) ?月(?:份| ?[底末])?`,
  // 5月31日24时, 9月30日17:00, 3月31日晚八点, 10月22日（星期四）, 9月10日（含）, 4月25号, 8月中旬, 8月上中旬, 12月底, 9月份
  String.raw`${MONTH} ?月(?: ?${DAY}(?: ?\((?:星期|周)[一二三四五六日天]\))?(?: ?(?:${HOUR}|下班))?(?: ?\(含\))?|[上中下]{1,2}旬(?:${TO}[中下]旬)?| ?[底末]|份)?`,
]);

/** Several of them: 8月11日、12日; 4月和9月; 3、4月. */
const EACH = String.raw`(?:\d{1,2}、){0,3}(?:${CLOSE})(?: ?[、和及] ?(?:${CLOSE}|\d{1,2} ?日)){0,3}`;

/** Times of a year. */
const WIDE = alternatives([
  // 年底, 今年底
  '[今本当]?年[底末]',
  '[上下]半年',
  '(?:第[一二三四][、和])?第?[一二三四1-4]季度末?',
  // 2026年底
  String.raw`(?<=(?<![到至])\d{4} ?年 ?)[底末]`,
]);

/** Times of a school. */
const SCHOOL = alternatives([
  '[春秋]季(?:学期)?开学',
  '[春秋]季学期',
  '(?:本?学期|学年|[暑寒]假|暑期)(?:末|结束|底)?',
  // 期末, 第10周
  `(?<![々〇㐀-鿿𠀀-𲎯])期[中末]|第(?:\\d{1,2}|${HAN}{1,3})(?:教学)?周末?`,
]);

/** Days before which something is done. */
const FEAST = alternatives([
  '(?:国庆|元旦|妇女|植树|五一|劳动|青年|六一|儿童|七一|建党|建军|教师|春|元宵|清明|端午|中秋)节(?:假期)?',
  '(?:国庆|元旦|“?[五六七]一”?|春节)(?:假期)?',
  // “十一”, 三八节, 八一; 十一 is a number
  String.raw`“(?:三八|五四|八一|十一)”|(?<![年月〇零○一二三四五六七八九十百\d])(?:(?:三八|五四)节|八一)`,
  '开学|高考|中考|汛期|入汛|入冬',
  `[々〇㐀-鿿𠀀-𲎯]?${OF_THE_YEAR}`,
]);

/** Not the second half of a range, nor what comes again, is a target or of last year (去年12月底前排查的). */
const ALONE = String.raw`(?<![每到\d至期—~-] ?|[每各](?:年|学年|学期) ?|[去上前]年 ?)`;

/** Not 9月前往, 3月前后, 春耕前移, nor 2000年底前建成的, which tells of the past. */
const BEFORE =
  '(?:之|以)?前(?![往后来去夕的期沿景移]|(?:建成|完成|竣工|投产|印发|出台|取得|毕业|成立|注册|登记|开工)[^,。;]{0,4}的)';
const DONE =
  '(?:全部|全面|基本)?(?:完成|办结|完工|到位|建成)(?!率|度|情况(?!摸底)|后(?![备勤续方])|值(?![班守])|比例(?!尺)|进度)';

/** What is reached on a day, behind the words of its time: `12月底实现全覆盖`, `9月正式投入使用`. */
const REACHED = `(?=(?:力争|确保|争取|必须|要|须|需|应)?(?:全部|全面|基本|初步|正式|如期|率先|顺利|整体|主体){0,2}(?:实现|取得|见到|见成效|见实效|达到|达标|验收|投入(?:使用|运[行营]|生产)|投用|投产|竣工|通车|启用|交付|上线|挂牌|见效|形成|出台|公布|报送|上报|提交|通过|收官|销号|清零|封顶|落地|成型|试运行|对外开放|开馆|开园|开业|开工|(?:[々〇㐀-鿿𠀀-𲎯]{1,6})?(?:完毕|到位))(?!的|了|率|情况|后|以来|过))`;

/** What tells of the past, or of a document. */
const ASIDE = '[^。;]{0,80}(?:了|已|《)';

/** What is held at a time, in words that tell nothing of the past: `3月份开展排查`; not 上半年开展的活动, 5月举办方案; 9月份由德育处组织. */
const HELD = `(?= ?(?:[上下]午|晚上)?,?(?:由[々〇㐀-鿿𠀀-𲎯]{2,8}?|学校|全[校园县市区])?(?:集中|全面|组织|继续){0,2}(?:开展|举[办行]|召开|组织)(?![的过]|情况|以来|实施|${ASIDE}|[^。;,]{0,24}(?:方案|计划|安排|总结|表)(?:$|\\()))`;

/** What may stand behind a day that closes something: the end of the clause, or what is done by then. */
const CLOSES = `(?=[。;)]|$|前|(?:全部|全面|基本)?(?:完成|办结|报送|上报|提交|结束|到位|建成))`;

/** The kinds of deadlines in prose: of which years they are, what none of them lacks, and how they are written. */
const DUES: readonly (readonly [holds: Due['holds'], clue: RegExp, pattern: RegExp])[] = [
  // 8月底前, 秋季学期开学前, 年底前; 七至八月完成, 上半年建成
  [
    'any',
    /前|完成|办结|完工|到位|建成/u,
    pattern(`${ALONE}${YEAR}?(?:${CLOSE}|${WIDE}|${SCHOOL})(?:${BEFORE}|${DONE})`),
  ],
  // 国庆节前, 开学之前
  [
    'any',
    /(?:[节庆旦学考汛期冬]|[春夏秋冬].|(?:[五六七八十]一|三八|五四)”?)(?:之|以)?前/u,
    pattern(`(?<![每各后]|[每各去上前]年 ?|做好|抓好|加强)${YEAR}?(?:${FEAST})${BEFORE}(?!各项|准备)`),
  ],
  // 期中考试后一周内, 开学后2周内
  [
    'any',
    /后.{1,5}内/u,
    pattern(
      `(?<=^|[,;。:])(?:开学|期[中末](?:考试?)?)(?:结束)?后(?:\\d{1,2}|[一二两三四五六七八九十半])个?(?:工作日|[天日周月])之?内`,
    ),
  ],
  // 1.10月中旬，开展宣传。 1、九月份 竞选班委: the day at the head of an item, unless it tells what was done
  [
    'coming',
    /^[^月]{1,14}月[^,]{0,14}[, ]/u,
    pattern(`(?<=${ITEM})${YEAR}?${EACH}(?= ?(?:[上下]午|晚上)?,| (?![份底末上中下\\d]))(?!${ASIDE})`),
  ],
  // 12月底实现全覆盖, 10月投入使用, 年底达标
  [
    'coming',
    /[月底末度年期](?:份|旬|日|末|底)?.{0,8}(?:实现|取得|见|达|投|竣工|通车|启用|交付|上线|挂牌|形成|出台|公布|报|提交|通过|收官|销号|清零|封顶|落地|成型|试运|对外|验收)/u,
    pattern(`${ALONE}${YEAR}?(?:${CLOSE}|${WIDE}|${SCHOOL})${REACHED}`),
  ],
  // 力争10月开放, 确保年底开园
  [
    'coming',
    /力争|确保|争取|力促|务必|最迟|至迟|不[迟晚]/u,
    pattern(
      String.raw`(?<=(?:力争|确保|争取|力促|务必|最迟|至迟|不迟|不晚)[在于]?)${YEAR}?(?:\d{1,2} ?月(?: ?${DAY}|[上中下]{1,2}旬| ?[底末]|份)?|${CLOSE}|${WIDE})(?!以?来|至今)`,
    ),
  ],
  // 截至6月底完成, 报名截至6月30日; but 截至6月底，全县有…
  [
    'coming',
    /截[至止]/u,
    pattern(`(?<=截[至止]到?|截止(?:日期|时间)?[为至到是:]?)${YEAR}?(?:${CLOSE}|${WIDE})${CLOSES}`),
  ],
  // 6月30日截止
  ['coming', /[日号] ?[截止]/u, pattern(`${ALONE}${YEAR}?${DATE}(?= ?(?:截止|截稿|止))`)],
  // 5月19日至5月22日, 3月1日—15日
  [
    'coming',
    /[日号](?:起|开始)? ?[-~—–至到]/u,
    pattern(
      `${ALONE}(?<!年度 ?)(?!1 ?月 ?1 ?日${TO}12 ?月 ?31 ?日)${YEAR}?${DATE}(?:起|开始)?${TO}(?:${YEAR}?${MONTH} ?月 ?)?(?:\\d{1,2}|${HAN}{1,3}) ?[日号](?:${BEFORE})?`,
    ),
  ],
  // （3月至4月）, （9月上旬）: a bracket that holds nothing else
  [
    'coming',
    /\( ?[\d一二三四五六七八九十]/u,
    pattern(String.raw`(?<=[^》]\( ?)${YEAR}?(?:${CLOSE})(?:${TO}${YEAR}?(?:${CLOSE}))?(?= ?\))`),
  ],
  // 3月份：1.制订教学计划。
  ['coming', /^.{1,12}:/u, pattern(String.raw`^${YEAR}?(?:${CLOSE})(?= ?: ?\S)`)],
  // 到6月底, 到年底; not 从3月到6月
  [
    'coming',
    /到[\d一二三四五六七八九十今年]/u,
    pattern(`(?<=(?<![月日份旬前达起])到)(?:今年)?(?:${MONTH} ?月(?: ?${DAY}| ?[底末])|年[底末])`),
  ],
  // 到2026年底, 到2026年
  [
    'own',
    /到(?:\d{4}|今年)/u,
    pattern(String.raw`(?<=(?<![年月日])到)(?:\d{4} ?年|今年)(?: ?[底末])?(?:${BEFORE})?`),
  ],
  // 年内, 今年内, 2026年内
  [
    'coming',
    /年度?内/u,
    pattern(
      String.raw`(?:(?<!\d)(?:\d{4} ?年度?|[今本当]年度?|本年)|(?<![\d一二三四五六七八九十两几数多近某每学度半] ?)年)内(?!部|设|外|生)`,
    ),
  ],
  // 本学期内, 学期内
  [
    'any',
    /学[期年]之?内/u,
    pattern(String.raw`(?<![每各一二三四五六两几\d]个?)(?:本|该)?(?:学期|学年)之?内(?!部|外)`),
  ],
  // 暑假期间完成, 利用寒假期间
  [
    'any',
    /[暑寒][假期](?:期间|中)/u,
    pattern(`(?<=^|[,;。:]|利用|在|于|力争|确保)${YEAR}?[暑寒](?:假|期)(?:期间|中)(?!的|安全|学生)`),
  ],
  [
    'any',
    /[暑寒][假期](?:期间|中)/u,
    pattern(`${ALONE}${YEAR}?[暑寒](?:假|期)(?:期间|中)(?=(?:全部|全面|集中|分批)?(?:完成|建成|到位))`),
  ],
  // 稳定产能。全年推进。 健全制度。常年。 受理申请。随时办理。
  [
    'any',
    /。 ?[全长常持贯随]/u,
    pattern(
      '(?<=。 ?)(?:(?:全年|长期|[长常]年|持续|常态化?)(?:推进|推动|坚持|开展|实施|落实|进行|执行)|(?:贯穿)?全年|[长常]年|随时(?:办理|受理|开展|进行))(?=。|$)',
    ),
  ],
  // 每年11月15日之前, 每学年6月底前, 每学期末前
  [
    'any',
    /每(?:年|学)/u,
    pattern(`每(?:年|学年|学期) ?(?:的 ?)?(?:${CLOSE}|年?[底末]|结束)(?:${BEFORE}|${DONE})`),
  ],
];

/** When something is held, at the head of an item: by then it is done where no day of another kind stands beside. */
const HELD_AT: typeof DUES = [
  // 1.3月份开展排查。 2.于6月召开现场会。 3.9月8日下午举办宣传
  [
    'coming',
    /^.{1,24}(?:开展|举[办行]|召开|组织)/u,
    pattern(`(?<=${ITEM}拟?[于在]?)${YEAR}?(?:${EACH}|${WIDE}|[暑寒][假期](?:期间)?)${HELD}`),
  ],
  // 开展家访。9月份由德育处组织。 where the item says no more; a day is that of an event
  [
    'coming',
    /。.{1,12}(?:[月半季假期]).{0,16}(?:开展|举[办行]|召开|组织)/u,
    pattern(
      `(?<=${ITEM}[^。;]{1,24}。 ?拟?[于在]?)${YEAR}?(?:${CLOSE}|${WIDE}|[暑寒][假期](?:期间)?)(?<!日|号)${HELD}(?=[^。;]{2,60}。? ?(?:\\(|$))`,
    ),
  ],
  // 上半年组织学习，下半年推开; 11月组织演练，12月举行联欢
  [
    'coming',
    /^[^,]{0,12}[月半季].+[,;]/u,
    pattern(
      `(?<=${ITEM}[^,。;]{0,8}(?:月|上半年|季度)[^。;]{1,40}[,;] ?)(?:下半年(?!的|工作|${ASIDE})|(?:${CLOSE}|${WIDE})${HELD})`,
    ),
  ],
];

function pattern(source: string): RegExp {
  return new RegExp(source, 'gu');
}
