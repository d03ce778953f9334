/** `text` with every stop of half width that ends a sentence between words (`健全制度.定期检修`) as 。: the length is the same. */
export function withFullStops(text: string): string {
  return text.includes('.') ? text.replace(HALF_STOP, '。') : text;
}

/** `度.定`; none stands in a day (`五.四`), nor behind the number of a paragraph (`一.`). */
const HALF_STOP = /(?<![一二三四五六七八九十〇])(?<=[々〇㐀-鿿𠀀-𲎯”》])\.(?=[々〇㐀-鿿𠀀-𲎯“《(]|\s?$)/gu;

/** Words without the spaces around them and the stops, commas and semicolons that end them. */
export function withoutStops(words: string): string {
  let end = words.length;
  while (end > 0 && ' \t　；;。，,、'.includes(words[end - 1] ?? '')) end -= 1;
  return words.slice(0, end).trim();
}
