import { dividedFormats, exporters, formats } from '../../core/exports/index.ts';
import type { Call, Command } from '../command.ts';
import { Misuse } from '../contain.ts';
import { readDocuments } from '../documents.ts';
import { type Exit, worst } from '../host.ts';
import type { Options } from '../options.ts';
import { exportRecords } from '../records/export.ts';
import { writeAll } from '../write.ts';

/** Writes what plans contain in one of the export formats. */
export const exportPlans: Command = {
  name: 'export',
  summary: {
    zh: '输出任务分解表、日历、网页、公文或数据',
    en: 'write ledgers, calendars, pages, documents or data',
  },
  details: {
    zh: '把计划的内容输出为任务分解表（xlsx、csv、md）、日历（ics）、网页（html）、按公文格式排版的文档（docx）、可发布的正文（txt）或供程序使用的数据（json）。几份计划合成一份。',
    en: 'Writes what plans contain as a ledger (xlsx, csv, md), a calendar (ics), a page (html), a document laid out as official documents are (docx), the text for publication (txt), or data for programs (json). Several plans become one.',
  },
  examples: [
    'planlint export --format xlsx --output 任务分解表.xlsx 2026年工作要点.txt',
    'planlint export --format html --by unit --output plans.html plans/',
  ],
  options: [
    'format',
    'output',
    'by',
    'today',
    'config',
    'no-config',
    'stdin-filename',
    'files-from',
    'shard',
    'records',
  ],
  formats,
  run: writePlans,
};

async function writePlans(options: Options, call: Call): Promise<Exit> {
  if (options.records) return exportRecords(options, call);
  const { by, today, reports } = options;
  const undivided = by && reports.find(({ format }) => !dividedFormats.includes(format));
  if (undivided) throw new Misuse(call.words.undivided(undivided.format, dividedFormats));
  const { documents, exit } = await readDocuments(options, call);
  const isOffice = reports.some(({ format }) => exporters.every((known) => known.format !== format));
  const all = isOffice ? [...exporters, ...(await call.host.office()).exporters] : exporters;
  const contentOf = (format: string) =>
    all.find((known) => known.format === format)?.write(documents, { by, today }) ?? '';
  return worst(exit, await writeAll(contentOf, options, call));
}
