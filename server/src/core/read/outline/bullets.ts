import { type Passage, saying } from '../../plan/block.ts';
import { knowing } from '../../text/known.ts';
import { isCloser } from './groups.ts';
import { type Item, isLabelLine, type Paragraph } from './item.ts';

/** How far the mark of a bullet reaches at the head of a paragraph's text, 0 where it has none. */
export const bulletWidth = knowing(({ text }: Passage) => BULLET.exec(text)?.[0].length ?? 0);

/** `• 办好学前教育`, `- 改造食堂`, a picture of several halves; a dash in front of a measure (——) and a star in front of a note are none. */
const BULLET = /^(?:(?:[•·●■◆▲◇□○▪▶➢✓✔◎]\u200D?){1,8}|[-*+](?=\s)(?: \[[ xX]\])?)\s*/u;

/**
 * The unnumbered tasks among paragraphs, each with what stands below it: those that state an owner in their sentence,
 * and bullets, which are all alike where one of them states somebody or nothing but bullets stands there.
 */
export function unnumberedTasks(paragraphs: readonly Paragraph[]): readonly (readonly Paragraph[])[] {
  const plain = paragraphs.filter(({ noise }) => !noise);
  const bullets = plain.filter(isBullet);
  const others = plain.filter(({ block }) => !isFact(block));
  const alike = bullets.length > 1 && (bullets.length === others.length || plain.some(isOwned));
  const found: Paragraph[][] = [];
  let bulleted = false;
  for (const [i, paragraph] of plain.entries()) {
    const bullet = alike && isBullet(paragraph);
    const above = plain[i - 1];
    const owned = isOwned(paragraph) && !isLabelLine(paragraph);
    const closer = owned && isCloser(paragraph);
    // 此项工作由周晓负责。 and a bracket say it of what stands above them.
    if (above && (closer || isStatement(paragraph))) {
      const last = found.at(-1);
      if (last?.at(-1) === above) last.push(paragraph);
      else if (!isCloser(above)) found.push([above, paragraph]);
    } else if ((bullet || owned) && !closer) found.push([paragraph]);
    else if (bulleted) found.at(-1)?.push(paragraph);
    if (bullet) bulleted = true;
  }
  return found;
}

/** Whether a heading stands above a list of bullets and nothing else. */
export function holdsBullets({ body }: Item): boolean {
  const plain = body.filter(({ noise }) => !noise);
  return (
    plain.filter(isBullet).length > 1 &&
    plain.every((one) => isBullet(one) || isLabelLine(one) || isFact(one.block))
  );
}

/**
 * Whether an item that states nothing itself holds bullets alone, each right above label lines of its own that say who, and all of the
 * same kinds: `◆创建文明号` ⏎ `责任人：周晓` ⏎ `◆举办大赛` ⏎ `责任人：林遥`
 */
export function holdsLedBullets({ paragraph, body }: Item): boolean {
  const plain = body.filter(({ noise }) => !noise);
  const [first] = plain;
  if (isOwned(paragraph) || !first || !isBullet(first)) return false;
  if (!plain.every((one) => isBullet(one) || isLabelLine(one) || isLabelled(one.block))) return false;
  const roles: string[][] = [];
  for (const one of plain) {
    if (isBullet(one)) roles.push([]);
    else roles.at(-1)?.push(...one.fields.map(({ role }) => role));
  }
  const kinds = new Set(roles.map((own) => [...new Set(own)].sort().join()));
  return roles.length > 1 && kinds.size === 1 && /lead|unit/u.test([...kinds].join());
}

/** `时间：每周六` */
const isLabelled = saying(/^[々〇㐀-鿿𠀀-𲎯]{2,8}\s?:/u);

function isBullet(paragraph: Paragraph): boolean {
  return bulletWidth(paragraph.block) > 0 && !isLabelLine(paragraph) && !isFact(paragraph.block);
}

/** `- 时间：12月1日`, `• 活动地点：操场`: when and where what stands above is done. */
const isFact = saying(
  /^[^々〇㐀-鿿𠀀-𲎯]{1,4}(?:活动|比赛|会议|培训)?(?:时间|日期|地点|地址|对象|主题|形式|参[加与][人对][员象]) ?:/u,
);

function isOwned({ fields }: Paragraph): boolean {
  return fields.length > 0;
}

/** Whether a paragraph without a bracket or a label is nothing but who does it. */
function isStatement({ fields, block }: Paragraph): boolean {
  const [first] = fields;
  return first?.placement === 'clause' && first.holder.start === block.span.start && says(block);
}

const says = saying(/^[々〇㐀-鿿𠀀-𲎯]/u);
