import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { flatMapped } from '../core/text/flat.ts';
import { Refusal } from './refusal.ts';
import { type Element, treeOf } from './xml/tree.ts';

/** The parts of an office file by their names. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks an office file. Refuses what is none, what is protected, and what unpacks to more than any document is: the
 * sizes are those that the archive declares, and no part is unpacked past its own.
 */
export function unpacked(bytes: Uint8Array): Parts {
  if (startsWith(bytes, COMPOUND)) throw new Refusal(isProtected(bytes) ? 'encrypted' : 'legacy');
  if (!startsWith(bytes, ZIP)) throw new Refusal('broken');
  let [total, count] = [0, 0];
  const measure = ({ originalSize }: { readonly originalSize: number }) => {
    total += originalSize;
    count += 1;
    if (total > LARGEST || count > MOST_PARTS) throw new Refusal('oversized');
    return true;
  };
  try {
    const files = unzipSync(bytes, { filter: measure });
    return new Map(Object.entries(files).filter(([name]) => !name.endsWith('/')));
  } catch (fault) {
    throw fault instanceof Refusal ? fault : new Refusal('broken');
  }
}

/** Packs parts in their order: the same parts give the same bytes, whenever and wherever. */
export function packed(parts: Iterable<readonly [string, string | Uint8Array]>): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of parts)
    files[name] = [typeof content === 'string' ? strToU8(content) : content, FIXED];
  return zipSync(files);
}

/** The oldest day that an archive can note, in whatever zone; the program is deterministic and has no clock. */
const FIXED = { level: 9, mtime: new Date(1980, 0, 2), os: 0 } as const;

/** In bytes, unpacked: pictures included, a document of state has some megabytes. */
const LARGEST = 96 * 1024 * 1024;
const MOST_PARTS = 5000;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether bytes may be an office file of any age. */
export function isOffice(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP) || startsWith(bytes, COMPOUND);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** Office wraps what it encrypts into the old format, where names of streams are UTF-16. */
function isProtected(bytes: Uint8Array): boolean {
  const name = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
  return name.includes('EncryptedPackage');
}

/** The text of a part, undefined where there is none. */
export function textOf(parts: Parts, name: string): string | undefined {
  const bytes = parts.get(name);
  if (!bytes) return undefined;
  const wide = { 65534: 'utf-16le', 65279: 'utf-16be' }[((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)];
  return wide ? new TextDecoder(wide).decode(bytes) : strFromU8(bytes);
}

/** The root of a part, undefined where there is none. */
export function rootOf(parts: Parts, name: string): Element | undefined {
  const text = textOf(parts, name);
  return text === undefined ? undefined : treeOf(text);
}

/** Where the relations of a part lead, by id and by the last word of their kind. */
export function relationsOf(parts: Parts, part: string): readonly Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const root = rootOf(parts, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  return flatMapped(root?.children ?? [], (node) => {
    if (!('name' in node)) return [];
    const get = (name: string) => node.attributes.get(name) ?? '';
    const target = get('Target');
    const path = target.startsWith('/') ? target.slice(1) : joined(part.slice(0, slash), target);
    return [{ id: get('Id'), kind: get('Type').split('/').at(-1) ?? '', path }];
  });
}

export interface Relation {
  readonly id: string;
  /** `officeDocument`, `numbering`. */
  readonly kind: string;
  /** The part that it leads to. */
  readonly path: string;
}

/** `word/` and `../customXml/item1.xml` → `customXml/item1.xml`. */
function joined(folder: string, target: string): string {
  const steps = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
