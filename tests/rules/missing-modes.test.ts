import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { missingDeadline } from '../../server/src/core/rules/deadline/missing-deadline.ts';
import { missingLead } from '../../server/src/core/rules/responsibility/missing-lead.ts';
import { check, settingsOf } from './check.ts';

describe('what is claimed of tasks and of the whole document, by mode', () => {
  const none = `清溪县2025年教育工作要点
一、重点任务
⟦1.整治校园周边环境⟧。清理占道摊点。
⟦2.补充乡村教师⟧。面向师范院校招聘。`;
  const some = `清溪县2025年教育工作要点
一、重点任务
1.整治校园周边环境。清理占道摊点。（责任单位：安全股）
⟦2.补充乡村教师⟧。面向师范院校招聘。`;
  const unmarked = (marked: string) => marked.replace(/[⟦⟧]/gu, '');

  it('auto speaks once on the title where no task states it, and hints at each', () => {
    const findings = check(
      missingLead,
      none.replace('清溪县2025年教育工作要点', '⟦清溪县2025年教育工作要点⟧'),
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'hint', 'hint']);
    expect(findings.map(({ fix }) => fix?.kind)).toEqual([undefined, 'stub', 'stub']);
    expect(findings[0]?.message).toEqual({
      zh: '全文2项任务均未注明责任单位。',
      en: 'None of the 2 tasks states who is responsible (责任单位).',
    });
  });

  it.each(['auto', 'always'] as const)('%s warns of the task that stands out', (mode) => {
    const findings = check(missingLead, some, settingsOf(mode));
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('always warns of each task and never of the document', () => {
    const findings = check(missingLead, none, settingsOf('always'));
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  it.each([none, some])('never says nothing', (text) => {
    check(missingLead, unmarked(text), settingsOf('never'));
  });

  it.each(['任务分工和完成时限详见附件。', '附件：清溪县创建书香县城任务分工表'])(
    'claims nothing of a document whose copy lacks what gives the tasks out: %s',
    (words) => {
      for (const rule of [missingLead, missingDeadline])
        check(
          rule,
          `清溪县创建书香县城工作方案\n一、主要任务\n⟦1.建设书房⟧。建设书房十处。\n⟦2.开展晨读⟧。每校都读。\n${words}`,
        );
    },
  );

  it('claims nothing of a document that does not say what it is and gives nobody a task', () => {
    const findings = check(missingLead, '一、重点任务\n⟦1.整治校园周边环境⟧。清理占道摊点。');
    expect(findings.map(({ severity }) => severity)).toEqual(['hint']);
  });

  it('marks how the text begins where there is no title and something is stated', () => {
    const findings = check(
      missingDeadline,
      '⟦一、重点任务⟧\n⟦1.整治校园周边环境⟧。清理占道摊点。（责任单位：安全股）',
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'hint']);
  });

  it('says one thing at one place', () => {
    const findings = check(missingDeadline, '⟦1.整治校园周边环境⟧。清理占道摊点。（责任单位：安全股）');
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('keeps the hints where the severity is another', () => {
    const text = none.replace('清溪县2025年教育工作要点', '⟦清溪县2025年教育工作要点⟧');
    const severities = { 'missing-lead': 'error' } as const;
    const findings = check(missingLead, text, { ...defaultSettings, severities });
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'hint', 'hint']);
  });
});
