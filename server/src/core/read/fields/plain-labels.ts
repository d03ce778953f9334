import { flatMapped } from '../../text/flat.ts';
import { matchesIn } from '../../text/matches.ts';
import { isCertain } from './bodies.ts';
import { type Bracket, closesSentence } from './brackets.ts';
import { timeOf } from './clauses.ts';
import { type LabelAt, type Labels, nameOpens, roleOf } from './labels.ts';

/** The labels without a colon that open parts of a stretch beside those that have one: `牵头领导:周晓;责任科室办公室、党建科`; not `法院,承办人员所在庭室`. */
export function labelsBeside(text: string, from: number, to: number, labels: Labels): readonly LabelAt[] {
  return flatMapped(matchesIn(text.slice(from, to), PART_OF_STRETCH), ({ index, 0: part }) =>
    roleOf(labels, part) ? [] : (plainLabelAt(text, from + index, part, labels) ?? []),
  );
}

/** The labels that open each part of a bracket with nothing behind them but a name or a day: `牵头领导王强、完成时间6月底前`. */
export function plainLabels(text: string, from: number, to: number, labels: Labels): readonly LabelAt[] {
  const found: LabelAt[] = [];
  for (const { index, 0: part } of matchesIn(text.slice(from, to), PART)) {
    const label = plainLabelAt(text, from + index, part, labels, text.slice(from + index, to));
    if (label) found.push(label);
    else if (found.length === 0) break;
  }
  return found;
}

/** `all`: the part and what follows it. */
function plainLabelAt(
  text: string,
  from: number,
  part: string,
  labels: Labels,
  all = part,
): LabelAt | undefined {
  if (!PLAIN_LABEL.test(part)) return undefined;
  for (let size = Math.min(part.length - 2, labels.longest); size > 2; size -= 1) {
    const role = roleOf(labels, part.slice(0, size));
    if (!role || role === 'other') continue;
    const value = part.slice(size).replace(/^均?[为是]/u, '');
    const fits =
      role === 'deadline' ? timeOf(value) !== undefined : nameOpens(value) || listsOffices(all.slice(size));
    return fits
      ? {
          from,
          to: from + size,
          valueFrom: from + part.length - value.length,
          role,
          label: text.slice(from, from + size),
        }
      : undefined;
  }
  return undefined;
}

/** Whether a label without a colon says whose a bracket at the end is: `(责任单位县教育局、县财政局)`, not `(责任单位主要负责同志参加)`. */
export function opensAlone(text: string, bracket: Bracket, { from, label, valueFrom }: LabelAt): boolean {
  const value = text.slice(valueFrom, bracket.innerTo);
  return (
    from === bracket.innerFrom &&
    /(?:单位|部门|[科处股委站]室)$/u.test(label) &&
    closesSentence(text, bracket) &&
    (listsOffices(value) || value.split(/[、,;]/u).every(isNoOther))
  );
}

/** A body or a group and no more: not 县教育局6月底前, 县教育局配合单位县财政局, 各科室负责人签字. */
function isNoOther(name: string): boolean {
  return (
    isCertain(name) &&
    /^[々〇㐀-鿿𠀀-𲎯]{2,16}$/u.test(name) &&
    !/(?:单位|部门).|不得|自行|负责|[要应须人]/u.test(name)
  );
}

/** `县林草、水务部门`: what all are stands behind the last. */
function listsOffices(value: string): boolean {
  return /^[省市县区州镇乡][々〇㐀-鿿𠀀-𲎯]{2,4}(?:、[々〇㐀-鿿𠀀-𲎯]{2,4}){1,8}部门$/u.test(value);
}

const PART = /[^、,; ][^、,;]*/gu;
const PART_OF_STRETCH =
  /(?<=^ {0,4}|[,;] {0,4})(?:牵头|责任|配合|完成|主办|协办|分管|负责|承办)(?![^、,;。:]*所在)[^、,;。:]+(?![^、,;。])/gu;
const PLAIN_LABEL = /^(?:牵头|责任|配合|完成|主办|协办|分管|负责|承办)/u;
