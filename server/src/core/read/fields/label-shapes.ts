import type { FieldRole } from '../../plan/plan.ts';

/**
 * What a label means by its shape: what leads in (牵头, 责任, 配合…, one or several) and what it is (单位, 科室, 领导…).
 * `other`: it looks like a label of a plan, and says neither who nor by when (验收单位, 办理完成时限). Undefined for words
 * that are no label. `words` are canonical: folded, without spaces.
 */
export function roleByShape(words: string): FieldRole | 'other' | undefined {
  if (!LABEL_END.test(words)) return undefined;
  const label = withoutTime(words);
  if (OTHER.test(label)) return 'other';
  if (DEADLINE.test(label)) return 'deadline';
  if (PERSON_ALONE.test(label)) return 'lead';
  if (!OWNER.test(label)) return undefined;
  // `牵头及责任单位`: the first of several says it.
  const first = label.split(JOINT, 1)[0] ?? '';
  if (LEADS.test(first)) return 'lead';
  if (SUPPORTS.test(first)) return 'support';
  if (PERSON_END.test(WHAT_END.test(first) ? first : label)) return 'lead';
  return OVERSEES.test(first) ? 'support' : 'unit';
}

/** Whether a label names persons (牵头领导, 责任人), if only among bodies. */
export function namesPersons(label: string): boolean {
  return PERSONAL.test(withoutTime(label));
}

/**
 * What leads in, where it is a label by itself: 牵头, 主责, 协同, 具体负责. A person (`personal`) who sees to a task from
 * above (分管) leads; `分管:办公室` says of a person what that is. So is who it is, before a name of that kind: 局领导, 科室.
 */
export function roleAlone(words: string, personal: boolean): FieldRole | 'other' | undefined {
  if ((personal ? POSTED : OFFICE).test(words)) return personal ? 'lead' : 'unit';
  if (!ALONE.test(words)) return undefined;
  if (!ABOVE.test(words)) return roleByShape(`${words}单位`);
  return personal ? roleByShape(`${words}领导`) : undefined;
}

/** Whether words say who somebody is, and not what that one does: 县领导, 科室. */
export const isWho = (words: string) => POSTED.test(words) || OFFICE.test(words);

/** Whether words are a label where a time stands behind them: 计划完成, 推进时序, 起止时间, and 时间 beside whoever does it. */
export function namesTime(words: string): boolean {
  return TIMED.test(words);
}

/** The half that says who, of a label that says by when too: 责任单位及完成时限; 牵头(责任)单位 is 牵头、责任单位. */
function withoutTime(words: string): string {
  const label = words.replace(/\((..)\)(?=.)/u, '、$1');
  const owner = label.replace(AND_TIME, '');
  return owner !== label && WHAT_END.test(owner) ? owner : label;
}

/** Whether a label names both, whose roles are told apart by what they are: 责任领导和单位, 责任单位及责任人. */
export function isMixed(words: string): boolean {
  const label = withoutTime(words);
  return MIXED.test(label) && OWNER.test(label) && roleByShape(label) !== 'support';
}

/** No label that is known by its shape is longer. */
export const LONGEST_SHAPE = 18;

function either(...words: readonly string[]): string {
  return `(?:${words.join('|')})`;
}

/** Two parts of a label that stand side by side: `牵头及责任单位`, `责任领导/单位`. */
const JOINED = either('以?及', '和', '(?<!参)与', '或', '暨', '[/、]');
const JOINT = new RegExp(JOINED, 'u');

/** What leads in to a body or a person alike, by role. */
const LEAD = either('总?牵头', '主办', '主责', '抓总', '领衔');
const UNIT = either(
  '责任',
  '负责',
  '承办',
  '经办',
  '落实',
  '主管',
  '分管',
  '主抓',
  '包抓',
  '包片',
  '包案',
  '包保',
  '包联',
  '包挂',
  '包干',
  '挂包',
  '挂联',
  '挂钩',
  '挂点',
  '经办',
  '承担',
  '归口(?:管理)?',
);
const SUPPORT = either('配合', '协[办作助同管抓]', '会办', '参与');
/** What leads in to a body only, called 单位 or the like: 组织机构 heads a section, 支持企业 and 实施人 own nothing. */
const OF_BODIES = either(
  '组织(?:实施)?',
  '实施',
  '发起',
  '承接',
  '执行',
  '完成',
  '推进',
  '整改',
  '参加',
  '支持',
  '支撑',
  '指导',
);
const PLAIN_BODY = either('单位', '(?<!组织)部门', '主体', '[科处股委站]室');
/** Who sees to it that others do it: a leader answers for that, a body only helps. */
const OVERSEE = either('督办', '督导', '督查', '督促');

/** How much, which one, of what, and of which level; it changes no role: 主要责任单位, 第一责任人, 牵头县领导. */
const WHICH = either(
  '主要',
  '具体',
  '共同',
  '联合',
  '直接',
  '其[他它]',
  '第[一二三]',
  '首要',
  '主体',
  '相关',
  '有关',
  '各',
  '总',
);
const OF_WHAT = either(
  '工作',
  '任务',
  '项目',
  '事项',
  '目标',
  '改革',
  '整改',
  '考核',
  '建设',
  '技术',
  '业务',
  '行业',
);
const LEVEL = either(
  '[省市州县区旗镇乡街村校园院馆局厅委处]',
  '党政',
  '党委',
  '行政',
  '机关',
  '班子',
  '本?级',
  '[省市县区州]直',
  '直属',
  '属地',
);
const MORE = either(WHICH, OF_WHAT, LEVEL);

/** What a label names: bodies, or persons. */
const BODY = either(
  '单位',
  '部门',
  '机构',
  '主体',
  '[科处股委站部庭]室',
  '(?:办公|研究)室',
  '站所',
  '站办所?',
  '[办科队]所',
  '所队',
  '部处',
  '[大中支]队',
  '分局',
  '中心',
  '[厅司委]局',
  '委办局',
  '局委办?',
  '条线',
  '[部专工]委',
  '(?:委员|专委)会',
  '学校',
  '[高院]校',
  '[校园病监工]区',
  '院系',
  '系部',
  '学院',
  '幼儿园',
  '园所',
  '[年班]级',
  '教研组',
  '乡镇',
  '镇[街乡]',
  '街镇',
  '街道',
  '村居',
  '社区',
  '板块',
  '县市?区',
  '区县',
  '市[县州]',
  '地[区方]',
  '企业',
  '[分子]?公司',
  '业务部',
  '专班',
  '专项组',
  '工作组',
  '[小班]组',
  '党组织',
  '党?支部',
);
/** A department or a place in one word, behind what leads in most often: 责任科, 牵头处, 责任镇, 责任部（室）, 责任专业. */
const SHORT_BODY = '(?:[科处司股室办部局委庭所校镇乡村组方线]|专业)';
const PERSON = either(
  '领导(?:同志|干部)?',
  '责任人员?',
  '负责人',
  '(?:负责)?同志',
  '班子成员',
  '常委',
  '党[组委]成员',
  '督学',
  '干部',
  '[教老]师',
  '副?(?:[局校园院所站科处股厅部县市区镇乡]长|主任|书记)',
);

const LEADS_IN = either(LEAD, UNIT, SUPPORT);
const BODY_LEADS_IN = either(LEADS_IN, OF_BODIES, OVERSEE);
/** As often as it likes: engines write out a counted repetition, and a label is short. */
const MORE_LEADS_IN = `(?:${JOINED}?${either(BODY_LEADS_IN, MORE)})*`;

/** 牵头考核单位, 牵头及责任单位, 落实责任单位, 县级包抓领导, 责任领导和单位, 市卫健委内牵头处室. */
const OWNER = new RegExp(
  `^(?:[々〇㐀-鿿𠀀-𲎯]{1,5}内)?${MORE}*${either(
    // 责任单位, 牵头落实站所, 配合责任单位, 责任单位负责人.
    `${LEADS_IN}${MORE_LEADS_IN}${BODY}${PERSON}?`,
    `${either(OF_BODIES, OVERSEE)}${MORE_LEADS_IN}${PLAIN_BODY}`,
    `${either('牵头', '责任', '主办', '承办', '配合', '协办')}${SHORT_BODY}`,
    // 牵头领导, 包抓县级领导, 督办领导, 牵头人.
    `${either(LEADS_IN, OVERSEE)}(?:${JOINED}?${either(LEADS_IN, OVERSEE, MORE)})*${either(PERSON, '人')}`,
    `${either('(?:分管)?联系', '领办', '认领', '分工')}${LEVEL}*领导`,
    '(?:执行|完成)人',
  )}(?:${JOINED}${either(BODY_LEADS_IN, MORE)}*${either(BODY, PERSON, '人')})*$`,
  'u',
);

/** 负责人, 第一责任人, 项目负责人, 单位责任人. */
const PERSON_ALONE = new RegExp(
  `^${either(WHICH, OF_WHAT)}*(?:${either('责任人员?', '责任者', '负责人', '负责同志')}|活动负责人|${BODY}责任人)$`,
  'u',
);

/** Persons by where they stand, and offices, before whose names these words are labels. */
const POSTED = new RegExp(`^(?:${LEVEL}级?领导|[科处股]室负责人|班子成员|党[组委]成员)$`, 'u');
const OFFICE = /^(?:对口|业务)?(?:[科处股]室|部门)$/u;

/** What leads in and no more, and what says of it that others do the work. */
const ALONE = new RegExp(`^(?:具体|总)?${either(LEADS_IN, '执行')}$`, 'u');
const ABOVE = /[管抓包挂]/u;

const LEADS = new RegExp(`^(?!${SUPPORT}).*${LEAD}`, 'u');
const SUPPORTS = new RegExp(either(SUPPORT, '参加', '支持', '支撑', '指导'), 'u');
const OVERSEES = new RegExp(OVERSEE, 'u');
const PERSON_END = new RegExp(`${either(PERSON, '人')}$`, 'u');
const WHAT_END = new RegExp(`${either(PERSON, '人', BODY)}$`, 'u');
const PERSONAL = new RegExp(`${either(PERSON, '人')}(?:${JOINED}.{2,8})?$|^lead$`, 'u');
const MIXED = new RegExp(
  `${either(PERSON, '人')}${JOINED}.{0,6}${BODY}$|${BODY}${JOINED}.{0,6}${either(PERSON, '人')}$`,
  'u',
);

/** What is to be done by a time, and that it is a time: 完成时限, 预计完成时间, 整改期限, 时限要求, 期程. */
const DEADLINE = new RegExp(
  `^${either(
    `(?:预计|计划|拟定?|要求|应|最[迟终]|全[面部]|总体|整改|任务|工作|项目|目标|改革)?${either(
      '完成',
      '[完竣]工',
      '办结',
      '整改',
      '化解',
      '落实',
      '推进',
      '销号',
      '达标',
      '交账',
    )}(?:的)?${either('时间', '时限', '期限', '日期', '期程', '节点', '时间节点', '时限要求', '时间要求')}`,
    `${either('截止', '到期')}${either('时间', '日期', '期限')}`,
    `${either('任务', '工作', '项目', '目标', '责任', '拟定', '要求', '办结', '年度')}${either('时限', '期限', '期程')}`,
    '(?:实施|推行)时间',
    '完成月份',
    '时限(?:要求)?',
    '(?:办理)?期程',
    '时间(?:节点|要求|安排)',
    '(?:时序)?进度(?:安排|要求|计划)',
    '时[序间]进度',
  )}$`,
  'u',
);

const AND_TIME = new RegExp(
  `${JOINED}(?:完成|办结)?(?:时间|[时期]限)(?:要求)?$|^(?:完成|办结)?(?:时间|[时期]限)${JOINED}`,
  'u',
);
const TIMED =
  /^(?:时间|限时|月份|节点|(?:推进|工作)?时序|办结|截止[到至]?|(?:计划|起止)时间|(?:预计|计划|拟)(?:完成|办结))$/u;

/** What looks alike: whom to ask, who checks it afterwards, whom it is for, how long something takes, how it is paid. */
const OTHER = new RegExp(
  `^${either(
    '(?:工作)?联系(?:人|科室|处室|股室|单位|部门|电话|方式|地址)(?:及(?:联系)?(?:电话|方式))?',
    '经办人',
    '(?:联络|通讯|信息)员',
    `${either('咨询', '举报', '监督', '投诉', '服务', '办公', '值班')}(?:电话|热线|方式|邮箱)`,
    `${either(
      '验收',
      '监督',
      '监管',
      '考核',
      '评价',
      '评审',
      '评估',
      '审核',
      '审批',
      '审定',
      '填报',
      '报送',
      '上报',
      '制表',
      '发布',
      '批准',
      '受理',
      '检查',
      '认定',
    )}${either(BODY, PERSON, '人')}`,
    `${either('经费', '资金')}(?:来源|保障|渠道|安排)`,
    `${either('参加', '参会', '参训', '培训', '服务', '宣传', '受益', '适用', '面向', '活动')}(?:对象|人员|范围)`,
    `${either('办理', '办理完成', '承诺', '法定')}(?:时限|时间|期限)`,
    '电话',
    '备注',
    '说明',
  )}$`,
  'u',
);

/** The last characters of all that is read here: most words before a colon are told by theirs. */
const LABEL_END =
  /[位门构体室所办队局心委会庭校区系院园级组镇街乡道居社县州方业司班织部科处股村导志员人干长任记间限期程点求度安排话式址线箱源障道象围注明师份划块者学]$/u;
