import type { Passage } from '../../plan/block.ts';
import type { Party, PartyKind } from '../../plan/plan.ts';
import { fold, nameText } from '../../text/fold.ts';

/**
 * The persons, units and groups listed in a stretch of a passage, with spans in it: split at `、` `,` `;`, at 及 and 和 where both sides
 * are bodies, and at spaces where the parts are names of their own. Brackets inside a name stay whole.
 */
export function partiesIn(
  { text, raw }: Passage,
  from: number,
  to: number,
  personal: boolean,
): readonly Party[] {
  const parties: Party[] = [];
  let spread: 'names' | 'words' | undefined;
  let region = false;
  for (const entry of entriesOf(text, from, to)) {
    // `各` spreads over the `、` list that it opens, and no further.
    if (entry.separator !== '、') spread = undefined;
    for (const found of piecesOf(text, entry.from, entry.to)) {
      const piece = personal ? withoutPost(text, found) : found;
      if (personal && found.to < to && POST_ALONE.test(text.slice(piece.from, piece.to))) continue;
      const span = { start: piece.from, end: piece.to };
      const name = nameText(raw.slice(piece.from, piece.to));
      if (!name || PLACEHOLDER.test(name)) continue;
      const spreads = spread === 'words' ? GENERAL.test(name) : spread && (region || !OF_REGION.test(name));
      const kind = kindOf(name, personal, Boolean(spreads));
      spread = spreadOf(name) ?? spread;
      region = /[县市区州]$/u.test(name);
      parties.push({ name, kind, span });
    }
  }
  return parties;
}

/** `各` spreads over what is named behind it; 有关部门 only over words as general as itself: 市直有关部门、单位. */
function spreadOf(name: string): 'names' | 'words' | undefined {
  if (/^[各全][^级]/u.test(name)) return 'names';
  return /(?:有关|相关)(?:部门|单位|科室|股室|处室|学校)$/u.test(name) ? 'words' : undefined;
}

const GENERAL =
  /^(?:部门|单位|科室|股室|处室|机构|学校|中小学|幼儿园|乡镇|镇街|街道|街道办事处|园区|企业|高校|社区|村|人民政府|政府)$/u;

/** A person without the post that stands beside the name: `局长张三`, `李四副主任`, `王五（科长）`. */
function withoutPost(text: string, piece: Piece): Piece {
  const words = text.slice(piece.from, piece.to);
  if (words.length > 24) return piece;
  const bracket = words.search(/ *[(〔【]/u);
  const bare = bracket > 0 ? words.slice(0, bracket) : words;
  const before = POST_BEFORE.exec(bare)?.[0].length ?? 0;
  const after = before > 0 ? 0 : (POST_AFTER.exec(bare)?.[0].length ?? 0);
  const name = bare.slice(before, bare.length - after).replace(/\s+/gu, '');
  if (name.length < 2 || name.length > 4 || !SURNAME.test(name)) return piece;
  return { from: piece.from + before, to: piece.from + bare.length - after };
}

const POST =
  '(?:党组|党委|党工委|教育工委|总支|支部|常务|第一)?副?(?:书记|局长|主任|科长|股长|校长|园长|主席|部长|区长|县长|市长|镇长|乡长|秘书长|站长|院长|处长|厅长|所长|队长|馆长|总督学|督学|调研员|委员|常委|成员)';
const POST_ALONE = new RegExp(`^${POST}$`, 'u');
const POST_BEFORE = new RegExp(`^${POST}(?:兼${POST})? *(?=.)`, 'u');
const POST_AFTER = new RegExp(` *${POST}$`, 'u');

/** The surnames of nearly everybody: a post beside any other word names the holder of an office (学校校长). */
const SURNAME =
  /^(?:[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖牛庞樊兰殷施洪翟安颜倪温芦葛邢路岳齐梅庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边古苟仇全应褚池冀党储卞娄屠丰仲]|欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒)/u;

/** Whether `name` ends as bodies do: 局, 科, 中心, 学校…. */
export function isBody(name: string): boolean {
  return BODY_END.test(name.slice(-LONGEST_END));
}

/** Whether `name` stands for several bodies at once: 各中小学, 有关部门. */
export function isGroup(name: string): boolean {
  return GROUP.test(name);
}

/** No ending in BODY_END is longer. */
const LONGEST_END = 8;

const BODY_END =
  /(?:[局委部厅办科股室处院校园站所队馆行会府社司署场镇乡村县区市州省站组企]|中心|单位|部门|机构|学院|大学|[大中小]学|公司|集团|街道|高校|团委|海关|银行|基地|平台|专班|[妇残侨文科青]联|工委|法院|法庭|税务|分局|电视台|协会|学会|报社|[)〕）])$/u;

const GROUP =
  /^(?:(?:全?[市县区省州镇乡校局]|市直|县直|区直|省直)?(?:各|有关|相关|所有)|全体|(?:有|具备|承担|涉及)[^的、]{1,10}的)|(?:各|有关|相关)(?:部门|单位|科室|股室|处室|学校|镇|乡|街道|区|县|市|专班|工作组)/u;

const PLURAL_END =
  /^(?:园区|功能区|开发区|高新区|经开区)管委会?$|(?:学校|中小学|幼儿园|部门|单位|机构|政府|办事处|街道|乡镇|园区|企业|高校|院校|医院|科室|股室|处室|[小中]学|学区|社区|村|镇|乡|园|区|县|市)$/u;

/** A draft's stand-ins for a name that is still to come. */
const PLACEHOLDER = /^(?:[×xX*＊_＿/／\-—…?？.。]+|待定|待补充|暂缺|无)$/u;

/** 区人民政府 behind 各县 stands for all of them, behind 各乡镇 it is one. */
const OF_REGION = /^[市县区省](?:人民)?(?:政府|管委会?)$/u;

/** 市实验小学 behind 各乡镇 is one school. */
const OF_ITS_OWN = /^[市县区省](?![(〔级]|(?:人民)?政府$|管委会?$)/u;

function kindOf(name: string, personal: boolean, spread: boolean): PartyKind {
  const plain = fold(name);
  if (isGroup(plain) || (spread && PLURAL_END.test(plain) && !OF_ITS_OWN.test(plain))) return 'group';
  if (!personal) return 'unit';
  // Two or three characters that end like a body are still more likely a name (李团, 王建科), a known body is not.
  if (/^[\u3007\u3400-\u9FFF\u{20000}-\u{323AF}·]{2,4}$/u.test(name) && !SHORT_BODY.test(name))
    return 'person';
  return isBody(name) ? 'unit' : 'person';
}

const SHORT_BODY =
  /^..(?:局|办|科|股|室|处|院|部|站)$|^(?:党|校|团|工|政|安|财|项目)(?:办|委|会)$|(?:中心|政府|单位|部门|学校|学院|中学|小学|委员会|办公室)$|^.{3}(?:局|办|科|股|室|处|院|委|部)$/u;

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** The list's entries, cut at its separators outside brackets. */
function entriesOf(text: string, from: number, to: number): (Piece & { readonly separator: string })[] {
  const entries: (Piece & { separator: string })[] = [];
  let depth = 0;
  let start = from;
  let separator = '';
  for (let i = from; i < to; i += 1) {
    const character = text[i] ?? '';
    if ('([〔【'.includes(character)) depth += 1;
    else if (')]〕】'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && SEPARATOR.test(character)) {
      entries.push({ from: start, to: i, separator });
      separator = character;
      start = i + 1;
    }
  }
  entries.push({ from: start, to, separator });
  return entries;
}

const SEPARATOR = /[、,;|/]/u;

/** The names in one entry: 及 and 和 split bodies, spaces split names, and what leads in or trails off is cut. */
function piecesOf(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (const joined of splitAtJoiners(text, from, to)) {
    for (const word of splitAtSpaces(text, joined.from, joined.to)) {
      const piece = trimmed(text, word.from, word.to);
      if (piece) pieces.push(piece);
    }
  }
  return pieces;
}

function splitAtJoiners(text: string, from: number, to: number): Piece[] {
  const entry = text.slice(from, to);
  let depth = 0;
  const cuts: [at: number, length: number][] = [];
  let start = 0;
  const bodyBehind = isBody(
    entry
      .slice(-20)
      .replace(/等.{0,6}$/u, '')
      .trim(),
  );
  for (let i = 0; i < entry.length; i += 1) {
    const character = entry[i] ?? '';
    if ('([〔【'.includes(character)) depth += 1;
    else if (')]〕】'.includes(character)) depth -= 1;
    if (depth > 0) continue;
    const joiner = JOINER.exec(entry.slice(i, i + 2))?.[0];
    if (!joiner) continue;
    const left = entry.slice(Math.max(start, i - LONGEST_END), i).trim();
    const right = entry.slice(i + joiner.length, i + joiner.length + 2).trim();
    if (right.length >= 2 && bodyBehind && joins(joiner, left)) {
      cuts.push([i, joiner.length]);
      start = i + joiner.length;
      i = start - 1;
    }
  }
  const edges = [...cuts, [entry.length, 0] as const];
  let at = 0;
  return edges.map(([cut, length]) => {
    const piece = { from: from + at, to: from + cut };
    at = cut + length;
    return piece;
  });
}

const JOINER = /^(?:以及|会同|联合(?!会)|及(?!其)|和|与|暨)/u;

/** 经济和信息化局 and 农业农村和水利局 are one body each: what stands before their 和 is none. */
function joins(joiner: string, left: string): boolean {
  if (left.length < 2) return false;
  if (left.endsWith('等')) return true;
  return joiner.endsWith('及') ? isBody(left) : FIRM_END.test(left);
}

const FIRM_END =
  /(?:[局委部厅办科股室处院校园所队]|中心|单位|部门|机构|政府|学校|公司|集团|街道|高校|[中小]学|[妇残侨文科]联|[工协学]会|委员会|[管居村]委会|^各.{0,4}[市县区镇乡村])$/u;

/** `基教科 职教科` are two; `安 平` and `科 技部` are one. */
function splitAtSpaces(text: string, from: number, to: number): Piece[] {
  const entry = text.slice(from, to);
  if (!/\S\s+\S/u.test(entry)) return [{ from, to }];
  const words = [...entry.matchAll(/\S+/gu)].map((match) => ({ at: match.index, text: match[0] }));
  const merged: { at: number; end: number; size: number }[] = [];
  for (const word of words) {
    const last = merged.at(-1);
    const end = word.at + word.text.length;
    if (last && last.size === 1 && word.text.length <= 2)
      merged[merged.length - 1] = { at: last.at, end, size: 2 };
    else merged.push({ at: word.at, end, size: word.text.length });
  }
  const apart =
    merged.length > 1 && merged.every((word) => word.size >= 2 && isName(entry.slice(word.at, word.end)));
  if (!apart) return [{ from, to }];
  return merged.map((word) => ({ from: from + word.at, to: from + word.end }));
}

function isName(word: string): boolean {
  const name = word.replace(/\s+/gu, '');
  return isBody(name) || GROUP.test(name) || /^[\u3007\u3400-\u9FFF\u{20000}-\u{323AF}]{2,4}$/u.test(name);
}

/** Without 由 and * before it and 等有关部门 behind it; undefined where nothing is left. */
function trimmed(text: string, from: number, to: number): Piece | undefined {
  const entry = text.slice(from, to);
  const lead = LEAD_IN.exec(entry)?.[0].length ?? 0;
  const tail = entry.slice(Math.max(lead, entry.length - 40));
  const kept = tail.replace(TRAIL_OFF, '').replace(/[\s。:;"]{1,40}$/u, '');
  const piece = { from: from + lead, to: to - (tail.length - kept.length) };
  return piece.to > piece.from ? piece : undefined;
}

const LEAD_IN = /^[\s*☆★▲"]*(?:由(?=.{2})|会同|协同|(?:以?及|和|并|还有)(?=.{3}))?\s*/u;
const TRAIL_OFF =
  /(?:等(?:\d+个|[一二三四五六七八九十]+个|各|有关|相关|市直|市级|省直|省级|县直|县级|区直|区级|职能|责任|配合|成员|主管|其他)*(?:部门|单位|科室|股室|处室|机构|企业|地区|区政府|县政府|政府|学校|人员|领导|同志|方面)?|同志)?\s*$/u;
