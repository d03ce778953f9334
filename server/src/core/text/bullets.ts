/** What may stand before the words of a line, as signs of a class in a pattern: bullets, and marks of Markdown. */
export const BULLETS = '•·●■◆▲★▶△○◇□◎➢→√✓✔*>#-';
