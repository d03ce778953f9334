import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings, type Settings } from '../../server/src/core/lint/settings.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { wrongCharacter } from '../../server/src/core/rules/wording/wrong-character.ts';
import { findingsIn } from './check.ts';

/** Slips as keyboards and eyes make them, in sentences of our own, each before what was meant. */
const slips: readonly (readonly [written: string, meant: string])[] = [
  ['各级教预部门要压实责任。', '教育部门'],
  ['义务较育优质均衡发展取得进展。', '义务教育'],
  ['充分法挥党员先锋模范作用。', '充分发挥'],
  ['深入惯彻落实会议精神。', '贯彻落实'],
  ['认真贯切落实上级要求。', '贯彻落实'],
  ['切实提高正治站位。', '政治站位'],
  ['加强组织领到，明确分工。', '组织领导'],
  ['加大宣传历度，扩大影响。', '宣传力度'],
  ['营造良好氛圈，凝聚各方合力。', '良好氛围'],
  ['完善长校机制，确保取得实效。', '长效机制'],
  ['建立建全管理制度。', '建立健全'],
  ['确保各项工作落到时处。', '落到实处'],
  ['扎实推近城乡一体化建设。', '扎实推进'],
  ['严格落实安全生产责仁制。', '责任制'],
  ['进一步强化督促捡查。', '督促检查'],
  ['组织开展志原服务活动。', '志愿服务'],
  ['加强教师对伍建设。', '队伍建设'],
  ['提升教育教学质亮。', '质量'],
  ['优化教育资源配制。', '资源配置'],
  ['推动学前教育普及普惠安全优质发战。', '发展'],
  ['加强未成年人思想道德建社。', '建设'],
  ['全面加强党的领导和党的建涉。', '党的建设'],
  ['深化教育教学改隔。', '改革'],
  ['创新人才培养摸式。', '模式'],
  ['推进信息技术与教育教学深度容合。', '深度融合'],
  ['加强校园食品按全管理。', '食品安全'],
  ['防范化解重大风检。', '重大风险'],
  ['完善突发世件应急预案。', '突发事件'],
  ['开展心理建康教育。', '心理健康'],
  ['健全家校社协同育人几制。', '机制'],
  ['规范办学行伪，减轻学生负担。', '行为'],
  ['统筹推进各项改革任物。', '任务'],
  ['确保按时完成目标认务。', '目标任务'],
  ['推动经济社会高质量法展。', '高质量发展'],
  ['加快推进基础社施建设。', '基础设施'],
  ['强化监督管里，严肃追责问责。', '监督管理'],
  ['组织开展专题陪训。', '培训'],
  ['落实“双减”政测，规范校外培训机构。', '政策'],
  ['推动义务育教优质均衡发展。', '义务教育'],
  ['完善知识产全保护制度。', '知识产权'],
  ['落实落细各项惠企政策措失。', '政策措施'],
  ['统筹推进疫情防空和经济社会发展。', '疫情防控'],
  ['加快数字化转行升级。', '转型升级'],
  ['落实中央八项规定精伸。', '精神'],
  ['做好信息公开和政务公开公作。', '工作'],
  ['举办全县中小学生运动回。', '运动会'],
];

/** Of a slip's sentence and what was meant, whether the slip is found and mended so. */
function isFound([written, meant]: readonly [string, string], settings?: Settings): boolean {
  return findingsIn(wrongCharacter, written, settings).some(({ span, fix }) => {
    const mended = written.slice(0, span.start) + fix?.edits[0]?.newText + written.slice(span.end);
    return mended.includes(meant) && !written.includes(meant);
  });
}

const withWords = (words: Partial<Settings['words']>): Settings => ({
  ...defaultSettings,
  words: { ...defaultSettings.words, ...words },
});

describe('wrong-character', () => {
  it('finds most usual slips', () => {
    const missed = slips.filter((slip) => !isFound(slip)).map(([written]) => written);
    expect(missed.length).toBeLessThanOrEqual(slips.length / 4);
  });

  it('finds more with less caution, and never less', () => {
    const found = (['high', 'normal', 'low'] as const).map((caution) =>
      slips.filter((slip) => isFound(slip, withWords({ caution }))),
    );
    expect(found[1]).toEqual(expect.arrayContaining(found[0] ?? []));
    expect(found[2]).toEqual(expect.arrayContaining(found[1] ?? []));
  });

  it.each([
    ['a word that was added', withWords({ add: ['教预'] })],
    ['a longer one that was added', withWords({ add: ['各级教预部门'] })],
    ['one to be ignored', withWords({ ignore: ['教预部门'] })],
  ])('leaves %s', (_, settings) => {
    expect(findingsIn(wrongCharacter, '各级教预部门要压实责任。', settings)).toEqual([]);
  });

  it.each([
    ['what the document writes again', '各级教预部门要压实责任。县教预部门要统筹。教预部门要落实。'],
    ['what it writes twice and never otherwise', '各级教预部门要压实责任。县教预部门要统筹。'],
    ['the short name of another office', '由城环委组织视察。'],
    ['titles', '执行《各级教预部门工作规定》。'],
    ['names', '主持人：王教预。'],
    ['names before 同志 and posts', '由范伟东同志负责。任武东副校长检查，高孝东老师协助，程旭东任组长。'],
    ['traditional characters', '各級教預部門要加強領導，發揮師資作用。'],
    ['a line of a traditional text', '為落實各項任務，加強領導，\n特制訂如下政策。\n優化民生。'],
    ['地 and 的', '有计划、有组织的开展培训。'],
    ['what stands behind a wrong word of its own', '检修设备。按装直饮水设备。'],
    ['the number of a document', '根据《开展宣传周活动的通知》（教语用函〔2026〕1号）制定。'],
    ['words that are doubled', '狠抓落实，扎扎实实推进校舍改造工作。'],
  ])('leaves %s', (_, text) => {
    expect(findingsIn(wrongCharacter, text)).toEqual([]);
  });

  it.each(['发挥党祖书记作用。', '落实安全生残院长责任。', '全面落食书记责任制。'])(
    'takes no end of a word for a name before a post: %s',
    (text) => {
      expect(findingsIn(wrongCharacter, text)).toHaveLength(1);
    },
  );

  it('says where the document has the term right', () => {
    const text = '深化义务教育改革。推动义务较育均衡。';
    const [finding] = findingsIn(wrongCharacter, text);
    expect(finding?.related?.map(({ span }) => text.slice(span.start, span.end))).toEqual(['义务教育']);
  });

  it('leaves a name that the directory has', () => {
    const directory = '青河县教育局责任单位名录\n一、科室\n1. 各级教预部门\n';
    expect(findingsIn(wrongCharacter, '各级教预部门要压实责任。', undefined, directory)).toEqual([]);
  });

  it('says nothing where another rule of wording knows better', () => {
    const text = '2026年工作要点\n一、工作\n1.铸牢中华名族共同体意识，提升竟赛水平。\n';
    const found = lint(parse(text), rules, defaultSettings).filter(({ span }) => span.start > 15);
    const wording = found.filter(({ rule }) =>
      ['near-term', 'misspelling', 'wrong-character'].includes(rule),
    );
    expect(wording.map(({ rule }) => rule)).toEqual(['near-term', 'misspelling']);
  });
});
