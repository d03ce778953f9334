import { parse } from '../../core/read/read.ts';
import type { Imported } from '../../office/import/read.ts';
import type { Call, Command } from '../command.ts';
import { Misuse } from '../contain.ts';
import type { Exit } from '../host.ts';
import { problemOf } from '../input/inputs.ts';
import { notesOn } from '../office-notes.ts';
import type { Options } from '../options.ts';
import { keepWhole, write } from '../write.ts';

/** Turns a document, a workbook or a page into plan text. */
export const importPlan: Command = {
  name: 'import',
  summary: {
    zh: '把 Word、网页、表格转成计划文本',
    en: 'turn Word documents, pages and workbooks into plan text',
  },
  details: {
    zh: '把 .docx、.html、.xlsx、.txt 转成干净的计划文本：自动编号变成文字，表格按栏读取，修订按接受后读取；页码、页眉、脚注、网页按钮等不读入。',
    en: 'Turns .docx, .html, .xlsx and .txt into clean plan text: automatic numbers are written out, tables keep their columns, tracked changes are read as accepted; page numbers, headers, footnotes and the buttons of web pages are left out.',
  },
  examples: ['planlint import 2026年工作要点.docx --output 2026年工作要点.txt'],
  options: ['output'],
  formats: [],
  run: importFile,
};

async function importFile(options: Options, call: Call): Promise<Exit> {
  const { host, words, complain } = call;
  const [path = '', ...others] = options.paths;
  if (others.length > 0 || path === '.') throw new Misuse(words.office.oneFile('import'));
  let bytes: Uint8Array;
  try {
    bytes = path === '-' ? await host.readStdin() : await host.files.read(path, 'anything');
  } catch (error) {
    const { reason, code } = problemOf(path, error);
    await complain(words.problem[reason](path, code ?? ''));
    return 2;
  }
  if (path !== '-') await keepWhole([path], options, call);
  const read = (await host.office()).read(bytes);
  if ('refused' in read) {
    await complain(words.problem[read.refused](path));
    return 2;
  }
  for (const line of notesOn(path, read, call)) await complain(line);
  return await write(cleaned(read), call);
}

/** Of pages and texts, without the lines that belong to the page around the document. */
function cleaned({ kind, text }: Exclude<Imported, { refused: unknown }>): string {
  if (kind === 'docx' || kind === 'xlsx') return text;
  const plain = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of parse(plain).noise) {
    kept.push(plain.slice(from, Math.max(from, start)));
    from = Math.max(from, end);
  }
  const lines = `${kept.join('')}${plain.slice(from)}`.split('\n').filter((line) => /\S/u.test(line));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
