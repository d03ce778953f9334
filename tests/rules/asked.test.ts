import { describe, expect, it } from 'vitest';
import type { Rule } from '../../server/src/core/lint/rule.ts';
import { missingDeadline } from '../../server/src/core/rules/deadline/missing-deadline.ts';
import { missingLead } from '../../server/src/core/rules/responsibility/missing-lead.ts';
import { missingUnit } from '../../server/src/core/rules/responsibility/missing-unit.ts';
import { emptyTask } from '../../server/src/core/rules/structure/empty-task.ts';
import { check, findingsIn, settingsOf } from './check.ts';
import { marked, plan } from './peers.ts';

describe('what is asked of a whole document', () => {
  it.each([
    '清溪县2025年政府工作报告',
    '清溪县关于推进义务教育优质均衡发展的实施意见',
    '清溪县支持民办教育发展若干措施',
    '清溪县教育局关于校车情况的函',
    '清溪县中小学食堂管理办法',
    '清溪县2025年招生入学指南',
    '清溪县校园安全委员会成员单位职责分工',
    '清溪县校园安全工作职责清单',
    '清溪县2025年政府领导同志工作分工',
    '清溪县教育局班子成员分工',
    '图解清溪县2025年教育工作要点',
    '县教育局局长林遥解读2025年重点任务分工方案',
    '答记者问：清溪县2025年教育工作方案',
  ])('is asked of no genre that names nobody: %s', (title) => {
    const findings = check(missingLead, [title, '一、重点任务', ...[1, 2, 3].map(marked)].join('\n'));
    expect(findings.map(({ severity }) => severity)).toEqual(['hint', 'hint', 'hint']);
  });

  it.each([
    '清溪县2025年重点任务职责分工',
    '清溪县教育局2025年工作职责和任务清单',
    '清溪县2025年领导分工包抓任务清单',
    '清溪县2025年政策解读工作方案',
    '清溪县《家庭教育促进法》学习解读活动方案',
    '清溪县“小记者问政”活动方案',
    '清溪县关于做好政策解读2025年工作要点',
    '清溪县2025年重点工作县级领导分工',
  ])('is asked of a plan whose title has words of another genre: %s', (title) => {
    const findings = check(missingLead, [`⟦${title}⟧`, '一、重点任务', ...[1, 2, 3].map(marked)].join('\n'));
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'hint', 'hint', 'hint']);
  });

  it('is asked of no duties without a title', () => {
    const duties = ['1.县教育局：负责校园食堂管理。', '2.县公安局：打击违法行为。'];
    const told = (title: string) =>
      findingsIn(missingDeadline, [title, ...duties].join('\n')).map(({ severity }) => severity);
    expect(told('成员单位职责')).toEqual(['hint', 'hint']);
  });

  it.each(['清溪县教育局关于做好校车安全工作的通知', '清溪县2025年生均经费分配方案'])(
    'is asked of no notice without days and no scheme of allotment: %s',
    (title) => {
      const findings = check(missingLead, [title, '一、重点任务', ...[1, 2, 3].map(marked)].join('\n'));
      expect(findings.map(({ severity }) => severity)).toEqual(['hint', 'hint', 'hint']);
    },
  );

  it('is asked softly of a notice that says by when of its orders', () => {
    const title = '清溪县教育局关于做好校车安全工作的通知';
    const order = '⟦1.检修校车⟧。各校8月20日前逐车检修。';
    const findings = check(missingLead, [`⟦${title}⟧`, '一、工作安排', order].join('\n'));
    expect(findings.map(({ severity }) => severity)).toEqual(['info', 'hint']);
  });

  it.each([
    [
      'most tasks name a time that may be the day',
      ['今年4月启动。', '四月起逐校登记。', '5月验收。', '逐项销号。'],
    ],
    [
      'one clause dates all that names no day',
      ['未标明时间的，11月底办结。', '逐校登记。', '逐项销号。', '公布结果。'],
    ],
  ])('is asked of no document in which %s', (_name, words) => {
    const tasks = words.map((one, i) => `${i + 1}.整治周边环境${i + 1}。${one}`);
    const severities = findingsIn(missingDeadline, plan(...tasks)).map(({ severity }) => severity);
    expect(severities).not.toContain('warning');
  });

  it('is not asked of a list of benefits, but of one of tasks', () => {
    const text = plan(...[1, 2, 3].map((number) => `${number}.补贴乡村教师${number}。每人每月三百元。`));
    const titled = (title: string) =>
      findingsIn(missingLead, text.replace('清溪县2025年教育工作要点', title));
    expect(titled('清溪县2025年惠企政策清单')).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ severity: 'warning' })]),
    );
    expect(titled('清溪县2025年重点任务清单').map(({ severity }) => severity)).toContain('warning');
  });

  it('is met by the last year of several that the plan is for', () => {
    const lines = ['1.整治周边环境。到2027年全部达标。', '2.补充乡村教师。到2027年配齐。'];
    const titled = (title: string) =>
      findingsIn(missingDeadline, [title, '一、重点任务', ...lines].join('\n')).filter(
        ({ severity }) => severity === 'warning',
      );
    expect(titled('清溪县校园安全行动计划（2025—2027年）')).toEqual([]);
    expect(titled('清溪县校园安全行动计划（2025—2028年）')).toHaveLength(1);
  });

  it.each([
    ['a heading a month', ['三月主题：学雷锋', '1.扫墓。', '四月：安全月', '2.演练。', '五月份', '3.歌会。']],
    [
      'the aim of one of them',
      ['1.建设学位。到2028年，新增三千个。', '2.整修操场。', '3.培训教师。', '4.充实图书。'],
    ],
  ])('is answered by %s, where days are asked for', (_, lines) => {
    const text = ['清溪县校园建设行动计划（2026—2028年）', '一、重点任务', ...lines].join('\n');
    expect(findingsIn(missingDeadline, text).filter(({ severity }) => severity !== 'hint')).toEqual([]);
    const undated = text.replace(/.月(?:主题：|：|份)?/gu, '工作').replace('到2028年，', '');
    expect(findingsIn(missingDeadline, undated).filter(({ severity }) => severity !== 'hint')).toHaveLength(
      1,
    );
  });

  it('is asked of no text of which the tasks are a small part: what it plans was not read as tasks', () => {
    const prose = '围绕学位供给、师资配备、校园安全，统筹各方力量，分步推进，务求实效。';
    const told = (title: string, preface: string) => {
      const lines = [title, preface, '一、重点任务', ...[1, 2, 3].map(marked)];
      return check(missingLead, lines.join('\n')).map(({ severity }) => severity);
    };
    const hints = ['hint', 'hint', 'hint'];
    expect(told('清溪县2025年教育工作要点', prose.repeat(20))).toEqual(hints);
    expect(told('⟦清溪县2025年教育工作要点（征求意见稿）⟧', prose)).toEqual(['warning', ...hints]);
    expect(told('⟦清溪县2025年教育工作要点⟧', prose)).toEqual(['warning', ...hints]);
  });

  it('is asked of no text of which the headings were lost: its lists begin anew with nothing above them', () => {
    const told = (...numbers: number[]) => {
      const lines = numbers.map((number, i) => `${number}.整治校园周边环境${i}。清理占道摊点。`);
      return findingsIn(missingLead, plan(...lines)).map(({ severity }) => severity);
    };
    expect(told(1, 2, 3, 4, 5, 6)).toContain('warning');
    expect(told(1, 2, 1, 2, 1, 2)).not.toContain('warning');
  });

  it('is asked of no text in which conditions, materials and classes are numbered, but of orders', () => {
    const told = (...items: string[]) =>
      findingsIn(missingLead, plan(...items.map((item, i) => `${i + 1}.${item}。`))).map(
        ({ severity }) => severity,
      );
    const conditions = ['在民政部门登记的社会组织', '年度检查合格', '有独立的银行账号', '法人证书复印件'];
    expect(told(...conditions)).not.toContain('warning');
    expect(told('补装校门监控', '教师素养提升行动')).toContain('warning');
    expect(told('补装校门监控', '补充乡村教师', '进一步加强资金监管', '拟定活动名单')).toContain('warning');
  });

  it('is asked of no text of which half the items are demands of a notice or phases of the work', () => {
    const told = (...items: string[]) =>
      findingsIn(missingLead, plan(...items.map((item, i) => `${i + 1}.${item}。逐项推进。`))).map(
        ({ severity }) => severity,
      );
    expect(told('强化责任落实', '细化工作方案', '加强调度协调', '严格督查考核')).not.toContain('warning');
    expect(told('修缮校舍', '组织实施阶段', '总结提升阶段')).not.toContain('warning');
    expect(told('修缮校舍', '培训教师', '开放操场', '严格督查考核')).toContain('warning');
  });

  it('is not asked of a notice whose plan is elsewhere, but of the plan that it hands out', () => {
    const notice = '清溪县教育局关于印发《清溪县校车安全工作方案》的通知';
    const items = [1, 2, 3].map((number) => `${number}.检修校车${number}。逐车登记。`);
    const told = (...lines: string[]) =>
      findingsIn(missingLead, [notice, ...lines].join('\n')).map(({ severity }) => severity);
    expect(told('各中小学：', ...items)).not.toContain('warning');
    expect(
      told('各中小学：', '现印发给你们。', '清溪县校车安全工作方案', '一、重点任务', ...items),
    ).toContain('warning');
  });

  it('is answered by phases of the whole, where days are asked for', () => {
    const items = [1, 2, 3].map((number) => `${number}.检修校车${number}。逐车登记。`);
    const told = (...more: string[]) =>
      findingsIn(missingDeadline, plan(...items, ...more)).map(({ severity }) => severity);
    const phases = [
      '（一）部署阶段（2025年3月—4月）。印发通知。',
      '（二）整改阶段（2025年5月—9月）。逐一销号。',
    ];
    expect(told('二、保障措施')).toContain('warning');
    expect(told('二、实施步骤', ...phases)).not.toContain('warning');
    const unnumbered = [
      '第一阶段：动员部署（3月上旬）。印发通知。',
      '第二阶段：总结验收（11月）。报送总结。',
    ];
    expect(told('二、实施步骤', ...unnumbered)).not.toContain('warning');
  });

  it('is answered by a calendar of the whole, where days are asked for, and not where names are', () => {
    const items = [1, 2, 3].map((number) => `${number}.检修校车${number}。逐车登记。`);
    const told = (rule: Rule, ...times: string[]) => {
      const lines = times.map((time) => `${time}：盘点库存物资，检修设备。`);
      return findingsIn(rule, plan(...items, '二、时间安排', ...lines)).map(({ severity }) => severity);
    };
    for (const times of [
      ['3月', '4月', '5月'],
      ['1月—2月', '3月—6月', '7月—8月'],
      ['1—2月', '3—6月', '7—8月'],
      ['第1—4周', '第5—8周', '第9—12周'],
      ['第一季度', '第二季度', '第三季度'],
      ['上半年', '下半年'],
    ]) {
      expect(told(missingDeadline, ...times), times[0]).not.toContain('warning');
      expect(told(missingLead, ...times), times[0]).toContain('warning');
    }
    expect(told(missingDeadline, '1月—2月', '3月—6月')).toContain('warning');
    const lists = ['三', '四', '五'].flatMap((month) => [`${month}月份：`, '1.召开班会。', '2.检查班容。']);
    expect(findingsIn(missingLead, plan(...lists)).map(({ severity }) => severity)).not.toContain('warning');
  });

  it('is answered by a paragraph that says what each body does', () => {
    const bodies = '3.明确职责。教育局负责统筹；财政局负责经费；人社局负责招聘。';
    const told = (last: string) =>
      findingsIn(missingLead, plan(marked(1), marked(2), last)).filter(({ severity }) => severity !== 'hint');
    expect(told(bodies)).toEqual([]);
    expect(told('3.明确职责。教育局负责统筹。')).toHaveLength(1);
  });

  it.each([
    '清溪县实验小学工会工作计划',
    '二年级语文教研组工作计划',
    '《清溪县校园安全工作方案》已经县政府同意，现印发给你们。',
  ])('is asked neither of one desk of a school nor of what is no title: %s', (title) => {
    const findings = findingsIn(missingLead, [title, '一、重点任务', ...[1, 2, 3].map(marked)].join('\n'));
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  it.each([
    ['主办单位：县教育局'],
    ['一、主办单位：县教育局'],
    ['一、责任部门：', '教导处'],
    ['一、承办单位', '教导处、总务处'],
    ['一、活动负责人：周晓'],
  ])('is answered by who organises the whole: %s', (...lines) => {
    const text = ['清溪县2025年读书活动方案', ...lines, '二、活动安排', ...[1, 2].map(marked)];
    const findings = check(missingLead, text.join('\n'));
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  it('is written under its usual label, and not that of the whole', () => {
    const text = [
      '清溪县2025年研修方案',
      '一、实施时间：',
      '2025年3月—6月',
      '二、实施步骤：',
      '1.学习理论。（3月）',
    ];
    const [finding] = check(missingDeadline, [...text, '2.听课磨课。（4月）', '⟦3.总结提炼⟧。'].join('\n'));
    expect(finding?.message.zh).toContain('未注明完成时限');
  });

  it('is none of the facts of an event', () => {
    const facts = ['1.活动地点：体育馆', '2.主办单位：科技组', '3.承办单位：初二年级组', '4.活动形式：竞赛'];
    expect(findingsIn(missingLead, ['清溪县2025年科技周方案', ...facts].join('\n'))).toEqual([]);
  });

  it('always asks them all the same', () => {
    const text = ['清溪县2025年政府工作报告', '一、重点任务', ...[1, 2, 3].map(marked)].join('\n');
    const findings = check(missingLead, text, settingsOf('always'));
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
  });

  it('asks for no units where the headings are those in charge, nor for what a numbered field lacks', () => {
    const text = `云溪县2026年班子成员责任清单
一、党组书记、局长 周晓
1.主持全面工作。
2.推进校舍改造。
二、党组成员、副局长 林遥
3.开展教师培训。
4.开放运动场地。`;
    check(missingUnit, text);
    check(
      emptyTask,
      '云溪县2026年工作方案\n一、后勤保障\n1.整治食堂。\n2.完善台账。\n3.责任单位：后勤科\n4.完成时限：6月底前',
    );
  });

  it('knows a plan by the last word of its kind', () => {
    const title = '清溪县关于落实若干措施的工作方案';
    check(missingLead, [`⟦${title}⟧`, '一、重点任务', ...[1, 2, 3].map(marked)].join('\n'));
  });
});
