import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { office } from '../../server/src/office/office.ts';
import { inProcess } from '../cli/host.ts';
import { lines, p, r, word } from './word.ts';

function copy(
  bytes: Uint8Array,
  ...words: readonly string[]
): { readonly bytes: Uint8Array; readonly main: string; readonly comments: string } {
  const text = `${lines(bytes).join('\n')}\n`;
  const remarks = words.map((one) => ({
    start: text.indexOf(one),
    end: text.indexOf(one) + one.length,
    text: `看“${one}”`,
  }));
  const written = office.annotate(bytes, remarks);
  if ('refused' in written) throw new Error(written.refused);
  const files = unzipSync(written.bytes);
  const part = (name: string) => new TextDecoder().decode(files[name]);
  return { bytes: written.bytes, main: part('word/document.xml'), comments: part('word/comments.xml') };
}

/** The words that the comment with this id spans. */
function spanned(main: string, id: number): string {
  const inside =
    main.split(`<w:commentRangeStart w:id="${id}"/>`)[1]?.split(`<w:commentRangeEnd w:id="${id}"/>`)[0] ?? '';
  return [...inside.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/gu)].map(([, text]) => text).join('');
}

describe('a reviewed copy', () => {
  const bold = '<w:b/>';
  const body = p(`${r('1.读书', bold)}${r('写字&amp;算术。（责任科室：教研室）')}`) + p('2.唱歌。');

  it('has comments by Planlint at their words, across runs and within them', () => {
    const { main, comments } = copy(word(body), '书写', '字&算', '教研室', '2.');
    expect([0, 1, 2, 3].map((id) => spanned(main, id))).toEqual(['书写', '字&amp;算', '教研室', '2.']);
    expect(comments.match(/w:author="Planlint"/gu)).toHaveLength(4);
    expect(comments).toContain('看“字&amp;算”');
  });

  it('changes nothing else: the same words, the same looks, every other part as it was', () => {
    const original = word(body, { 'styles.xml': '<w:style/>' });
    const { bytes, main } = copy(original, '书写', '教研室');
    expect(lines(bytes)).toEqual(lines(original));
    const [before, after] = [unzipSync(original), unzipSync(bytes)];
    expect(after['word/styles.xml']).toEqual(before['word/styles.xml']);
    // Every piece of the first run is still bold, and nothing else is.
    const runs = [...main.matchAll(/<w:r>(<w:rPr><w:b\/><\/w:rPr>)?<w:t[^>]*>([^<]*)/gu)];
    expect(
      runs
        .filter(([, look]) => look)
        .map(([, , text]) => text)
        .join(''),
    ).toBe('1.读书');
    expect(office.annotate(original, [])).toEqual(office.annotate(original, []));
  });

  it('keeps the comments that are there, and goes on with their numbers', () => {
    const old = '<w:comment w:id="4" w:author="张三"><w:p/></w:comment>';
    const { comments } = copy(word(body, { 'comments.xml': old }), '唱歌');
    expect(comments).toContain('张三');
    expect(comments).toContain('w:id="5"');
  });

  it('marks the paragraph where the words are an automatic number', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const bytes = word(p('读书。', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), {
      'numbering.xml': numbering,
    });
    expect(spanned(copy(bytes, '1.').main, 0)).not.toBe('');
  });

  it('is written by a check, which changes the document itself never', async () => {
    const plan = word(
      p('2026年工作要点') +
        p('一、重点任务') +
        p('1.读书。（责任科室：教 研 室）') +
        p('2.写字。（责任科室：教研室）') +
        p('2.算术。（责任科室：教研室）'),
    );
    const files = { '稿.docx': plan };
    const { code, written } = await inProcess({
      args: ['check', '--format', 'docx:审阅.docx', '稿.docx'],
      files,
    });
    expect(code).toBe(1);
    expect(Object.keys(written)).toEqual(['审阅.docx']);
    const fixed = await inProcess({ args: ['fix', '稿.docx'], files });
    expect(fixed.stderr).toContain('不直接修改 Office 文件');
    expect(fixed.changed).toEqual({});
    const two = await inProcess({
      args: ['check', '--format', 'docx:b.docx', '.'],
      files: { 'a.plan': '1.读书。\n', 'b.plan': '1.写。\n' },
    });
    expect([two.code, two.stderr]).toEqual([2, expect.stringContaining('.docx')]);
  });
});
