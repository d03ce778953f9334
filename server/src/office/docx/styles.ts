import { at, childrenOf, type Element, valueIn } from '../xml/tree.ts';

/** What styles say that matters to reading: the numbers that paragraphs have by way of them. */
export interface Styles {
  /** The style of paragraphs that name none. */
  readonly usual: string | undefined;
  readonly numberingOf: (style: string | undefined) => Inherited | undefined;
  /** The numbering that a style for lists stands for. */
  readonly listOf: (style: string) => string | undefined;
  /** Whether paragraphs of the style are lines of a table of contents. */
  readonly isContents: (style: string | undefined) => boolean;
}

export interface Inherited {
  readonly numId: string;
  readonly level: string | undefined;
  /** The style that says it, as levels know it. */
  readonly style: string;
}

/** Reads styles.xml; a document without one has no styles. */
export function stylesOf(root: Element | undefined): Styles {
  const styles = childrenOf(root, 'w:style');
  const byId = new Map(styles.map((style) => [style.attributes.get('w:styleId') ?? '', style]));
  const usual = styles.find(
    ({ attributes }) =>
      attributes.get('w:type') === 'paragraph' && /^(?:1|true|on)$/u.test(attributes.get('w:default') ?? ''),
  );
  /** A style and those it is based on; a circle ends. */
  const line = (id: string | undefined): readonly (readonly [string, Element])[] => {
    const found = new Map<string, Element>();
    for (let at = id; at !== undefined && !found.has(at); ) {
      const style = byId.get(at);
      if (!style) break;
      found.set(at, style);
      at = valueIn(style, 'w:basedOn');
    }
    return [...found];
  };
  return {
    usual: usual?.attributes.get('w:styleId'),
    numberingOf(id) {
      let level: string | undefined;
      for (const [style, element] of line(id)) {
        const numbering = at(element, 'w:pPr', 'w:numPr');
        level ??= valueIn(numbering, 'w:ilvl');
        const numId = valueIn(numbering, 'w:numId');
        if (numId !== undefined) return { numId, level, style };
      }
      return undefined;
    },
    listOf: (id) => valueIn(at(byId.get(id), 'w:pPr', 'w:numPr'), 'w:numId'),
    isContents: (id) =>
      line(id).some(([, style]) => /^toc (?:\d|heading)/iu.test(valueIn(style, 'w:name') ?? '')),
  };
}
