import type { Directory } from '../people/directory.ts';
import type { Named } from '../people/named.ts';
import { resolveName } from '../people/names.ts';
import type { Edit, Elsewhere, Fix } from './finding.ts';

/** Writes `name` wherever the mentions stand. */
export function replacing(mentions: readonly Named[], name: string): Fix {
  const edits: Edit[] = mentions.map(({ party }) => ({ span: party.span, newText: name }));
  const [zh, en] =
    mentions.length > 1 ? [`（共${mentions.length}处）`, ` (${mentions.length} places)`] : ['', ''];
  return { title: { zh: `改为“${name}”${zh}`, en: `Change to “${name}”${en}` }, kind: 'unsafe', edits };
}

/** The entry that a name leads to. */
export function placeOf(directories: readonly Directory[], name: string): readonly Elsewhere[] {
  const found = resolveName(directories, name);
  if (!found) return [];
  const message = { zh: `名录中的“${name}”在这里。`, en: `“${name}” stands here in the directory.` };
  return [{ path: found.directory.path, span: found.span, message }];
}

const MOST_RELATED = 5;

/** The places where the same name stands again. */
export function relatedTo(mentions: readonly Named[]) {
  const again = { zh: '同一名称也写在这里。', en: 'The same name stands here, too.' };
  const related = mentions
    .slice(1, MOST_RELATED + 1)
    .map(({ party }) => ({ span: party.span, message: again }));
  return related.length > 0 ? { related } : {};
}
