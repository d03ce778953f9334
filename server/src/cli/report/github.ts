import type { Checked, CheckedFile } from '../check/checked.ts';
import { excerptOf, rangeOf } from '../place.ts';
import { printable, uncontrolled } from '../terminal/cells.ts';
import type { Reporter, View } from './reporter.ts';

/**
 * For GitHub Actions: annotations at the lines of a change, and a summary on the page of the job. GitHub shows some
 * ten annotations a step, so the summary is where all stands.
 */
export const github: Reporter = {
  format: 'github',
  fromRoot: true,
  write: ({ files }, view) => files.flatMap((file) => annotationsOf(file, view)).join(''),
  addition: { variable: 'GITHUB_STEP_SUMMARY', write: summary },
};

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

function annotationsOf({ path, plan, findings }: CheckedFile, { words }: View): readonly string[] {
  return findings.map(({ span, severity, message, rule }) => {
    const { line, column, endLine, endColumn } = rangeOf(plan, span);
    // GitHub takes columns only where all is on one line; a mark up to a line's end begins no other line.
    const last = endLine > line && endColumn === 1 ? endLine - 1 : endLine;
    const columns = endLine === line ? [`col=${column}`, `endColumn=${endColumn}`] : [];
    const properties = [
      `file=${escaped(path, IN_PROPERTY)}`,
      `line=${line}`,
      `endLine=${last}`,
      ...columns,
      `title=${escaped(rule, IN_PROPERTY)}`,
    ];
    return `::${COMMANDS[severity]} ${properties.join(',')}::${escaped(message[words.locale], IN_DATA)}\n`;
  });
}

/** What ends a command, and what ends a property of it: `,` and `::`. */
const IN_DATA = /[%\r\n]/gu;
const IN_PROPERTY = /[%\r\n:,]/gu;

function escaped(text: string, special: RegExp): string {
  return uncontrolled(text).replace(
    special,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Markdown: a table for each file with findings. GitHub takes 1 MiB of it, so very many are cut off. */
function summary({ files, counts }: Checked, view: View): string {
  const { words } = view;
  const { severity, line, problem, rule, more } = words.report;
  const parts = [`## Planlint\n\n${markdown(words.summary(counts))}\n`];
  let left = MOST_ROWS;
  for (const { path, plan, findings } of files) {
    const shown = findings.slice(0, left);
    left -= shown.length;
    if (shown.length === 0) continue;
    const rows = shown.map((finding) => {
      const { before, marked, after } = excerptOf(plan, finding.span, 20);
      const place = `${rangeOf(plan, finding.span).line}`;
      const quote = `<br><sub>${markdown(before)}<b>${markdown(marked)}</b>${markdown(after)}</sub>`;
      const message = markdown(finding.message[words.locale]);
      return `| ${words.severity[finding.severity]} | ${place} | ${message}${quote} | ${markdown(finding.rule)} |\n`;
    });
    parts.push(
      `### ${markdown(path)}\n\n| ${severity} | ${line} | ${problem} | ${rule} |\n| --- | --: | --- | --- |\n${rows.join('')}`,
    );
  }
  const all = files.reduce((sum, { findings }) => sum + findings.length, 0);
  if (all > MOST_ROWS) parts.push(`${more(all - MOST_ROWS)}\n`);
  return `${parts.join('\n')}\n`;
}

const MOST_ROWS = 500;

/** Text that stands for itself in a table of GitHub's Markdown, cut where it is very long. */
function markdown(text: string): string {
  const shown = printable(text);
  const cut = [...shown.slice(0, 2 * LONGEST)].slice(0, LONGEST).join('');
  return `${cut}${cut.length < shown.length ? '…' : ''}`.replace(
    MARKDOWN,
    (one) => `&#${one.codePointAt(0)};`,
  );
}

const LONGEST = 240;
const MARKDOWN = /[\\`*_{}[\]()<>#+\-.!|~&@:$^="'/]/gu;
