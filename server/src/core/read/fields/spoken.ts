import type { Passage } from '../../plan/block.ts';
import { flatMapped } from '../../text/flat.ts';
import { isBody, isGroup } from './bodies.ts';
import { type Stated, statedIn } from './stated.ts';

/** What a paragraph says of all tasks of a part: those above it, or those below. */
export interface Spoken {
  readonly of: 'above' | 'below';
  readonly fields: readonly Stated[];
}

/** `以上任务由县发改局牵头，11月底前完成。`, `以下任务由县民政局牵头`; what is said to everybody (各单位) is none. */
export function spokenIn(passage: Passage): Spoken | undefined {
  const { text } = passage;
  if (!text.startsWith('以') && !text.startsWith('上述')) return undefined;
  const { opener = '', which } = SPOKEN.exec(text)?.groups ?? {};
  if (opener === '') return undefined;
  const end = text.length - (/[。;]$/u.test(text) ? 1 : 0);
  const held = { holder: { start: 0, end: text.length }, placement: 'clause' } as const;
  const fields = statedIn(passage, opener.length, end, held) ?? [];
  const parties = flatMapped(fields, (field) => field.parties);
  const named = parties.every(({ name, kind }) => kind === 'person' || isBody(name) || isGroup(name));
  if (fields.length === 0 || !named || parties.some(({ name }) => EVERYBODY.test(name))) return undefined;
  return { of: which === '以下' ? 'below' : 'above', fields };
}

/** 以下…均由 adds somebody to all that follows. */
const SPOKEN =
  /^(?<opener>(?<which>以[上下]|上述)(?:各|各项|(?:\d{1,2}|[一二三四五六七八九十]{1,3})项)?(?:重点)?(?:任务|工作|事项)(?:(?<=^(?:以上|上述).{0,12})(?:均|都|全部))?(?:应|须|需|要)?[由于在]?)(?![均都])[^。;:()]{2,120}[。;]?$/u;

const EVERYBODY = /^(?:各|有关|相关|责任|成员|牵头)*(?:单位|部门|科室|处室|股室)$/u;
