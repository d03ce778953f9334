import { hanNumeral } from '../../server/src/core/text/numerals.ts';

/**
 * A plan of `lines` lines that is the same on every run: sections, subsections and tasks of some 200 characters, their
 * owners in brackets or on lines of their own, with a few slips, so that rules have something to say.
 */
export function generatePlan(lines: number): string {
  const out = ['衡川市2026年教育重点工作任务分解方案', '为落实全年目标，现将重点工作任务分解如下。'];
  const pick = picker(lines);
  for (let task = 0; out.length < lines; task += 1) {
    const subsection = Math.floor(task / TASKS_PER_SUBSECTION);
    const section = Math.floor(subsection / SUBSECTIONS_PER_SECTION);
    if (task % (TASKS_PER_SUBSECTION * SUBSECTIONS_PER_SECTION) === 0) {
      out.push(`${hanNumeral(section + 1)}、${pick(VERBS)}${pick(FIELDS)}各项工作`);
    }
    if (task % TASKS_PER_SUBSECTION === 0) {
      const number = hanNumeral((subsection % SUBSECTIONS_PER_SECTION) + 1);
      out.push(`（${number}）${pick(VERBS)}${pick(FIELDS)}${pick(ASPECTS)}`);
    }
    out.push(...taskLines(task, subsection % 2 === 0 ? 'bracket' : 'lines', pick));
  }
  return `${out.slice(0, lines).join('\n')}\n`;
}

const TASKS_PER_SUBSECTION = 12;
const SUBSECTIONS_PER_SECTION = 10;

type Pick = (words: readonly string[]) => string;

function taskLines(task: number, placement: 'bracket' | 'lines', pick: Pick): readonly string[] {
  const number = `${(task % TASKS_PER_SUBSECTION) + 1}.`;
  const body = `${number}${titleOf(task)}。${paragraph(task, pick)}`;
  if (task % 40 === 39) return [body];
  const units = `${pick(UNITS)}、${pick(UNITS)}，${pick(GROUPS)}`;
  const deadline = `2026年${(task % 12) + 1}月`;
  if (placement === 'lines') return [body, `责任单位：${units}`, `完成时间：${deadline}`];
  return [`${body}（牵头领导：${pick(LEADERS)}；责任单位：${units}；完成时限：${deadline}）`];
}

/** A title that no other of the first thousands of tasks has. */
function titleOf(task: number): string {
  const count = VERBS.length * FIELDS.length * ASPECTS.length;
  const mixed = (task * 1009) % count;
  const verb = VERBS[mixed % VERBS.length] ?? '';
  const field = FIELDS[Math.floor(mixed / VERBS.length) % FIELDS.length] ?? '';
  const aspect = ASPECTS[Math.floor(mixed / (VERBS.length * FIELDS.length))] ?? '';
  return `${verb}${field}${aspect}`;
}

/** About 180 characters; some name measures (一是…), some carry a half-width comma that a rule should see. */
function paragraph(task: number, pick: Pick): string {
  if (task % 5 === 4) return ['一是', '二是', '三是'].map((mark) => mark + sentence(2, pick)).join('');
  const text = sentence(3, pick) + sentence(3, pick) + sentence(3, pick);
  return task % 25 === 3 ? text.replace('，', ',') : text;
}

/** Different clauses, from one that is picked onwards. */
function sentence(clauses: number, pick: Pick): string {
  const first = CLAUSES.indexOf(pick(CLAUSES));
  const words = Array.from({ length: clauses }, (_, index) => CLAUSES[(first + index * 7) % CLAUSES.length]);
  return `${words.join('，')}。`;
}

/** Picks from lists in an order that only `seed` decides (mulberry32). */
function picker(seed: number): Pick {
  let state = seed;
  return (words) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return words[((mixed ^ (mixed >>> 14)) >>> 0) % words.length] ?? '';
  };
}

const VERBS = [
  ...['推进', '完善', '加强', '优化', '规范', '提升', '深化', '健全', '落实', '改进'],
  ...['夯实', '拓展', '统筹', '细化', '巩固', '创新'],
];

const FIELDS = [
  ...['学前教育', '义务教育', '高中教育', '职业教育', '特殊教育', '社区教育', '家庭教育', '劳动教育'],
  ...['心理健康教育', '科学教育', '学校体育', '学校美育', '校园安全', '学校食堂', '教育督导', '教育宣传'],
  ...['师德师风', '教师培训', '教师交流', '招生考试', '课后服务', '作业管理', '学生资助', '语言文字'],
  ...['教育装备', '智慧校园', '网络安全', '校车运行', '民办教育', '教研科研', '经费使用', '校舍建设'],
];

const ASPECTS = [
  ...['工作机制', '规章制度', '保障水平', '队伍建设', '评价办法', '服务能力', '资源供给', '示范创建'],
  ...['责任体系', '信息公开', '特色品牌', '条件改善', '片区联动', '数据应用', '专项治理', '过程督查'],
  ...['协同育人', '质量监测', '风险防控', '成果推广'],
];

const CLAUSES = [
  '对照年度目标逐项梳理工作清单',
  '把任务细化到科室、具体到学校、落实到个人',
  '组织骨干力量深入乡镇学校开展现场指导',
  '建立问题台账并实行销号管理',
  '对进展缓慢的单位及时约谈提醒',
  '邀请家长代表和社区工作者参与监督',
  '依托信息平台实现数据一次采集、多方共用',
  '定期通报各学校工作进展和存在的不足',
  '遴选一批可复制、可推广的典型案例',
  '将工作成效纳入学校年度综合考核',
  '优先保障偏远地区和薄弱学校的需要',
  '推动城区优质学校与乡村学校结成互助对子',
  '编制操作手册供一线教师查阅使用',
  '完善“周巡查、月调度、季评估”工作制度',
  '配备必要的场地、器材和专兼职人员',
  '开展覆盖全体教师的业务能力测评',
  '鼓励学校结合校情探索各具特色的做法',
  '畅通意见反映渠道并做到有诉必应',
  '加强与公安、卫生、市场监管等部门的会商',
  '严格执行资金管理规定并公开使用情况',
  '引导学生在实践活动中增长才干、锤炼品格',
  '对照标准开展自查并限期完成整改',
];

const LEADERS = ['程知远', '苏明岚', '魏承泽', '叶书桓、梁一舟', '郑 和平'];

const UNITS = [
  ...['办公室', '组织人事科', '计划财务科', '基础教育科', '学前教育科', '职业教育科', '安全管理科'],
  ...['体育卫生科', '督导室', '教研室', '电教馆', '招生办', '资助中心', '项目办'],
];

const GROUPS = ['各中小学、幼儿园', '各学区', '各义务教育学校', '民办教育机构', '各县区教育局'];
