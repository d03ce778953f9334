import { isBody, isGroup } from './bodies.ts';

/**
 * Where in `words` the person stands whose post is beside the name: `局长张三`, `李四副主任`, `王五（科长）`; else all.
 * `personal`: persons are asked for, so that any name with a surname is one.
 */
export function withoutPost(
  words: string,
  personal: boolean,
): { readonly from: number; readonly to: number } {
  const whole = { from: 0, to: words.length };
  if (words.length > LONGEST || isGroup(words)) return whole;
  const bracket = words.search(REMARK);
  const bare = (bracket > 0 ? words.slice(0, bracket) : words).replace(/(?<=.)同志$/u, '');
  const teacher = TEACHER.exec(bare)?.[1];
  if (teacher) return isPerson(teacher) ? { from: 0, to: teacher.length } : whole;
  if (isPost(bare)) return whole;
  const office = POST_BEFORE.exec(bare) ?? OFFICE_BEFORE.exec(bare);
  const before =
    (office ?? (personal ? TITLE_BEFORE.exec(bare) : null) ?? TRADE_BEFORE.exec(bare))?.[0].length ?? 0;
  const after = before > 0 ? 0 : (POST_AFTER.exec(bare)?.[0].length ?? 0);
  const name = bare.slice(before, bare.length - after).replace(/\s+/gu, '');
  if (name.length < 2 || name.length > 4 || OF_POST.test(name)) return whole;
  // 张立新副市长, 副市长张立新: a whole name, though it ends as offices do; 书记项目库 is none.
  const beside = office ? !name.startsWith('项目') : BARE_POST.test(bare.slice(name.length));
  const posted = name.length === 3 && beside && isSurnamed(name) && !isBody(name);
  // `团委副书记 骆驼`, `门卫 老李`: behind a space any name will do.
  const apart = bare[before - 1] === ' ' && name.length <= 3 && readsAsPerson(name) && !isTitle(name);
  return (personal ? isSurnamed(name) || apart : isPerson(name) || posted)
    ? { from: before, to: bare.length - after }
    : whole;
}

/** Whether `words` are a post and no more: the name may stand behind the next comma. */
export function isPost(words: string): boolean {
  return POST_ALONE.test(words);
}

/** Whether `words` are a post, of whomever: 县教育局局长. */
export function isHolder(words: string): boolean {
  return HOLDER.test(words) || isPost(words);
}

/** Whether `words` are a post or a trade: 教研组长, 保健医生, 门卫. */
export function isTitle(words: string): boolean {
  return isHolder(words) || (TRADE.test(words) && !(words.length <= 3 && isSurnamed(words)));
}

/** Whether a name begins with a surname. */
export function isSurnamed(name: string): boolean {
  return SURNAME.test(name);
}

/** Whether a name begins with a surname that begins few other words. */
export function isFirmlySurnamed(name: string): boolean {
  return SURE.test(name);
}

/**
 * Whether a name is more likely a person's, where persons are asked for. Two or three characters that end like a body
 * are still more likely a name (李团, 王建科), a known body is not.
 */
export function readsAsPerson(name: string): boolean {
  return (/^[々〇㐀-鿿𠀀-𲎯·]{2,4}$/u.test(name) && !SHORT_BODY.test(name)) || !isBody(name);
}

/** Whether a name is a person's, where bodies may stand as well: 齐远, 县教育局局长. */
export function isPerson(name: string): boolean {
  if (HOLDER.test(name)) return true;
  return (
    /^[々〇㐀-鿿𠀀-𲎯]{2,3}$/u.test(name) && isSurnamed(name) && !isBody(name) && !OFFICE_WORD.test(name)
  );
}

/**
 * Where in `words` the office ends and the person there stands: `学工部王锐`, `总务处王强主任`. It is `sure` by its surname
 * or its post: 语文组高段 and 林业局古树 may be of that form, too. Undefined for words of another form.
 */
export function withOffice(words: string) {
  const [, said, post = ''] = POST_BEHIND.exec(words) ?? [];
  const bare = said !== undefined && isPost(post) ? said : words;
  const [, office = '', person = ''] = (!isBody(bare) && OFFICE_OF.exec(bare)) || [];
  const { from, to } = withoutPost(person, false);
  const name = person.slice(from, to);
  if ((name === person && !isPerson(name)) || isHolder(name)) return undefined;
  const end = office.length;
  return { end, from: end + from, to: end + to, sure: name !== person || SURE.test(name) };
}

const OFFICE_OF = /^([々〇㐀-鿿𠀀-𲎯]{1,12}(?:[局委部厅办科股室处组](?!长)|中心))([々〇㐀-鿿𠀀-𲎯]{2,6})$/u;
/** `安全科李敏（科长）` */
const POST_BEHIND = /^([^()]{2,20}) *\(([々〇㐀-鿿𠀀-𲎯]{2,6})\)$/u;

/** 周晓老师, and not 任课老师. */
const TEACHER =
  /^(?!任课|包[班级]|全科|党员|成长|时政|应届|常驻|安全|田径|武术|舞蹈|党史)([々〇㐀-鿿𠀀-𲎯]{2,3})老师$/u;

const LONGEST = 24;

/** A bracket behind a name, 王强（二） too; 高二（3）班 is a class. */
const REMARK = /(?<! ) *[(〔【](?![\d一二三四五六七八九十]{1,2}[)〕】].)/u;

/** What ends a post that stands for its holder by itself. */
const OFFICE =
  '(?:书记|局长|主任|科长|股长|校长|园长|主席|部长|区长|县长|市长|省长|州长|镇长|乡长|(?<![财行市])政委|秘书长|站长|院长|处长|厅长|所长|队长|馆长|总督学|督学|调研员|委员|常委|成员)';
/** Whose post it is: 县委, 局党组, 县政府党组, 派驻纪检监察组, 武装部. */
const OF =
  '(?:中共)?(?:[省市县区州旗镇乡局院校厅处委部园]|街道)?(?:直属|直)?(?:机关|政府|人大(?:常委会)?|政协)?(?:党组|党委|党工委|工委|委|纪委监委|纪委|纪检组|(?:派驻)?纪检监察组|教育工委|党总支|党支部|总支|支部|政法委|办事处|管委会|人武部|武装部?|教导|政教|教务|总务|德育|组织部?|宣传部?|统战部?|团委|工会|少先队)?';
const RANK = '(?:常务|第一|专职|[一二三四]级)?副?';
const POST = `(?:副?${OF}${RANK}(?:${OFFICE}|组长|辅导员|主任科员|巡视员|董事长|总经理|总工程师))`;
const POST_ALONE = new RegExp(`^${POST}$`, 'u');
const POST_BEFORE = new RegExp(`^(?:(?:${POST}兼?){1,3} *|[々〇㐀-鿿𠀀-𲎯]{0,14}${POST} +)(?=.)`, 'u');
/** `青山区委书记高强`, `海州市副市长高强` */
const OFFICE_BEFORE = new RegExp(
  `^[々〇㐀-鿿𠀀-𲎯]{1,12}(?:[省市州县区旗](?:委|政府)|[省市州县区旗镇乡](?=${RANK}[省市州县区旗镇乡]长))${RANK}${OFFICE} *(?=[々〇㐀-鿿𠀀-𲎯]{2,3}$)`,
  'u',
);
/** `县教育工会主席苗苗`, `教研组长车晓`, `运检部负责人周晓`, `保健医生 卫兰`. */
const TITLE_BEFORE = new RegExp(
  `^(?:[々〇㐀-鿿𠀀-𲎯]{0,14}(?:${OFFICE}|[组班]长|负责(?:人|同志)) *|[々〇㐀-鿿𠀀-𲎯]{1,14}[长员师生卫] +)(?=.)`,
  'u',
);
/** `民兵连长罗小军`, `会计陈桂英`, `妇女主任 李秀英`: whoever does it, and a whole name. */
const TRADE_BEFORE =
  /^[々〇㐀-鿿𠀀-𲎯]{1,12}?(?:[长员医计任记]|(?<![省市县区])师) *(?=[々〇㐀-鿿𠀀-𲎯]{3}$)/u;
const TRADE = /^[々〇㐀-鿿𠀀-𲎯]{1,14}[长员师生卫]$/u;
/** 高三班主任 and 高一年级主任 are no names with a post. */
const POST_AFTER = new RegExp(`(?<! ) *(?<![班级](?=主任))${POST}$`, 'u');

const BARE_POST = new RegExp(`^(?:常务)?副?${OFFICE}$`, 'u');

/** Whoever holds an office: 分管副县长, 县教育局局长. */
const HOLDER = new RegExp(`^.{0,18}${OFFICE}(?<!成员|委员|常委)$`, 'u');

/** Words that begin with a surname and say of which office a post is: 纪检组长, 安全主任, 关工委主任. */
const OF_POST = /^(?:纪[委检]|武装|安[全监办]|党[办建群]|林[业草]|司法|应急|金融|管委会|关工委|单位)$/u;

/** Short forms of offices and trades that begin with a surname (卫健, 房管, 计财), and days, grades and other words that do: 周一, 高二, 安排. */
const OFFICE_WORD =
  /[健计监管融财生划急建政群务新化油产防部案目位教法商信利保土水电体旅宣统纪检审环农林工质安业商贸]$|^(?:高校|单位|项目|全[省市县区州校局]|江[苏西]|安徽|成都|常州|温州)|^(?:单?周[一二三四五六日末]|单[周月]|高[一二三考]|安[全排]|全[体面]|成员|管理)$/u;

/** The surnames that begin few other words, as part of a pattern. */
export const FIRM_SURNAME =
  '[王李张刘陈杨黄赵吴徐孙朱胡郭罗郑梁宋唐许韩邓冯曹彭曾肖董潘袁蔡蒋杜魏吕沈姚卢姜崔谭廖陆汪贾邹熊秦邱侯薛闫雷陶贺郝龚邵钱戴莫]';
const SURNAME = new RegExp(
  `^(?:${FIRM_SURNAME}|[周马何林高谢萧田余于叶程苏丁任钟范石金韦夏付傅方白孟江尹阎段龙黎史毛顾万覃武严孔向常汤康易乔赖牛庞樊兰殷施洪翟安颜倪温芦葛邢路岳齐梅庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边古苟仇全应褚池冀党储卞娄屠丰仲]|欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒)`,
  'u',
);
/** 黄河, 许可, 熊猫 */
const SURE = new RegExp(`^(?![黄许董陆熊雷陶])${FIRM_SURNAME}`, 'u');

const SHORT_BODY =
  /^..(?:局|办|科|股|室|处|院|部|站|组)$|^(?:党|校|团|工|政|安|财|项目)(?:办|委|会)$|(?:中心|政府|单位|部门|学校|学院|中学|小学|委员会|办公室)$|^.{3}(?:局|办|科|股|室|处|院|委|部|组)$/u;
