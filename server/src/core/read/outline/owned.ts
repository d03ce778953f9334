import { saying } from '../../plan/block.ts';
import { type Item, isLabelLine } from './item.ts';
import { isStage } from './periods.ts';

/** Whether an item states who does it or by when. */
export function isOwned(item: Item): boolean {
  return ownerParagraphs(item) > 0;
}

/** Whether it or anything below it does. */
export function isOwnedBelow(item: Item): boolean {
  return isOwned(item) || item.children.some(isOwnedBelow);
}

/** Whether it states so, or names a day in its sentences. */
export function isOwnedOrDue(item: Item): boolean {
  return isOwned(item) || [item.paragraph, ...item.body].some(({ dues }) => dues.length > 0);
}

/** Whether most of some items state so. */
export function isMostlyOwned(items: readonly Item[]): boolean {
  return items.length > 0 && items.filter(isOwned).length * 2 > items.length;
}

/**
 * `第三条 深化消防治理。10月底前完成。`: whether an item without any below it names a day, in a chapter where all beside it
 * that hold items hold tasks with owners.
 */
export function isDueBesideOwned(item: Item): boolean {
  const holding = (item.parent?.children ?? []).filter(({ children }) => children.length > 0);
  return (
    holding.length > 0 &&
    holding.every(({ children }) => isMostlyOwned(children)) &&
    isOwnedOrDue(item) &&
    !regulates(item.paragraph.block)
  );
}

/** `对6月底前未完成整改的单位，予以通报`, `本细则所称高层建筑，是指…`: what holds whenever something is so, and is to be done by no day. */
const regulates = saying(/的(?:单位|人员|企业)?,|所称|是指|予以|不得/u);

/** How many paragraphs of an item, its heading among them, state who does it or by when. */
export function ownerParagraphs(item: Item): number {
  const body = item.body.filter((paragraph) => !isStage(paragraph));
  return (
    [item.paragraph, ...body].filter((paragraph) => paragraph.fields.length > 0 && !isLabelLine(paragraph))
      .length || Number(body.some((paragraph) => paragraph.fields.length > 0))
  );
}

/** Paragraphs below a heading that end in an owner of their own. */
export function bodyOwners(item: Item): number {
  return item.body.filter(
    (paragraph) => paragraph.fields.length > 0 && !isLabelLine(paragraph) && !isStage(paragraph),
  ).length;
}
