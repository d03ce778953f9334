import type { Message } from '../../lint/finding.ts';
import { nameKey } from '../../people/directory.ts';
import { type Mention, mentionAt, occurrencesOf, type Workspace } from '../../people/workspace.ts';
import { parse } from '../../read/read.ts';
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
 * never touched. A name that is empty, or that would not be one name, is refused with the reason.
 */
export function rename(
  workspace: Workspace,
  path: string,
  offset: number,
  newName: string,
): readonly Replacement[] | Message {
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
  const key = nameKey(origin.name);
  return occurrencesOf(workspace, path, origin.name).flatMap(({ path: file, mention }) => {
    const span = renamedPart(workspace, file, mention, key);
    return span ? [{ path: file, span, newText: name }] : [];
  });
}

export interface Replacement extends Place {
  readonly newText: string;
}

const BREAKS_NAME = /[；;：:。\n\r|\t]/u;

/** Whether whoever reads `name` as somebody's duty reads it whole and as one. */
function isOneName(name: string): boolean {
  const parties = parse(`1.名称。（责任单位：${name}）`).fields.flatMap((field) => field.parties);
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
