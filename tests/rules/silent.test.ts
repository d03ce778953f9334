import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/core/lint.ts';
import { parse } from '../../server/src/core/parse.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { defaultSettings } from '../../server/src/core/settings.ts';

/** Everything on, hints and what is off by default, but what is missing from tasks. */
const settings = {
  ...defaultSettings,
  severities: Object.fromEntries(rules.map(({ id, severity }) => [id, severity])),
  missing: { 'missing-lead': 'never', 'missing-unit': 'never', 'missing-deadline': 'never' } as const,
};

/** What looks wrong and is right: sentences of a task, unless they are whole plans. */
const sentences: readonly string[] = [
  '选派12名80后后备干部到乡镇学校挂职。',
  '严格落实“三会一课”制度，深刻领悟“两个确立”的决定性意义。',
  '帮助青年教师一年能胜任、三年成骨干、五年成名师。',
  '构建“1+1+N”帮扶模式，推广“1+X”证书制度。',
  '完成“两高四初十小十五幼”布局调整。',
  '按照《关于做好防汛工作的通知》（青教办〔2024〕1号）要求，备足物资。',
  '课间操时间为10:09，预报名网址为http://edu.example.gov.cn/a?b=1,2，咨询电话0533-2188899。',
  '教材书号ISBN 978-7-04-012345-6，标准号GB/T 9704-2012，型号为A-12。',
  '完善县、区、校三级教研网络。',
  '2024年3月7日召开启动会，3月—5月组织实施，2024—2026年持续推进。',
  '设立青溪小学（暂定名），建筑面积12 000平方米。',
  '落实“双减”，做强“名校+新校”。',
  '修订《安全手册（2024年版）》《值班制度（试行）》。',
  '学习“喜迎开学季，安全第一课”主题内容……形成长效机制。',
  '他说：“校长讲过，‘安全第一’是底线。”',
  '比例为1:1，占比98.5%，误差±0.5，共3×4组。',
  '举办It’s My Turn英语展演，观看E=mc²科普片。',
  '开展家访（每学期1次），做到全覆盖（含随迁子女）。',
  '加大教育投入，加大对薄弱学校的支持，加大培训力度。',
  '以立德树人为根本，以课堂为主阵地，以实际行动迎接检查。',
  '在巩固成果的基础上，创新举措，提质增效，取得实效。',
  '发挥党员先锋模范作用，发挥教研优势。',
  '推动形成家校社协同育人机制，推动建立长效机制。',
  '采取“一对一”的方式开展帮扶，以走访的形式组织慰问。',
  '变更学校名称，更新教学设备，更加注重过程评价。',
  '通过组织活动开展宣传，依托平台建立台账，引导学校建立机制开展研究。',
  '开展活动情况汇报，落实机制建立工作。',
  '实现从有到优的转变和实现城乡一体，进行宣传并进行总结。',
  '荣获一等奖的学校获得奖金。',
  '严禁参加以营利为目的的竞赛，的的确确减轻负担，和和美美过节。',
  '提升美育教育教学质量，促进创业创新。',
  '推进科教融合、体教融合，落实因校制宜要求，开展随园就读试点。',
  '坚持立德育人，促进家园共育，推进依法执教。',
  '保障条件完善，成效明显，基础扎实，障碍消除，绩效提升。',
  '全程跟踪问效，推动增收创效，按下“快进”键，启动加速键，加强会商研析，开展路径探析。',
  '推进破壁清障，做好巡查排障，关爱视障、听障学生，组织述职述绩、考核评绩，做到自警自励。',
  '加强基层团组织建设，聘任法治副园长，实现第一个百年奋斗目标，落实尽职免责制度，做到尽职尽责。',
  '推进依法治校、依规治校、依章程治校，坚持教书育人、教学育人，实施“青蓝工程”“青马工程”。',
  '做好隐患排查以及及时整改，推动家长参与与监督，促进科学普及及应用，力求次次有收获、层层抓落实。',
  '推动理顺学前教育管理体制机制，推动打通家校协同机制，推动破解城乡办学体制机制。是我县连续第三年获奖。',
  '建成制度完备、体系健全、环境优越、水平领先的示范校。',
  '学校3至5月、周一至周五（8:00—17:30）开放，每周2～3次。',
  '做好“十四五”收官，谋划“十五五”开局。',
  '按“4+2”模式（4节课、2次活动）组织，联系人见附表。',
  '落实1530安全提醒，实施“2.0”行动，普及5G、AI应用，参加APEC会议。',
];

const plans: Readonly<Record<string, string>> = {
  'a heading followed by tasks that run on': [
    '青溪县2024年教育工作要点',
    '一、办好学校',
    '1.开放操场。周末向居民开放。',
    '二、安全工作',
    '2.检修校舍。暑期完工。',
  ].join('\n'),
  'joint issuers, spaced signatures and a date': [
    '青教体字〔2024〕1号',
    '',
    '中共青溪县委教育工作委员会',
    ' 青溪县教育和体育局',
    '关于印发2024年教育工作要点的通知',
    '',
    '各乡镇（街道）学校：',
    '现将《2024年青溪县教育工作要点》印发给你们，请认真贯彻落实。',
    '',
    '中共青溪县委教育工作委员会    青溪县教育和体育局',
    '                               2024年1月6日',
    '',
    '2024年青溪县教育工作要点',
    '',
    '一、办好学校',
    '1.开放操场。周末向居民开放。',
  ].join('\n'),
  'names and lists parted by spaces': [
    '青溪县2024年教育工作要点',
    '一、办好学校',
    '1. 开放操场。周末向居民开放，每周检修。',
    '牵头部门：县教育局　　配合部门：县文旅局、团县委',
    '完成时间：2024年8月',
  ].join('\n'),
  'brackets that a line break cuts': [
    '青溪县2024年教育工作要点',
    '一、办好学校',
    '1.开放操场。周末向居民开放，每周检修。（责任单位：县教育局、',
    '县文旅局）',
  ].join('\n'),
};

describe('no rule says anything of what is right', () => {
  const found = (text: string) =>
    lint(parse(text), rules, settings).map(
      ({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`,
    );

  it.each(sentences)('%s', (sentence) => {
    expect(found(`青溪县2024年教育工作要点\n一、重点任务\n1.办好学校。${sentence}\n`)).toEqual([]);
  });

  it.each(Object.entries(plans))('%s', (_name, text) => expect(found(text)).toEqual([]));
});
