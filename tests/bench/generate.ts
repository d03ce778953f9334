import { hanNumeral } from '../../server/src/core/text/numerals.ts';
import * as words from './stock.ts';

/**
 * A plan as offices write them, of some 15 kB: a head, 20 to 60 tasks of a stock of a few hundred under headings,
 * numbered on, and a tail, with a few slips, so that rules have something to say. The same for a `seed` on every run.
 */
export function planOf(seed: number): Plan {
  const random = randomOf(seed * 7919 + 42);
  const count = 20 + Math.floor(41 * random() ** 4);
  const frame = oneOf(FRAMES, random);
  return { ...frame, gap: random() < 0.4, sections: sectionsOf(count, random, true) };
}

/** A text of so many lines that is one plan, the same on every run; each section numbers its own tasks. */
export function generatePlan(lines: number): string {
  const sections = sectionsOf(lines, randomOf(lines), false);
  const text = asText({ head: FRAMES[0].head, tail: [], gap: lines >= 1_000, sections });
  return `${text.split('\n').slice(0, lines).join('\n')}\n`;
}

export interface Plan {
  readonly head: readonly string[];
  readonly sections: readonly Section[];
  readonly tail: readonly string[];
  /** Whether a blank line stands before each task. */
  readonly gap: boolean;
}

interface Section {
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly tasks: readonly (Task & { readonly number: number })[];
}

interface Task {
  /** What stands between the number and the title. */
  readonly mark: string;
  readonly title: string;
  readonly body: string;
  /** Owners and deadline at the end of the paragraph, or on lines of their own. */
  readonly bracket: string;
  readonly lines: readonly string[];
}

/** As plain text, the form that Planlint reads. */
export function asText({ head, sections, tail, gap }: Plan): string {
  const before = gap ? [''] : [];
  const body = sections.flatMap(({ title, subtitle, tasks }, index) => [
    `${hanNumeral(index + 1)}、${title}`,
    ...(subtitle === undefined ? [] : [`（一）${subtitle}`]),
    ...tasks.flatMap((task) => [
      ...before,
      `${task.number}${task.mark}${task.title}。${task.body}${task.bracket}`,
      ...task.lines,
    ]),
  ]);
  return `${[...head, ...body, ...tail].join('\n')}\n`;
}

/** The same as Markdown, for programs that read no plain text. */
export function asMarkdown({ head, sections, tail }: Plan): string {
  const [title, ...others] = head.filter((line) => line.trim() !== '');
  const body = sections.flatMap((section, index) => [
    `## ${hanNumeral(index + 1)}、${section.title}`,
    ...(section.subtitle === undefined ? [] : [`### （一）${section.subtitle}`]),
    ...section.tasks.flatMap((task) => [
      `### ${task.number}. ${task.title}`,
      `${task.body}${task.bracket}`,
      ...(task.lines.length > 0 ? [task.lines.map((line) => `- ${line}`).join('\n')] : []),
    ]),
  ]);
  return `${[`# ${title}`, ...others, ...body, ...tail.filter(Boolean)].join('\n\n')}\n`;
}

type Random = () => number;

function sectionsOf(count: number, random: Random, runsOn: boolean): readonly Section[] {
  const sections: Section[] = [];
  for (let made = 0; made < count; ) {
    const size = Math.min(count - made, 2 + Math.floor(6 * random()));
    const first = runsOn ? made + 1 : 1;
    sections.push({
      title: oneOf(HEADINGS, random),
      subtitle: random() < 0.15 ? oneOf(HEADINGS, random) : undefined,
      tasks: Array.from({ length: size }, (_, i) => ({ ...oneOf(STOCK, random), number: first + i })),
    });
    made += size;
  }
  return sections;
}

/** Of every fourth a short one. */
function headingOf(place: number): string {
  const random = randomOf(-1 - place);
  const title = oneOf(words.verbs, random) + oneOf(words.fields, random);
  return place % 4 === 0 ? title : `${title}，${titleOf(place)}`;
}

/** The task of this place in the stock; what slips it has is a matter of the place. */
function taskOf(place: number): Task {
  const random = randomOf(place);
  const body = place % 6 === 5 ? measuresOf(random) : paragraphOf(random);
  return {
    mark: place % 97 === 4 ? '．' : place % 7 === 2 ? '. ' : '.',
    title: titleOf(place),
    body: slipped(body, place),
    ...ownersOf(place, random),
  };
}

/** A title that no other task of the stock has. */
function titleOf(place: number): string {
  const { verbs, fields, aspects } = words;
  const mixed = (place * 1009) % (verbs.length * fields.length * aspects.length);
  const verb = verbs[mixed % verbs.length];
  const field = fields[Math.floor(mixed / verbs.length) % fields.length];
  return `${verb}${field}${aspects[Math.floor(mixed / (verbs.length * fields.length))]}`;
}

function paragraphOf(random: Random): string {
  return `${different(words.sentences, 4 + Math.floor(4 * random()), random)
    .map((sentence) => filled(sentence, random))
    .join('。')}。`;
}

function measuresOf(random: Random): string {
  const sentences = different(words.sentences, words.measures.length, random);
  return `${words.measures.map((mark, i) => mark + filled(sentences[i] ?? '', random)).join('；')}。`;
}

function slipped(text: string, place: number): string {
  if (place % 41 === 3) return text.replaceAll('，', ',');
  if (place % 43 === 6) return text.replace('，', ' ，');
  if (place % 47 === 8) return text.replace('”', '');
  if (place % 53 === 9) return text.replace('。', '。。');
  return text;
}

function ownersOf(place: number, random: Random): Pick<Task, 'bracket' | 'lines'> {
  const units = different(words.units, 1 + Math.floor(3 * random()), random).join('、');
  const leaders = different(words.leaders, 1 + Math.floor(2 * random()), random).join('、');
  const month = 7 + Math.floor(6 * random());
  const day = place % 67 === 10 ? `2025年${month}月` : `2026年${month}月${place % 3 === 0 ? '底前' : ''}`;
  switch (place % 10) {
    case 0:
    case 1:
    case 2:
      return { bracket: `（牵头领导：${leaders}；责任科室：${units}）`, lines: [] };
    case 3:
    case 4:
    case 5:
      return { bracket: `（牵头领导：${leaders}；责任科室：${units}；完成时限：${day}）`, lines: [] };
    case 6:
    case 7: {
      const group = oneOf(words.groups, random);
      return { bracket: '', lines: [`责任单位：${units}，${group}`, `完成时间：${day}`] };
    }
    case 8: {
      const offices = different(words.offices, 2, random).join('、');
      return { bracket: `（县教育局牵头，${offices}按职责分工负责，${month}月底前完成）`, lines: [] };
    }
    default:
      return { bracket: '', lines: [] };
  }
}

/** A sentence with its blanks filled in. */
function filled(sentence: string, random: Random): string {
  return sentence.replace(BLANK, (_, kind: string) => {
    switch (kind) {
      case 's':
        return oneOf(words.schools, random);
      case 'd':
        return oneOf(words.documents, random);
      case 'q':
        return oneOf(words.names, random);
      case 'u':
        return oneOf(words.units, random);
      case 'p':
        return (80 + 20 * random()).toFixed(1);
      case 'm':
        return String(3 + Math.floor(4 * random()));
      default:
        return String(2 + Math.floor(58 * random()));
    }
  });
}

/** `{s}` in 推动{s}与{s}结成互助对子 */
const BLANK = /\{([a-z])\}/gu;

function different<T>(list: readonly T[], count: number, random: Random): readonly T[] {
  const left = [...list];
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}

function oneOf<T>(list: readonly [T, ...T[]] | readonly T[], random: Random): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}

/** Numbers from 0 up to 1 in an order that only `seed` decides (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FRAMES = [
  {
    head: ['衡川市2026年教育重点工作任务分解方案', '为落实全年目标，现将重点工作任务分解如下。'],
    tail: ['2026年2月18日', '', '（此件公开发布）', '— 6 —'],
  },
  {
    head: [
      ...['标题: 云岭县教育局 2026年工作要点', '索引号: 33120000MB0X/2026-00017 文号:'],
      ...['发文日期: 2026-01-20 发布机构: 云岭县教育局', '', '云岭县教育局 2026年工作要点', ''],
      ...['发布日期:2026-01-20', '  • 字号:', '  • 打印', ''],
      '总体要求:以提高质量为主线,以队伍建设为关键,着力解决群众关心的具体问题。',
    ],
    tail: ['打印 关闭'],
  },
  {
    head: [
      ...['', '云教发〔2026〕3号', '', '云岭县教育局', '关于印发2026年教育工作要点的通知', ''],
      ...[
        '各学区、县直各学校，机关各科室：',
        '现将《云岭县2026年教育工作要点》印发你们，请对照抓好落实。',
        '',
      ],
      ...[
        '                 云岭县教育局',
        '                 2026年1月12日',
        '',
        '云岭县2026年教育工作要点',
        '',
      ],
      '2026年是承前启后的一年。全系统要围绕“优质、均衡、平安”的目标，抓重点、补短板，努力让群众更加满意。',
    ],
    tail: ['附件：任务清单', '', '— 7 —'],
  },
  {
    head: [
      ' 长亭区2026年教育工作要点',
      '2026年，全区教育工作坚持稳中求进，推动城乡学校协调发展，办好家门口的每一所学校。',
    ],
    tail: ['2026年3月7日'],
  },
] as const;

const STOCK = Array.from({ length: 240 }, (_, place) => taskOf(place));
const HEADINGS = Array.from({ length: 80 }, (_, place) => headingOf(place));
