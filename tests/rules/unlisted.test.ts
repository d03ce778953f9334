import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { missingLead } from '../../server/src/core/rules/responsibility/missing-lead.ts';
import { missingUnit } from '../../server/src/core/rules/responsibility/missing-unit.ts';

const TASKS = ['修缮校舍', '排查隐患', '培训教师', '开放操场', '配齐图书'];
const BODIES = ['办公室、教研室', '县财政局、县住建局', '基教科', '各中小学、幼儿园', '安全股'];
const PERSONS = ['王强', '李明华、周晓', '张伟', '副校长林遥', '周晓'];

function findings(line: (i: number) => string, head = ''): readonly string[] {
  const tasks = TASKS.map((task, i) =>
    line(i)
      .replace('#', `${i + 1}`)
      .replace('@', task),
  );
  const plan = parse(['云溪县教育局2026年工作要点', head, ...tasks].filter(Boolean).join('\n'));
  const found = lint(plan, [missingLead, missingUnit], defaultSettings);
  return found.filter(({ severity }) => severity !== 'hint').map(({ rule }) => rule);
}

const LABELS = [
  '跟进科室',
  '经办人',
  '落地单位',
  '责任归属',
  '谁来办',
  '业务口',
  '推动部门',
  '兜底',
  '跟进处（室）',
];

/** How labels stand, `L` the label and `V` the names. */
const FORMS: Readonly<Record<string, string>> = {
  'a bracket': '#.@。按月推进（L：V）。',
  'a bracket behind the stop': '#.@。按月推进。（L：V）',
  'a bracket with a day': '#.@。按月推进。（L：V；完成时限：6月底）',
  'a bracket with a leader': '#.@。按月推进。（牵头领导：林遥；L：V）',
  'a line of its own': '#.@。按月推进。\nL：V',
  'a numbered line': '#.@。\n（1）时间：6月1日—10日\n（2）L：V',
  'a line with a leader': '#.@。按月推进。\n牵头领导：林遥　L：V',
  'the line itself': '#.@。按月推进。L：V。',
  'a bracket of its own': '#.@。按月推进。【L】V',
  'a dash': '#.@。按月推进。——L：V',
};

describe('an owner between dashes or strokes', () => {
  it.each(['#.@——V——6月底', '#.@ / V / 6月底', '#.@→V→6月底'])('may be there: %s', (form) => {
    expect(findings((i) => form.replace('V', BODIES[i] ?? ''))).toEqual([]);
  });

  it.each(['#.@——按月推进——6月底', '#.@ / 食堂饭菜 / 6月底'])('is none where no body stands: %s', (form) => {
    expect(findings(() => form)).not.toEqual([]);
  });
});

describe('an owner behind a label that no list holds', () => {
  const forms = Object.entries(FORMS).flatMap(([where, form]) =>
    LABELS.map((label) => [label, where, form] as const),
  );

  it.each(forms)('is not claimed to be missing: %s in %s', (label, _where, form) => {
    expect(findings((i) => form.replace('L', label).replace('V', BODIES[i] ?? ''))).toEqual([]);
  });

  it.each(['盯办领导', '把关人', '执笔'])('may be a person: %s', (label) => {
    expect(findings((i) => `#.@。按月推进。（${label}：${PERSONS[i]}）`)).toEqual([]);
  });

  it('may be whoever has a part in it, beside names that hold 和', () => {
    expect(findings(() => '#.@。按月推进。（跟进科室：各片区主办单位和协办单位、区档案和史志局）')).toEqual(
      [],
    );
  });

  it('may stand in a table', () => {
    const head = '序号\t任务\t跟进科室\t完成时限';
    expect(findings((i) => `#\t@\t${BODIES[i]}\t6月底`, head)).toEqual([]);
    expect(findings((i) => `#\t@\t${PERSONS[i]}\t6月底`, head)).toEqual([]);
  });

  it.each([
    ['for whom', '培训对象', ['各中小学', '全县中小学', '清溪中学', '幼儿园', '各校']],
    ['where', '建设地点', ['城关镇', '河东街道、城关镇', '柳林乡', '清河镇', '2处']],
  ])('is missing where a column says %s', (_what, head, cells) => {
    expect(findings((i) => `#\t@\t${cells[i]}\t6月底`, `序号\t任务\t${head}\t完成时限`)).toEqual([
      'missing-lead',
    ]);
  });

  it('is missing where its cell is empty and another one names a place', () => {
    const row = (i: number) => `#\t@\t河东街道\t${i === 2 ? '' : '县住建局'}\t6月底`;
    expect(findings(row, '序号\t任务\t地点\t责任单位\t完成时限')).toEqual(['missing-lead']);
  });

  it('may be the one that its peers have behind a known label', () => {
    expect(findings((i) => `#.@。按月推进。（${i === 3 ? '跟进科室' : '责任科室'}：${BODIES[i]}）`)).toEqual(
      [],
    );
  });

  it.each([
    ['whom to ask', '（联系人：王强）'],
    ['for whom', '（参加对象：各中小学、幼儿园）'],
    ['where', '（活动地点：县体育馆）'],
    ['on a numbered line where', '\n（1）场地：县体育馆'],
    ['who pays', '（经费来源：县财政局）'],
    ['who looks on', '（验收单位：县教育局）'],
    ['no name', '（建设规模：三栋两层）'],
    ['which schools', '（项目学校：清溪中学、东关小学）'],
    ['which schools, under any label', '（改造点：清溪中学、东关小学）'],
    ['who builds', '（施工单位：县第一建筑公司）'],
  ])('is missing where the bracket says %s', (_what, bracket) => {
    expect(findings(() => `#.@。按月推进。${bracket}`)).toEqual(['missing-lead']);
  });

  it('is missing where a line says who speaks, and is not where an office does', () => {
    expect(findings((i) => `#.@。按月推进。\n主讲人：${PERSONS[i]}`)).toEqual(['missing-lead']);
    expect(findings(() => '#.@。按月推进。\n主讲：政教处')).toEqual([]);
  });

  it('is missing where a line says something of somebody', () => {
    expect(findings(() => '#.@。按月推进。\n总目标：各学校都有操场，教师能用上教室')).toEqual([
      'missing-lead',
    ]);
  });

  it('is missing where two leaders are named and no unit', () => {
    expect(findings((i) => `#.@。按月推进。（牵头领导：林遥；盯办领导：${PERSONS[i]}）`)).toEqual([
      'missing-unit',
    ]);
  });
});

describe('an owner without a label', () => {
  it.each(['责任单位V', '「V」', '——V', 'V为责任单位', '\nV', '\n责任单位-V', 'V，县民政局'])(
    'is not claimed to be missing: %s',
    (form) => {
      expect(findings((i) => `#.@。按月推进。${form.replace('V', BODIES[i] ?? '')}`)).toEqual([]);
    },
  );

  it.each([
    ...[
      '办好学校。',
      '确保平稳运行。',
      '依法严肃查处。',
      '挂牌督办。',
      '召开家长会。',
      '服务全县。',
      '慰问养老院。',
    ],
    ...['加强乡镇、街道。', '每周走进社区。', '\n各地各部门应当依据计划推进各校'],
  ])('is missing where a sentence ends as bodies do: %s', (sentence) => {
    expect(findings(() => `#.@。按月推进。${sentence}`)).toEqual(['missing-lead']);
  });
});

describe('an owner in a bracket without label or verb', () => {
  it.each([
    ['before a stop', '#.@（V）。'],
    ['before the stop between items', '#.@（V）；'],
    ['at the end of the first sentence', '#.@（V）。按月推进，年底完成。'],
    ['before a colon', '#.@（V）：按月推进。'],
    ['in square brackets', '#.@【V】。按月推进。'],
    ['behind a number in brackets', '（#）@（V）。按月推进。'],
    ['before a blank and a day', '#.@。按月推进。（V 10月底前）'],
    ['before a bracket with a day', '#.@。按月推进。【V】【10月底前】'],
  ])('is not claimed to be missing: %s', (_where, form) => {
    expect(findings((i) => form.replace('V', BODIES[i] ?? ''))).toEqual([]);
  });

  it.each(['#.@。（V王强，10月底前）', '#.@。（V 王强 10月底前）', '#.@。【V王强】【10月底前】'])(
    'may have a person there: %s',
    (form) => {
      const offices = ['办公室', '县财政局', '基教科', '教研中心', '安全股'];
      expect(findings((i) => form.replace('V', offices[i] ?? ''))).toEqual([]);
    },
  );

  it.each([
    ['schools', '（青云中学、白石小学）。按月推进。'],
    ['what it is', '（二期工程）。按月推进。'],
    ['stages', '（各学段、各类学生）：按月推进。'],
    ['places', '【操场、食堂】。按月推进。'],
  ])('is missing where the bracket names %s', (_what, bracket) => {
    expect(findings(() => `#.@${bracket}`)).toEqual(['missing-lead']);
  });
});

describe('an owner before a verb that no list holds', () => {
  it.each([
    '（V统抓）',
    '（V兜底，6月底前完成）',
    '（由V挂帅）。',
    '由V统筹。',
    '此项工作由V跟进。',
    '——V落地',
  ])('is not claimed to be missing: %s', (form) => {
    expect(findings((i) => `#.@。按月推进。${form.replace('V', BODIES[i] ?? '')}`)).toEqual([]);
  });

  it.each([
    ['by whom it is looked at', '按月推进（县教育局验收）。'],
    ['that it is for', '每校一片（小学阶段）。'],
    ['where it is done', '改造教学楼（清溪中学、东关小学）。'],
    ['that is looked at', '每月检查（含民办幼儿园、教研室）。'],
    ['in the middle of the words', '学校（含幼儿园）每周开放一次。'],
    ['in a sentence that goes on', '由县教育局统筹，各方参与，形成合力。'],
  ])('is missing where a body is named %s', (_what, words) => {
    expect(findings(() => `#.@。按月推进。${words}`)).toEqual(['missing-lead']);
  });

  it.each([
    '#.@，V负责，6月底前完成；',
    '#.@：V负责。',
    '#.@，V牵头，各方配合。',
    '#.@。按月推进，责任单位V，6月底前完成。',
    '#.@。按月推进。责任部门为V，验收标准为三级。',
    '#.@。—V，6月底前',
  ])('may stand in a clause: %s', (form) => {
    expect(findings((i) => form.replace('V', BODIES[i] ?? ''))).toEqual([]);
  });

  it.each(['严格落实', '责任单位负责', '县教育局、社会各方参与', '责任单位明确'])(
    'is missing where a clause says %s',
    (clause) => {
      expect(findings(() => `#.@，${clause}，6月底前完成。`)).toEqual(['missing-lead']);
    },
  );

  it('may stand before a dash below who leads', () => {
    const persons = '林遥、周晓、王芳、李明、张伟'.split('、');
    expect(findings((i) => `#.@（${persons[i]}副校长牵头）\n校办——责任人韩梅主任，做好宣传。`)).toEqual([]);
  });
});

describe('an office with which most items begin', () => {
  const OFFICES = ['教务处', '人事处、工会', '安全股', '学生处、团委', '教研室'];

  it.each(['#.V要做好@工作。', '#.V组织@活动。', '#.V：@。', '#.V。1.@。2.写好总结。'])(
    'is not claimed to be missing: %s',
    (form) => {
      const found = findings((i) => form.replace('V', OFFICES[i] ?? ''));
      expect(found).toEqual([]);
    },
  );

  it.each(['干部培训提升', '党支部建设', '县体育中心。新建两处', '学校要开展'])('is none: %s', (words) => {
    expect(findings(() => `#.${words}。@。`)).toEqual(['missing-lead']);
  });
});

describe('an owner whose label or mark is damaged', () => {
  /** The third and the fourth of eight tasks have `form` where the others have a bracket. */
  const damaged = (form: string) => {
    const tasks = [...TASKS, '开设课程', '清理资产', '更新器材'].map((task, i) => {
      const name = BODIES[i % 2] === BODIES[0] ? '教研室' : '基教科';
      const owner = i === 2 || i === 3 ? form.replace('V', name) : `（责任单位：${name}）`;
      return `${i + 1}.${task}。按月推进。${owner}`;
    });
    const plan = parse(['云溪县教育局2026年工作要点', ...tasks].join('\n'));
    const found = lint(plan, [missingLead], defaultSettings).filter(({ severity }) => severity !== 'hint');
    return found.map(({ span }) => plan.text.slice(span.start, span.end));
  };

  it.each([
    ...[
      '责任单位V',
      '责任单位-V',
      '责任单位=V',
      '→V',
      '{V}',
      '<责任单位 V>',
      '「V」',
      '——V',
      'V。',
      '\nV',
      '*V',
    ],
    ...['V主责。', '归V。', '交V办理。', '请V落实。', '责任科室V负责。', 'V为第一责任单位。'],
  ])('is not claimed to be missing: %s', (form) => {
    expect(damaged(form)).toEqual([]);
  });

  it.each([
    ...[
      '由V牵头，各学校分头推进，形成合力。',
      '每学期向V书面报告推进情况。',
      '',
      '材料报V备案。',
      '检查V卫生。',
    ],
    ...['征求V意见。', '由V验收。'],
  ])('is missing where the name stands in a sentence: %s', (form) => {
    expect(damaged(form)).toEqual(['3.培训教师', '4.开放操场']);
  });
});
