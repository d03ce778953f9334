import { flatMapped } from '../../core/text/flat.ts';
import { type Parts, packed, relationsOf, textOf } from '../archive.ts';
import { DECLARATION, escaped } from '../xml/escaped.ts';
import { type Element, isElement, treeOf } from '../xml/tree.ts';
import { WORD } from './frame.ts';
import type { Line, Piece } from './line.ts';
import type { ReadDocument } from './read.ts';

/** What is to be said about a stretch of the text that was read from a document. */
export interface Remark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A copy of a document with remarks as comments at their words. Nothing else is changed: a run is cut where a comment
 * begins or ends within it, and keeps its looks on both sides.
 */
export function reviewed(parts: Parts, document: ReadDocument, remarks: readonly Remark[]): Uint8Array {
  const { main, root } = document;
  const source = textOf(parts, main) ?? '';
  const prefix = /^<([^\s:/>]+):/u.exec(source.slice(root.start))?.[1] ?? 'w';
  const path = relationsOf(parts, main).find(({ kind }) => kind === 'comments')?.path ?? 'word/comments.xml';
  const old = textOf(parts, path);
  const first = old === undefined ? 0 : nextId(old);
  const marks = flatMapped(remarks, (remark, i) => marksOf(document.lines, remark, first + i));
  const changed = new Map<string, string | Uint8Array>(parts);
  changed.set(main, marked(source, marks, prefix));
  changed.set(path, comments(old, remarks, first));
  if (old === undefined) {
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
    changed.set(relations, withRelation(textOf(parts, relations), `/${path}`));
    changed.set('[Content_Types].xml', withType(textOf(parts, '[Content_Types].xml') ?? '', `/${path}`));
  }
  return packed(changed);
}

/** Where in a run a comment begins or ends. */
interface Mark {
  readonly id: number;
  readonly end: boolean;
  readonly run: Element;
  readonly holder: Element | undefined;
  /** Offset in the holder's words. */
  readonly at: number;
}

/** Where a remark begins and ends: at its words, or at the paragraph where these are an automatic number. */
function marksOf(lines: readonly Line[], { start, end }: Remark, id: number): readonly Mark[] {
  let at = 0;
  const touched: Piece[] = [];
  let near: Line | undefined;
  for (const line of lines) {
    const [from, to] = [start - at, Math.max(end, start + 1) - at];
    if (to > 0 && from <= line.text.length) {
      near ??= line;
      for (const piece of line.pieces) {
        const begin = Math.max(0, from - piece.at);
        const stop = Math.min(piece.text.length, to - piece.at);
        if (begin < stop)
          touched.push({ ...piece, text: piece.text.slice(begin, stop), from: piece.from + begin });
      }
    }
    at += line.text.length + 1;
  }
  const [head, tail] = [touched[0] ?? near?.pieces[0], touched.at(-1) ?? near?.pieces[0]];
  if (!head || !tail) return [];
  return [
    { id, end: false, run: head.run, holder: head.holder, at: head.from },
    { id, end: true, run: tail.run, holder: tail.holder, at: tail.from + tail.text.length },
  ];
}

/** The part with all marks in it, written from its end, so that places before stay where they are. */
function marked(source: string, marks: readonly Mark[], prefix: string): string {
  const runs = new Map<Element, Mark[]>();
  for (const mark of marks) runs.set(mark.run, [...(runs.get(mark.run) ?? []), mark]);
  const sorted = [...runs].sort(([a], [b]) => b.start - a.start);
  let text = source;
  for (const [run, list] of sorted)
    text = text.slice(0, run.start) + cutRun(source, run, list, prefix) + text.slice(run.end);
  return text;
}

/** A run in as many as there are marks within, and the marks between them. */
function cutRun(source: string, run: Element, marks: readonly Mark[], prefix: string): string {
  const w = (name: string, attributes = '', inner?: string) =>
    inner === undefined
      ? `<${prefix}:${name}${attributes}/>`
      : `<${prefix}:${name}${attributes}>${inner}</${prefix}:${name}>`;
  const written = ({ id, end }: Mark) => {
    const attribute = ` ${prefix}:id="${id}"`;
    if (!end) return w('commentRangeStart', attribute);
    return w('commentRangeEnd', attribute) + w('r', '', w('commentReference', attribute));
  };
  const places = run.children
    .filter(isElement)
    .map((node) => ({ node, marks: marks.filter(({ holder }) => holder === node) }));
  const outer = marks.filter(({ holder }) => !places.some(({ node }) => node === holder));
  // What no direct part of the run holds (an equation) is marked as a whole.
  const before = outer
    .filter(({ end }) => !end)
    .map(written)
    .join('');
  const after = outer
    .filter(({ end }) => end)
    .map(written)
    .join('');
  const inside = places.filter((place) => place.marks.length > 0);
  if (inside.length === 0) return before + source.slice(run.start, run.end) + after;
  const opening = source.slice(run.start, run.inner);
  const look = places[0]?.node.name === 'w:rPr' ? source.slice(places[0].node.start, places[0].node.end) : '';
  const closing = source.slice(run.innerEnd, run.end);
  let result = before + opening;
  let done = run.inner;
  for (const { node, marks: here } of inside) {
    result += source.slice(done, node.start);
    const words = node.children.map((one) => ('text' in one ? one.text : '')).join('');
    const length = node.name === 'w:t' ? words.length : 1;
    let from = 0;
    const piece = (to: number) => {
      if (node.name !== 'w:t') return to > from ? source.slice(node.start, node.end) : '';
      return to > from ? w('t', ' xml:space="preserve"', escaped(words.slice(from, to))) : '';
    };
    const ordered = [...here].sort((a, b) => a.at - b.at || Number(b.end) - Number(a.end) || a.id - b.id);
    for (const mark of ordered) {
      const at = Math.min(mark.at, length);
      result += piece(at) + closing + written(mark) + opening + look;
      from = Math.max(from, at);
    }
    result += piece(length);
    done = node.end;
  }
  const whole = result + source.slice(done, run.end) + after;
  // A run with nothing but its looks says nothing.
  return whole.replaceAll(opening + look + closing, '');
}

/** `<w:comment w:id="3" w:author="…">` */
const COMMENT = /<(?:\w{1,20}:)?comment\b([^<>]*)>/gu;
const ID = /\bid="(\d{1,9})"/u;

function nextId(comments: string): number {
  const ids = [...comments.matchAll(COMMENT)].map(([, within = '']) => Number(ID.exec(within)?.[1] ?? -1));
  return Math.max(-1, ...ids) + 1;
}

/** The part of comments: those that are there, and the remarks behind them. */
function comments(old: string | undefined, remarks: readonly Remark[], first: number): string {
  // The prefix is declared where it stands: it does not matter what the part calls its namespaces.
  const written = remarks.map(({ text }, i) => {
    const lines = text
      .split('\n')
      .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`);
    return `<w:comment xmlns:w="${WORD}" w:id="${first + i}" w:author="Planlint" w:initials="PL">${lines.join('')}</w:comment>`;
  });
  if (old === undefined)
    return `${DECLARATION}<w:comments xmlns:w="${WORD}">${written.join('')}</w:comments>`;
  const root = treeOf(old);
  if (root.innerEnd === root.end)
    return `${old.slice(0, root.start)}<w:comments xmlns:w="${WORD}">${written.join('')}</w:comments>`;
  return old.slice(0, root.innerEnd) + written.join('') + old.slice(root.innerEnd);
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function withRelation(old: string | undefined, target: string): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
  const relation = `<Relationship Id="rIdPlanlint" Type="${type}" Target="${target}"/>`;
  if (old === undefined)
    return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relation}</Relationships>`;
  const { innerEnd, end, inner, start } = treeOf(old);
  if (innerEnd !== end) return old.slice(0, innerEnd) + relation + old.slice(innerEnd);
  return `${old.slice(0, inner).replace(/\/>$/u, '>')}${relation}</${/^<([^\s/>]+)/u.exec(old.slice(start))?.[1] ?? 'Relationships'}>`;
}

function withType(old: string, part: string): string {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
  const override = `<Override PartName="${part}" ContentType="${type}"/>`;
  const { innerEnd } = treeOf(old);
  return old.slice(0, innerEnd) + override + old.slice(innerEnd);
}
