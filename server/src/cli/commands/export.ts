import { exporters } from '../../core/exports/index.ts';
import type { Call, Command } from '../command.ts';
import { readDocuments } from '../documents.ts';
import { type Exit, worst } from '../host.ts';
import type { Options } from '../options.ts';
import { writeAll } from '../write.ts';

/** Writes what plans contain in one of the export formats. */
export const exportPlans: Command = {
  name: 'export',
  summary: {
    zh: '输出计划的内容：章节、任务、责任单位、时限',
    en: 'print what plans contain: sections, tasks, owners, deadlines',
  },
  details: {
    zh: '把计划的内容输出为数据，供其他程序使用。',
    en: 'Prints what plans contain as data for other programs.',
  },
  examples: ['planlint export --format json plans/ > plans.json'],
  options: ['format', 'output', 'config', 'no-config', 'stdin-filename'],
  formats: exporters.map(({ format }) => format),
  run: writePlans,
};

async function writePlans(options: Options, call: Call): Promise<Exit> {
  const { documents, exit } = await readDocuments(options, call);
  const textOf = (format: string) =>
    exporters.find((known) => known.format === format)?.write(documents) ?? '';
  return worst(exit, await writeAll(textOf, options, call));
}
