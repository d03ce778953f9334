import { describe, expect, it } from 'vitest';
import { missingLead } from '../../server/src/core/rules/responsibility/missing-lead.ts';
import { missingUnit } from '../../server/src/core/rules/responsibility/missing-unit.ts';
import { check } from './check.ts';

describe('missing-unit', () => {
  it('finds a person alone, and neither a unit that leads nor a task that is missing-lead', () => {
    const text = `清溪县2025年教育工作要点
一、重点任务
1.整治校园周边环境。清理占道摊点。（牵头领导：顾云；责任科室：安全股）
⟦2.补充乡村教师⟧。面向师范院校招聘。（牵头领导：秦川）
3.补装监控设备。校门口全部覆盖。（牵头单位：县教育局）
4.开展安全演练。每学期不少于两次。`;
    const [finding] = check(missingUnit, text);
    expect(finding?.message.zh).toBe('第2项任务“补充乡村教师”未注明责任科室，同部分4项任务中3项已写明。');
    check(missingLead, text.replace(/[⟦⟧]/gu, '').replace('4.开展安全演练', '⟦4.开展安全演练⟧'));
  });

  it('speaks once where every task has a person alone', () => {
    const findings = check(
      missingUnit,
      `⟦清溪县2025年教育工作要点⟧
一、重点任务
⟦1.整治校园周边环境⟧。清理占道摊点。（牵头领导：顾云）
⟦2.补充乡村教师⟧。面向师范院校招聘。（牵头领导：秦川）
3.开展安全演练。每学期不少于两次。`,
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'hint', 'hint']);
    expect(findings[0]?.message).toEqual({
      zh: '全文3项任务中有2项未注明责任单位。',
      en: '2 of the 3 tasks do not state the responsible unit (责任单位).',
    });
  });

  it('finds the leader alone where most name who is in charge beside one, and no unit', () => {
    const text = `清溪县2025年教育工作要点
一、重点任务
1.整治校园周边环境。清理占道摊点。（包抓领导：顾云；责任人：周明）
2.补充乡村教师。面向师范院校招聘。（包抓领导：秦川；负责同志：李红）
⟦3.开展安全演练⟧。每学期不少于两次。（包抓领导：秦川）`;
    const [finding] = check(missingUnit, text);
    expect(finding?.severity).toBe('warning');
    expect(finding?.message.zh).toBe('第3项任务“开展安全演练”未注明责任人，同部分3项任务中2项已写明。');
  });

  it('is silent where the rows of a table have a person alone, and no column asks for a unit', () => {
    check(
      missingUnit,
      '清溪县2025年教育工作安排\n序号\t工作内容\t责任人\t完成时限\n1\t清理摊点\t顾云\t1月\n2\t补充教师\t秦川\t2月\n3\t开展演练\t秦川\t3月',
    );
  });

  it('is silent where nobody leads anything', () => {
    check(missingUnit, '清溪县2025年教育工作要点\n一、重点任务\n1.整治校园周边环境。清理占道摊点。');
  });

  it('asks for no unit where the post of most persons names an office', () => {
    const rows = ['晨读\t教务处主任王强', '午读\t政教处主任周晓', '晚读\t李敏（总务处）', '评比\t校长张卫'];
    check(missingUnit, ['云溪中学2026年工作任务表', '任务\t责任人', ...rows].join('\n'));
  });

  it('asks for no unit in a row of a table whose leader stands in a cell that spans it', () => {
    check(
      missingUnit,
      [
        '清溪县2025年重点任务表',
        '序号\t工作任务\t责任领导\t责任科室',
        '1\t改造小区\t顾云\t城建科',
        '2\t改造管网\t\t',
        '3\t加装电梯\t秦川\t房产科',
        '⟦4\t整治扬尘⟧\t秦川\t',
      ].join('\n'),
    );
  });
});
