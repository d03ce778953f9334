import { ruleName } from '../../core/lint/catalogue.ts';
import { rules } from '../../core/rules/index.ts';
import type { Call } from '../command.ts';
import { Misuse } from '../contain.ts';
import { isOffice } from '../encoding.ts';
import type { Exit } from '../host.ts';
import type { Options } from '../options.ts';
import { write } from '../write.ts';
import type { CheckedFile } from './checked.ts';

/** The format of a check that is a copy of the document, with findings as comments at their words. */
export const REVIEW = 'docx';

/** Writes that copy where it was asked for, of the first two `files` that are shown; 2 where what was checked is no document. */
export async function review(files: readonly CheckedFile[], { reports }: Options, call: Call): Promise<Exit> {
  const { host, words, complain } = call;
  const report = reports.find(({ format }) => format === REVIEW);
  if (!report) return 0;
  const [file, ...others] = files;
  if (!file || others.length > 0 || (await host.files.kind(file.path)) !== 'file')
    throw new Misuse(words.office.reviewOne);
  const bytes = await host.files.read(file.path);
  if (!isOffice(bytes)) throw new Misuse(words.office.reviewOne);
  const remarks = file.findings.map(({ span, message, rule, fix }) => ({
    ...span,
    text: [
      message[words.locale],
      ...(fix ? [words.fix + fix.title[words.locale]] : []),
      `Planlint ${ruleName(rules, rule)[words.locale]} ${rule}`,
    ].join('\n'),
  }));
  const written = (await host.office()).annotate(bytes, remarks);
  if ('bytes' in written) return await write(written.bytes, { ...call, output: report.file });
  await complain(words.problem[written.refused](file.path));
  return 2;
}
