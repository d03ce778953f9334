/** What the words of a name say that it is, as written or folded: one body, several of a kind, a word that names nobody. */
import { fold } from '../../text/fold.ts';

/** Whether `name` ends as bodies do: 局, 科, 中心, 学校…. 县社会 and 市场, which begin longer names, are none. */
export function isBody(name: string): boolean {
  const end = fold(name.slice(-LONGEST_END));
  return (
    BODY_END.test(end) &&
    !NO_END.test(end) &&
    !PLACE.test(end) &&
    !(name.length <= LONGEST_WORD && WORD.test(end))
  );
}

/** Whether `name` is where something takes place: 一楼展厅, 人民广场. */
export function isPlace(name: string): boolean {
  return PLACE.test(fold(name));
}

/** Whether `name` stands for several bodies at once: 各中小学, 有关部门. */
export function isGroup(name: string): boolean {
  return GROUP.test(fold(name));
}

/** Whether `name` stands for certain bodies, one or several, and not for whoever it may be: 责任单位, 用人单位, 一个部门, 担保机构. */
export function isCertain(name: string): boolean {
  return isGroup(name) || (isBody(name) && !ANY.test(fold(name)));
}

/** Whether `name` stands for those who do some work there, where it can be nothing else: 后勤, 门卫, 高一年级, 班子成员. */
export function isStaff(name: string): boolean {
  return STAFF.test(fold(name));
}

/** Whether words are names of bodies and nothing else: 县水利局、各乡镇. */
export function namesBodies(words: string): boolean {
  return words
    .split(/[、,;\s]+/u)
    .every((name) => name.length >= 2 && !/\d/u.test(name) && (isBody(name) || isGroup(name)));
}

/** Whether `name` ends as bodies do whose names go no further, whatever stands behind 和: 局, 办, 中心. */
export function endsFirmly(name: string): boolean {
  return FIRM_END.test(name.slice(-LONGEST_END));
}

/** Whether `name` is a general word that stands for somebody only behind another one: 有关部门和单位, 党委、政府. */
export function isGeneral(name: string): boolean {
  return GENERAL.test(fold(name));
}

/** No ending in BODY_END is longer. */
const LONGEST_END = 8;

/** Endings of one character, 县供销社 to 县作协. */
const END = '局委部厅办科股室处院校园站所队馆行会府社司署场镇乡村县区市州省旗盟组企宫协厂';
/** Longer endings, by what they name. */
const ENDS = [
  '中心|单位|部门|机构|基地|平台|专班|组织|团体|督导团|讲师团',
  '学院|大学|[大中小]学|[一二三四五六七八九十][中小幼]|实小|高中|职中|职高',
  '公司|集团|银行|[农工建商]行|[供车机工电]务段',
  '街道|海关|高校|团委|工委|法院|法庭|税务|分局',
  '电视台|气象台|广播台|地震台|天文台|报社|协会|学会|[妇残侨文科]联|社科联|工商联',
  '[)〕）〉>]',
];
const BODY_END = new RegExp(`(?:[${END}]|${ENDS.join('|')})$`, 'u');

/** 县人力资源社会 and 县农业农村 are each the first half of a name. */
const NO_END = /(?:社会|机会|城[乡市镇]|[农乡]村|村镇)$/u;

const PLACE = /(?:[展餐歌舞]厅|(?:报告|多功能|音乐|演播|宴会)厅|会议室|(?<!电)教室|[操球剧会广]场)$/u;

/** Words that end as bodies do and are none, also with a region before them: 县市场和质量监督局 is one body. */
const WORD = /^(?:.{0,3}[省市县区州镇乡])?(?:市场|现场|广场|职场|校园|家园|社区)$/u;
const LONGEST_WORD = 6;

const FIRM_END =
  /(?:[局委部厅办科股室处院校园所队]|中心|单位|部门|机构|政府|学校|公司|集团|街道|高校|海关|[中小]学|[一二三四五六七八九十]中|[妇残侨文科]联|工商联|[工协学商]会|委员会|[管居村]委会|^各.{0,4}[市县区镇乡村])$/u;

const GROUP =
  /^(?:(?:全?[市县区省州镇乡校局]|市直|县直|区直|省直)?(?:各|有关|相关|所有)|全体|(?:有|具备|承担|涉及)[^的、]{1,10}的)|(?:各|有关|相关)(?:部门|单位|科室|股室|处室|学校|镇|乡|街道|区|县|市|专班|工作组)|.全体$/u;

const STAFF =
  /^(?:后勤|财务|门卫|食堂|校医|家委会|少先队|学生会|党?总支|[高初][一二三]年级|[一二三四五六七八九]年级|[各全]年级|值[周日班](?:教师|老师|领导|干部|生)|(?:党[委组]|[两村支]委|[镇乡局校](?:领导)?|领导)?班子(?:成员)?|(?:包[片村联保抓]|[带值]班|分管|联系|挂[点钩联])领导)$/u;

const ANY = /(?:单位|机构|[个职能责任管关]部门|责任[科处股]室)$/u;

const GENERAL =
  /^(?:部门|单位|科室|股室|处室|机构|学校|中小学|幼儿园|乡镇|镇街|街道|街道办事处|园区|企业|高校|社区|村|人民政府|政府)$/u;
