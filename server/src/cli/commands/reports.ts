import type { Document } from '../../core/exports/exporter.ts';
import { reportFormats } from '../../core/reports/report.ts';
import type { Files } from '../../files.ts';
import type { Office } from '../../office/office.ts';
import { contentAt } from '../check/changes.ts';
import { reasonOf } from '../check/prepare.ts';
import type { Call, Command } from '../command.ts';
import { Misuse } from '../contain.ts';
import { readDocuments } from '../documents.ts';
import { type Exit, worst } from '../host.ts';
import { problemOf } from '../input/inputs.ts';
import type { Options } from '../options.ts';
import { writeAll } from '../write.ts';

/** Compares two plans by meaning. */
export const diffPlans: Command = {
  name: 'diff',
  summary: {
    zh: '比较两份计划：增删、改写、换人、改期',
    en: 'compare two plans: new, dropped, reworded, other owners or days',
  },
  details: {
    zh: '按内容比较两份计划，今年与去年、初稿与定稿都可以：保留、新增、删去、移动、改写的任务，变了的责任单位、时限和指标。用 --since 与以前的版本比较。',
    en: 'Compares two plans by meaning, year over year or draft against draft: tasks kept, new, dropped, moved and reworded, and owners, deadlines and targets that changed. --since compares with an earlier version.',
  },
  examples: [
    'planlint diff 2025年工作要点.txt 2026年工作要点.txt',
    'planlint diff --since HEAD --format html --output 改动.html 2026年工作要点.txt',
  ],
  options: ['format', 'output', 'since', 'config', 'no-config'],
  formats: reportFormats,
  run: comparePlans,
};

/** Lists deadlines by day, unit or leader. */
export const agendaPlans: Command = {
  name: 'agenda',
  summary: { zh: '按日期、单位或领导列出时限', en: 'list deadlines by day, unit or leader' },
  details: {
    zh: '列出各份计划的全部时限，按月份、单位或领导（--by）；用 --today 指明今天，便知哪些已逾期、哪些在 --days 天内到期。',
    en: 'Lists all deadlines of the plans by month, unit or leader (--by); with --today it says what is past and what is due within --days days.',
  },
  examples: [
    'planlint agenda --today 2026-09-01 --days 30 plans/',
    'planlint agenda --by unit --format html --output 时限.html plans/',
  ],
  options: ['format', 'output', 'by', 'today', 'days', 'config', 'no-config', 'stdin-filename', 'files-from'],
  formats: ['text', 'json', 'ics', 'html'],
  run: (options, call) =>
    reportOn(options, call, (office, documents, format) => {
      const { by = 'month', today, days } = options;
      return office.agenda(documents, { by, today, within: days }, { format, language: call.words.locale });
    }),
};

/** Holds tasks against objectives. */
export const tracePlans: Command = {
  name: 'trace',
  summary: { zh: '对照目标与任务', en: 'hold tasks against objectives' },
  details: {
    zh: '对照每个目标由哪些任务落实，列出没有任务的目标和没有目标的任务；按共有的词语判断，供人核对。',
    en: 'Shows which tasks serve which objective, objectives without a task and tasks without an objective; shared words decide, and a person checks.',
  },
  examples: ['planlint trace 2026年工作要点.txt'],
  options: ['format', 'output', 'config', 'no-config', 'stdin-filename', 'files-from'],
  formats: ['text', 'md', 'json', 'html'],
  run: (options, call) =>
    reportOn(options, call, (office, documents, format) =>
      office.trace(documents, { format, language: call.words.locale }),
    ),
};

/** Holds a filled-in ledger against its plans. */
export const progressPlans: Command = {
  name: 'progress',
  summary: { zh: '对照台账看各单位进展', en: 'hold a filled-in ledger against its plans' },
  details: {
    zh: '读取填了“进展”的台账（xlsx），对照计划统计各单位已完成、逾期、未填的任务，并指出台账与计划不符之处。用 --today 判断逾期。',
    en: 'Reads a ledger (xlsx) in which 进展 was filled in, and says by unit what is done, late and missing, and where the ledger no longer matches the plans. --today tells what is late.',
  },
  examples: ['planlint progress --today 2026-10-08 任务分解表.xlsx 2026年工作要点.txt'],
  options: ['format', 'output', 'today', 'config', 'no-config'],
  formats: reportFormats,
  run: followProgress,
};

async function reportOn(
  options: Options,
  call: Call,
  write: (office: Office, documents: readonly Document[], format: string) => string,
): Promise<Exit> {
  const { documents, exit } = await readDocuments(options, call);
  if (documents.length === 0) return exit;
  const office = await call.host.office();
  return worst(exit, await writeAll((format) => write(office, documents, format), options, call));
}

async function comparePlans(options: Options, call: Call): Promise<Exit> {
  const { words, host } = call;
  const { paths, since } = options;
  if (paths.length !== (since === undefined ? 2 : 1) || paths[0] === '.')
    throw new Misuse(since === undefined ? words.office.twoPlans : words.office.onePlan);
  const read = async (path: string, at: Call) => {
    const { documents, exit } = await readDocuments({ ...options, paths: [path] }, at);
    return documents.length === 1 && exit === 0 ? documents[0] : undefined;
  };
  const [first = '', second = ''] = paths;
  const fresh = await read(since === undefined ? second : first, call);
  const then = since === undefined ? call : fresh && (await callAt(first, since, call));
  const old = then && (await read(first, then));
  if (!old || !fresh) return 2;
  const office = await host.office();
  return await writeAll(
    (format) => office.compare(old, fresh, { format, language: words.locale }),
    options,
    call,
  );
}

/**
 * The call with the file at `path` as a revision has it, to be read like any file, under what is set for it; undefined
 * where there is none, which was complained about.
 */
async function callAt(path: string, revision: string, call: Call): Promise<Call | undefined> {
  const { host, words, complain } = call;
  const found = await contentAt(await host.files.real(path), revision, host.git);
  if (found && 'bytes' in found) {
    return {
      ...call,
      host: { ...host, files: { ...host.files, read: readFrom(host.files, path, found.bytes) } },
    };
  }
  await complain(found ? reasonOf(found, call) : words.office.notThen(path, revision));
  return undefined;
}

/** Files with one that holds something else; configurations are those of today. */
function readFrom(files: Files, path: string, bytes: Uint8Array): Files['read'] {
  const real = files.resolve(path);
  return async (one, from) => (files.resolve(one) === real ? bytes : files.read(one, from));
}

async function followProgress(options: Options, call: Call): Promise<Exit> {
  const { words, host, complain } = call;
  const [ledger = '', ...plans] = options.paths;
  if (plans.length === 0 || ledger === '-') throw new Misuse(words.office.ledgerFirst);
  let bytes: Uint8Array;
  try {
    bytes = await host.files.read(ledger, 'anything');
  } catch (error) {
    const { reason, code } = problemOf(ledger, error);
    await complain(words.problem[reason](ledger, code ?? ''));
    return 2;
  }
  const office = await host.office();
  const read = office.ledger(bytes);
  if ('refused' in read || read.rows.length === 0) {
    await complain('refused' in read ? words.problem[read.refused](ledger) : words.office.noLedger(ledger));
    return 2;
  }
  const { today } = options;
  return await reportOn({ ...options, paths: plans }, call, (_, documents, format) =>
    office.progress(read.rows, documents, today, { format, language: words.locale }),
  );
}
