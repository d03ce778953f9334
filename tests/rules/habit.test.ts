import { describe, expect, it } from 'vitest';
import { missingDeadline } from '../../server/src/core/rules/deadline/missing-deadline.ts';
import { missingLead } from '../../server/src/core/rules/responsibility/missing-lead.ts';
import { missingUnit } from '../../server/src/core/rules/responsibility/missing-unit.ts';
import { check, findingsIn } from './check.ts';
import { marked, owned, plan } from './peers.ts';

describe('the habit of the peers', () => {
  it('is what most of them do: the rest stand out, and the message says so', () => {
    const findings = check(missingLead, plan(...[1, 2, 3, 4, 5].map(owned), ...[6, 7, 8].map(marked)));
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
    expect(findings[0]?.message.zh).toBe(
      '第6项任务“补充乡村教师6”未注明责任单位，同部分8项任务中5项已写明。',
    );
  });

  it('is none where a few state it: the document is told once', () => {
    const text = plan(owned(1), ...[2, 3, 4, 5].map(marked)).replace(
      '清溪县2025年教育工作要点',
      '⟦清溪县2025年教育工作要点⟧',
    );
    const findings = check(missingLead, text);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'hint', 'hint', 'hint', 'hint']);
    expect(findings[0]?.message.zh).toBe('全文5项任务中有4项未注明责任单位。');
  });

  it('is none of days that months above a list give, for another list', () => {
    const findings = check(
      missingDeadline,
      `⟦石桥镇中心小学2025年德育工作计划⟧
一、主要工作
⟦1.整治仪容仪表⟧。落实晨检制度。
二、各月安排
三月份：
1.召开家长会。
2.举行升旗仪式。
四月份：
1.组织春游。
2.检查班容班貌。`,
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'hint']);
  });

  it('is none of units where whoever answers in person is all that any task names', () => {
    const text = `清溪县2025年防汛工作方案
一、重点任务
1.开好班会。责任人：各班班主任
2.更换绳圈。责任人：总务处
3.排查水域。责任人：顾云`;
    check(missingUnit, text);
    const asked = text
      .replace('责任人：总务处', '责任人：秦川；责任科室：总务处')
      .replace('3.排查水域', '⟦3.排查水域⟧');
    expect(check(missingUnit, asked).map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('is that of a part: an annex that names owners makes no habit of the body, and answers for the whole', () => {
    const text = [
      plan(...[1, 2, 3, 4].map(marked)),
      '附件',
      '清溪县2025年校园安全工作方案',
      '一、主要任务',
      '1.检修消防设备。逐校登记。（责任单位：安全股）',
      '2.更换老旧电线。暑假施工。（责任单位：计财股）',
      '3.开展演练。每学期两次。（责任单位：安全股）',
    ].join('\n');
    const findings = check(missingLead, text);
    expect(findings.map(({ severity }) => severity)).toEqual(['hint', 'hint', 'hint', 'hint']);
  });

  it('is none of what explains a plan and names whom it likes', () => {
    const items = ['（一）稳就业。由县人社局牵头。', '（二）惠民生。由县民政局牵头。'];
    const told = (title: string) =>
      check(missingLead, [title, '一、主要内容', ...items, '⟦（三）强治理⟧。共六项任务。'].join('\n'));
    expect(told('清溪县2025年工作方案').map(({ severity }) => severity)).toEqual(['warning']);
    expect(told('《清溪县2025年工作方案》政策解读').map(({ severity }) => severity)).toEqual(['hint']);
  });

  it('is held against no task whose bracket lost a half, which may hold who does it', () => {
    const torn = '6.补充乡村教师6。面向院校招聘。（牵头单';
    const findings = findingsIn(missingLead, plan(...[1, 2, 3, 4, 5].map(owned), torn));
    expect(findings.map(({ severity }) => severity)).toEqual(['hint']);
  });

  it('is held against no row of a table of which only number and task could be told', () => {
    const rows = [
      '1\n检修设备\n县教育局\n县应急局\n6月',
      '⟦2\n更换电线⟧\n县发改局',
      '3\n开展演练\n县教育局\n县应急局\n9月',
    ];
    const text = ['清溪县2025年任务清单\n序号\n任务\n牵头单位\n配合单位\n完成时限', ...rows].join('\n');
    expect(check(missingLead, text).map(({ severity }) => severity)).toEqual(['hint']);
  });

  it('is none of a list that begins anew, as behind a heading that was lost', () => {
    const anew = [1, 2].map((number) => `${number}.办好家长学校${number}。每月讲一课。`);
    const findings = findingsIn(missingLead, plan(...[1, 2, 3, 4, 5].map(owned), ...anew));
    expect(findings.map(({ severity }) => severity)).toEqual(['hint', 'hint']);
  });

  it('is held against no last task that stops within a sentence', () => {
    const cut = '6.补充乡村教师6。面向院校招聘音体美教师四十名，安排到村小任教，并为他们';
    const findings = findingsIn(missingLead, plan(...[1, 2, 3, 4, 5].map(owned), cut));
    expect(findings.map(({ severity }) => severity)).toEqual(['hint']);
  });

  it('is none of a section of which no task states it', () => {
    const text = plan(...[1, 2, 3, 4].map(owned), '二、抓好落实', ...[5, 6].map(marked));
    const findings = check(missingLead, text);
    expect(findings.map(({ severity }) => severity)).toEqual(['hint', 'hint']);
  });
});
