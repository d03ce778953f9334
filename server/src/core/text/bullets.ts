/** What may stand before the words of a line, as signs of a class in a pattern: bullets, and marks of Markdown. */
export const BULLETS = '•·●■◆▲★▶△○◇□◎➢→√✓✔*>#-';

/** Bullets that part what is written in one line, and stand in no name and no title. */
export const PARTING_BULLETS = '•●■◆▲★▶◎➢';
