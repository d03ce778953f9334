import { flatMapped } from '../../core/text/flat.ts';
import { at, child, childrenOf, type Element, valueIn } from '../xml/tree.ts';
import { counted } from './counting.ts';
import type { Styles } from './styles.ts';

/**
 * Resolves the automatic numbers of a document into written ones, paragraph by paragraph in their order: levels,
 * formats, starts, restarts and overrides as numbering.xml and the styles say (ECMA-376, 17.9).
 */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #nums = new Map<string, Num>();
  readonly #styles: Styles;

  constructor(root: Element | undefined, styles: Styles) {
    this.#styles = styles;
    for (const element of childrenOf(root, 'w:abstractNum')) {
      const id = element.attributes.get('w:abstractNumId') ?? '';
      this.#lists.set(id, listOf(element));
    }
    for (const element of childrenOf(root, 'w:num')) {
      const id = element.attributes.get('w:numId') ?? '';
      this.#nums.set(id, numOf(element));
    }
  }

  /** What Word shows before a paragraph with these properties; empty where it has no number. */
  next(properties: Element | undefined): string {
    const own = child(properties, 'w:numPr');
    const style = valueIn(properties, 'w:pStyle') ?? this.#styles.usual;
    const inherited = this.#styles.numberingOf(style);
    const numId = valueIn(own, 'w:numId') ?? inherited?.numId;
    if (numId === undefined || numId === '0') return '';
    const num = this.#nums.get(numId);
    const list = num && this.#listOf(num);
    if (!num || !list) return '';
    const linked = list.levels.find((one) => one.style !== undefined && one.style === inherited?.style);
    const level = Number(valueIn(own, 'w:ilvl') ?? inherited?.level ?? linked?.index ?? 0);
    return this.#count(num, list, level);
  }

  /** A list may be another one's by way of a style for lists. */
  #listOf({ list }: Num): List | undefined {
    const found = this.#lists.get(list);
    if (!found?.linked) return found;
    const numId = this.#styles.listOf(found.linked);
    const num = numId === undefined ? undefined : this.#nums.get(numId);
    return (num && this.#lists.get(num.list)) ?? found;
  }

  #count(num: Num, list: List, index: number): string {
    const level = levelOf(num, list, index);
    if (!level) return '';
    const { counters } = list;
    const override = num.starts.get(index);
    const restarted = override !== undefined && !num.begun.has(index);
    num.begun.add(index);
    const current = counters.get(index);
    counters.set(index, restarted ? override : current === undefined ? level.start : current + 1);
    for (const deeper of [...counters.keys()]) {
      if (deeper <= index) continue;
      const { restart } = levelOf(num, list, deeper) ?? {};
      // 0 means never, n after the level n and those above it; without a word, after any level above.
      if (restart === undefined || index < restart) counters.delete(deeper);
    }
    const shown = (place: number): string => {
      const one = levelOf(num, list, place);
      const value = counters.get(place) ?? one?.start ?? 1;
      if (!counters.has(place)) counters.set(place, value);
      return counted(value, level.legal && place < index ? 'decimal' : (one?.format ?? 'decimal'));
    };
    const { text, format } = level;
    if (format === 'bullet') return BULLET.test(text) ? `${text}` : text === '' ? '' : '•';
    const written = text.replace(/%([1-9])/gu, (_, place) => shown(Number(place) - 1));
    return written === '' || CLOSED.test(written) ? written : `${written} `;
  }
}

/** Signs that fonts for symbols put in the place of letters are none of these. */
const BULLET = /^[—－–\-●•·○◆■★▲◇□※＊*]{1,2}$/u;
/** A number that ends with a mark needs no room behind it. */
const CLOSED = /[、．.。，)）〕】:：\u2460-\u24FF\u3251-\u32BF]$/u;

interface Level {
  readonly index: number;
  readonly start: number;
  readonly format: string;
  /** `第%1章`, `（%1）`. */
  readonly text: string;
  readonly restart: number | undefined;
  /** Numbers of levels above are shown in digits. */
  readonly legal: boolean;
  /** The style of paragraphs that stand on this level. */
  readonly style: string | undefined;
}

interface List {
  readonly levels: readonly Level[];
  /** The style for lists that says what this one is. */
  readonly linked: string | undefined;
  /** Where each level stands. */
  readonly counters: Map<number, number>;
}

interface Num {
  readonly list: string;
  readonly levels: readonly Level[];
  readonly starts: ReadonlyMap<number, number>;
  /** Levels that have begun with the start of their own. */
  readonly begun: Set<number>;
}

function levelOf(num: Num, list: List, index: number): Level | undefined {
  return [...num.levels, ...list.levels].find((level) => level.index === index);
}

function listOf(element: Element): List {
  return {
    levels: childrenOf(element, 'w:lvl').map(readLevel),
    linked: valueIn(element, 'w:numStyleLink'),
    counters: new Map(),
  };
}

function numOf(element: Element): Num {
  const overrides = childrenOf(element, 'w:lvlOverride').map((one) => ({
    index: Number(one.attributes.get('w:ilvl') ?? 0),
    start: valueIn(one, 'w:startOverride'),
    level: child(one, 'w:lvl'),
  }));
  return {
    list: valueIn(element, 'w:abstractNumId') ?? '',
    levels: flatMapped(overrides, ({ level }) => (level ? readLevel(level) : [])),
    starts: new Map(
      flatMapped(overrides, ({ index, start }) => (start ? [[index, Number(start)] as const] : [])),
    ),
    begun: new Set(),
  };
}

function readLevel(element: Element): Level {
  const restart = valueIn(element, 'w:lvlRestart');
  const legal = child(element, 'w:isLgl');
  // Word writes newer formats as a choice beside the old ones.
  const format =
    valueIn(element, 'w:numFmt') ?? valueIn(at(element, 'mc:AlternateContent', 'mc:Choice'), 'w:numFmt');
  return {
    index: Number(element.attributes.get('w:ilvl') ?? 0),
    start: Number(valueIn(element, 'w:start') ?? 0),
    format: format ?? 'decimal',
    text: valueIn(element, 'w:lvlText') ?? '',
    restart: restart === undefined ? undefined : Number(restart),
    legal: legal !== undefined && !OFF.has(legal.attributes.get('w:val') ?? ''),
    style: valueIn(element, 'w:pStyle'),
  };
}

const OFF = new Set(['0', 'false', 'off']);
