import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { anyText } from '../any-text.ts';
import { sampled } from '../rounds.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Real documents, found beside the project where they are. */
export const realFolder = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Whether they are there. */
export const hasReal = existsSync(realFolder);

/** Our own plans, then the real documents where they are: name and text. */
export function documents(): readonly Document[] {
  return paths().map(documentAt);
}

/**
 * Our own plans, the five seeds and of the other documents every `step`th, beginning with that number `first`; all of
 * them in a soak.
 */
export function someDocuments(step = 5, first = 0): readonly Document[] {
  const isCorpus = (path: string) => path.startsWith(`${realFolder}corpus/`);
  const all = paths();
  const others = all.filter((path) => !isCorpus(path));
  return [...others, ...sampled(all.filter(isCorpus), step, first)].map(documentAt);
}

const plans = new Map<string, Plan>();

/** What is read of a document; the files that ask for it share it. */
export function planOf(text: string): Plan {
  const plan = plans.get(text) ?? parse(text);
  plans.set(text, plan);
  return plan;
}

type Document = readonly [name: string, text: string];

function paths(): readonly string[] {
  const own = globSync('tests/fixtures/**/*.{plan,workplan,txt}', { cwd: root, absolute: true });
  const real = hasReal ? globSync('{seeds,corpus}/*.txt', { cwd: realFolder, absolute: true }) : [];
  return [...own.sort(), ...real.sort()];
}

function documentAt(path: string): Document {
  return [path.split('/').slice(-2).join('/'), readFileSync(path, 'utf8')];
}

/** What plans are made of, and what breaks programs. */
const pieces = [
  ...['\n', '\r\n', '\r', ' ', '\u3000', '\t', '\uFEFF', '\u0000', '\u2028', '\uD842', '\uDFB7', '𠮷', '𠀋'],
  ...['一、', '二、', '（一）', '(二)', '1.', '2．', '3、', '（1）', '①', '一是', '二是', '——', '第一条 '],
  ...['重点任务', '总体要求', '保障措施', '2024年工作要点', '责任单位名录', '总体目标', '工作总结'],
  ...['（', '）', '(', ')', '〔', '〕', '[', ']', '【', '】', '“', '”', '《', '》', '|', '<!--', '-->'],
  ...['牵头领导：', '责任单位：', '责任科室:', '配合单位：', '完成时限：', '完成时间', '责任人：', '：', ':'],
  ...['张三', '李 四', '办公室', '县教育局', '各中小学', '县教育局牵头', '各校负责', '下同', '等'],
  ...['2024年8月', '8月底前完成', '2月30日', '2024年13月', '尽快', '到2025年', '每月', '12', '99%'],
  ...['。', '；', '，', '、', '！', '…', '开展活动', '提升质量', '责任单位', '不再列出', '以下均需'],
];

/** Texts that look like plans here and there. */
export const planLike: fc.Arbitrary<string> = fc
  .array(fc.oneof({ arbitrary: fc.constantFrom(...pieces), weight: 12 }, anyText()), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));
