import type { Message } from '../../lint/finding.ts';
import { nameKey } from '../../people/directory.ts';
import { namesOf } from '../../people/entry.ts';
import { isEntry, isSame } from '../../people/names.ts';
import {
  isMentioned,
  type Mention,
  meaningIn,
  mentionAt,
  occurrencesOf,
  type Workspace,
} from '../../people/workspace.ts';
import { parse } from '../../read/read.ts';
import { flatMapped } from '../../text/flat.ts';
import { nameText } from '../../text/fold.ts';
import type { Span } from '../../text/text.ts';
import type { Place } from '../place.ts';

/** The name at `offset` as it can be renamed; undefined where none stands. */
export function prepareRename(
  workspace: Workspace,
  path: string,
  offset: number,
): { readonly span: Span; readonly name: string } | undefined {
  const mention = mentionAt(workspace, path, offset);
  return mention && { span: mention.span, name: mention.name };
}

/**
 * Renames what stands at `offset`: every mention of it that is written by that name, in all files of the root, its
 * directory entry and other entries that name it; where a region stands before the name (市财政局 for 财政局), what
 * follows the region. Mentions under another of its names keep that name, and a longer name that only contains it is
 * never touched. A name that is empty, that would not be one name, or that is another of its names already, is refused
 * with the reason; where somebody else goes by it, what was two names would be one for good, which the result says.
 */
export function rename(
  workspace: Workspace,
  path: string,
  offset: number,
  newName: string,
): Renaming | Message {
  const origin = mentionAt(workspace, path, offset);
  if (!origin)
    return { zh: '这里没有可以重命名的单位或人员。', en: 'There is no unit or person to rename here.' };
  const name = newName.trim();
  if (!name) return { zh: '名称不能为空。', en: 'A name cannot be empty.' };
  if (BREAKS_NAME.test(name) || !isOneName(name)) {
    return {
      zh: `名称“${name}”读出来不是一个名称，应去掉其中的分隔符、连词、动词或单个的括号。`,
      en: `“${name}” would not be read as one name; a separator, a conjunction, a verb or half a bracket in it should go.`,
    };
  }
  if (isSpaced(name))
    return { zh: `名称“${name}”中不应有空格。`, en: `There should be no space in “${name}”.` };
  const long = [...name].length;
  if (long > LONGEST) {
    return {
      zh: `名称有${long}个字，不应超过${LONGEST}个字。`,
      en: `The name has ${long} characters; it should have no more than ${LONGEST}.`,
    };
  }
  const key = nameKey(origin.name);
  const taken = takenBy(workspace, path, key, nameKey(name));
  if (taken === 'itself') {
    return {
      zh: `“${name}”已经是“${origin.name}”的另一个名称。`,
      en: `“${name}” already is another name of “${origin.name}”.`,
    };
  }
  const replacements = flatMapped(occurrencesOf(workspace, path, origin.name), ({ path: file, mention }) => {
    const span = renamedPart(workspace, file, mention, key);
    return span ? [{ path: file, span, newText: name }] : [];
  });
  return { replacements, merges: taken === 'another' ? name : undefined };
}

/** What renaming changes. */
export interface Renaming {
  readonly replacements: readonly Replacement[];
  /** The name, where somebody else goes by it: afterwards nobody can tell the two apart. */
  readonly merges: string | undefined;
}

export interface Replacement extends Place {
  readonly newText: string;
}

/** Nobody is called more. */
const LONGEST = 40;

/** Whether spaces stand beside Han characters, but for those that make a name of two as wide as one of three: `林 知`. */
function isSpaced(name: string): boolean {
  return BESIDE_HAN.test(name) && !SPREAD.test(name);
}

const BESIDE_HAN = /[々〇㐀-鿿𠀀-𲎯]\s|\s[々〇㐀-鿿𠀀-𲎯]/u;
const SPREAD = /^[々〇㐀-鿿𠀀-𲎯]\s{1,4}[々〇㐀-鿿𠀀-𲎯]$/u;

/** Who goes by the name of key `next` already, seen from whoever is called `key`. */
function takenBy(
  workspace: Workspace,
  path: string,
  key: string,
  next: string,
): 'nobody' | 'itself' | 'another' {
  if (next === key) return 'nobody';
  const meant = meaningIn(workspace, path);
  const [own, other] = [meant(key), meant(next)];
  if (own && isEntry(own) && namesOf(own.entry).some(({ name }) => nameKey(name) === next)) return 'itself';
  if (other) return own && isSame(own, other) ? 'nobody' : 'another';
  const root = workspace.documents.get(path)?.root;
  return isMentioned(workspace, root, next) ? 'another' : 'nobody';
}

const BREAKS_NAME = /[；;：:。\n\r|\t]/u;

/** Whether whoever reads `name` as somebody's duty reads it whole and as one. */
function isOneName(name: string): boolean {
  const parties = flatMapped(parse(`1.名称。（责任单位：${name}）`).fields, (field) => field.parties);
  return parties.length === 1 && parties[0]?.name === nameText(name);
}

/** The stretch of a mention that is the old name: all of it, or what a region leads. */
function renamedPart(workspace: Workspace, path: string, mention: Mention, key: string): Span | undefined {
  const written = nameKey(mention.name);
  if (written === key) return mention.span;
  if (!written.endsWith(key) || written.length - key.length > 6) return undefined;
  // Only a region may stand before: 市, 澄溪县.
  if (!/[省市县区州旗镇乡]$/u.test(written.slice(0, written.length - key.length))) return undefined;
  const text = workspace.documents.get(path)?.plan.text ?? '';
  let start = mention.span.end;
  for (let left = key.length; left > 0 && start > mention.span.start; ) {
    start -= 1;
    if (!/\s/u.test(text[start] ?? '')) left -= 1;
  }
  return { start, end: mention.span.end };
}
