import { createScanner, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Message } from '../core/lint/finding.ts';
import { rules } from '../core/rules/index.ts';
import type { Span } from '../core/text/text.ts';
import {
  choiceMessage,
  deepMessage,
  emptyMessage,
  lackingMessage,
  syntaxMessage,
  twiceMessage,
  typeMessage,
  unknownMessage,
} from './messages.ts';
import { configShape, type RecordShape, type Shape } from './shape.ts';

/** Reads a configuration: JSON with comments and trailing commas. Whatever is wrong in it is a fault. */
export function readConfig(path: string, content: string): ConfigFile {
  const text = content.replace(/^\u{FEFF}/u, '');
  const reading: Reading = { path, text, values: [], faults: [] };
  const errors: ParseError[] = [];
  const deep = tooDeepAt(text);
  const tree = deep === undefined ? parseTree(text, errors, { allowTrailingComma: true }) : undefined;
  const error = errors[0];
  if (deep !== undefined) {
    faultAt(reading, { start: deep, end: deep + 1 }, deepMessage);
  } else if (error || !tree) {
    const span = { start: error?.offset ?? 0, end: (error?.offset ?? 0) + (error?.length ?? 0) };
    faultAt(reading, span, syntaxMessage(text.trim() === '' ? undefined : error));
  } else {
    readValue(reading, tree, configShape(rules), '', undefined);
  }
  const { values, faults } = reading;
  const own = values.filter(({ override }) => override === undefined);
  return {
    path,
    text: content,
    values: own.filter(({ key }) => !SELF.has(key)),
    extends: own.filter(({ key }) => key === 'extends'),
    root: own.some(({ key, value }) => key === 'root' && value === true),
    overrides: overridesOf(values),
    faults,
  };
}

/** Where brackets stand inside of more others than any setting does, which would exhaust whoever reads them. */
function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const mark = scanner.getTokenLength() === 1 ? (text[scanner.getTokenOffset()] ?? '') : '';
    if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
    if (depth > DEEPEST) return scanner.getTokenOffset();
  }
  return undefined;
}

const DEEPEST = 40;

/** A configuration as it stands in one file. */
export interface ConfigFile {
  /** Absolute, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
  readonly values: readonly Value[];
  /** Paths of other configurations, relative to this one. */
  readonly extends: readonly Value[];
  /** No configuration further up counts. */
  readonly root: boolean;
  readonly overrides: readonly Override[];
  readonly faults: readonly ConfigFault[];
}

/** Values for the files that one of the patterns fits. */
export interface Override {
  readonly files: readonly string[];
  readonly values: readonly Value[];
}

/** One thing that is set. */
export interface Value {
  /** Keys from the outside, `.` between them: `rules.missing-lead`. */
  readonly key: string;
  readonly value: string | boolean;
  /** The value is one of a list: lists add up, other values replace one another. */
  readonly listed: boolean;
  readonly origin: Origin;
}

/** Where a value comes from: a place in a configuration, or an option or setting by its name. */
export type Origin =
  | { readonly path: string; readonly text: string; readonly span: Span }
  | { readonly name: string };

/** What is wrong with a configuration; without a span, with the file as a whole. */
export interface ConfigFault {
  readonly path: string;
  /** The text that `span` is in. */
  readonly text: string;
  readonly span: Span | undefined;
  readonly message: Message;
  /** It is one of form: an editor that reads JSON by the schema tells of it, too. */
  readonly formal?: true;
}

/** What says something about the file itself and is no setting. */
const SELF: ReadonlySet<string> = new Set(['$schema', 'root', 'extends']);

interface Reading {
  readonly path: string;
  readonly text: string;
  readonly values: (Value & { readonly override: number | undefined })[];
  readonly faults: ConfigFault[];
}

function overridesOf(values: Reading['values']): readonly Override[] {
  const count = values.reduce((most, { override = -1 }) => Math.max(most, override + 1), 0);
  return Array.from({ length: count }, (_, i) => {
    const own = values.filter(({ override }) => override === i);
    return {
      files: own.filter(({ key }) => key === 'files').map(({ value }) => String(value)),
      values: own.filter(({ key }) => key !== 'files'),
    };
  });
}

/** `override` is the index of the override that the node stands in. */
function readValue(
  reading: Reading,
  node: Node,
  shape: Shape,
  key: string,
  override: number | undefined,
  listed = false,
): void {
  if (shape.kind === 'record') {
    readRecord(reading, node, shape, key, override);
    return;
  }
  const isOne = shape.kind === 'list' && shape.orOne && node.type === 'string';
  if (shape.kind === 'list' && (isOne || node.type === 'array')) {
    const isOverrides = shape.of.kind === 'record';
    if (shape.filled && !isOne && node.children?.length === 0)
      reading.faults.push(faultIn(reading, spanOf(node), emptyMessage(key)));
    for (const [i, item] of (isOne ? [node] : (node.children ?? [])).entries()) {
      readValue(reading, item, shape.of, isOverrides ? '' : key, isOverrides ? i : override, true);
    }
    return;
  }
  const value: unknown = getNodeValue(node);
  const wrong = wrongValue(node, value, shape, key);
  if (wrong) faultAt(reading, spanOf(node), wrong);
  else if (shape.kind === 'glob' && isIdle(String(value)))
    reading.faults.push(faultIn(reading, spanOf(node), idleMessage(String(value))));
  else if (typeof value === 'string' || typeof value === 'boolean') {
    const origin = { path: reading.path, text: reading.text, span: spanOf(node) };
    reading.values.push({ key, value, listed, origin, override });
  }
}

function readRecord(
  reading: Reading,
  node: Node,
  shape: RecordShape,
  key: string,
  override: number | undefined,
): void {
  if (node.type !== 'object') {
    faultAt(reading, spanOf(node), typeMessage(node, shape, key));
    return;
  }
  const seen = new Set<string>();
  for (const { children = [] } of node.children ?? []) {
    const [nameNode, valueNode] = children;
    if (!nameNode || !valueNode) continue;
    const name = String(nameNode.value);
    const known = Object.hasOwn(shape.keys, name) ? shape.keys[name] : undefined;
    if (!known) faultAt(reading, spanOf(nameNode), unknownMessage(name, shape));
    else if (seen.has(name)) faultAt(reading, spanOf(nameNode), twiceMessage(name));
    else readValue(reading, valueNode, known.shape, key === '' ? name : `${key}.${name}`, override);
    seen.add(name);
  }
  for (const name of shape.required) {
    if (!seen.has(name)) faultAt(reading, { start: node.offset, end: node.offset + 1 }, lackingMessage(name));
  }
}

function wrongValue(node: Node, value: unknown, shape: Shape, key: string): Message | undefined {
  if (shape.kind === 'switch') return typeof value === 'boolean' ? undefined : typeMessage(node, shape, key);
  if (typeof value !== 'string' || shape.kind === 'list') return typeMessage(node, shape, key);
  if (shape.kind === 'choice') {
    return shape.choices.includes(value) ? undefined : choiceMessage(value, shape.choices, key);
  }
  if (value.trim() === '') return { zh: `“${key}”中有空白的值。`, en: `"${key}" has an empty value.` };
  return shape.kind === 'glob' && /[{}]/u.test(value)
    ? {
        zh: `“${value}”中不能用花括号，请分成几个写，写法同 .gitignore。`,
        en: `"${value}" may not have braces; write several patterns, as in .gitignore.`,
      }
    : undefined;
}

function idleMessage(value: string): Message {
  return {
    zh: `“${value}”不会匹配任何文件，请改正，写法同 .gitignore。`,
    en: `"${value}" fits no file; correct it, as in .gitignore.`,
  };
}

/** Whether a pattern as in .gitignore can fit nothing: `[a`, `[z-a]`, `../x`, `./x`, `x\`, `a//b`. */
function isIdle(pattern: string): boolean {
  const bare = pattern.replace(/^!/u, '').trim();
  if (
    /^\.{0,2}\/?$/u.test(bare) ||
    /(?:^|\/)\.{1,2}(?:\/|$)|\/\//u.test(bare) ||
    /(?<!\\)(?:\\\\)*\\$/u.test(bare)
  )
    return true;
  const opened = bare
    .replace(/\\./gu, '')
    .replace(/\[!?\]?[^\]]{0,200}\]/gu, (set) => (isRange(set) ? '' : '['));
  return opened.includes('[');
}

/** Whether the bounds of a set stand in order: `[a-z]`. */
function isRange(set: string): boolean {
  return [...set.matchAll(/([^[!-])-([^\]])/gu)].every(([, from = '', to = '']) => from <= to);
}

/** Notes a fault of form. */
function faultAt(reading: Reading, span: Span, message: Message): void {
  reading.faults.push({ ...faultIn(reading, span, message), formal: true });
}

function faultIn({ path, text }: Reading, span: Span, message: Message): ConfigFault {
  return { path, text, span, message };
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}
