import type { CheckedFile } from '../check/checked.ts';
import { excerptOf, rangeOf } from '../place.ts';
import { printable, uncontrolled } from '../terminal/cells.ts';
import { lineByLine, type Report, type Reporter, type View } from './reporter.ts';

/**
 * For GitHub Actions: annotations at the lines of a change, and a summary on the page of the job. GitHub shows some
 * ten annotations a step, so the summary is where all stands.
 */
export const github: Reporter = {
  format: 'github',
  fromRoot: true,
  begin: lineByLine(annotationsOf),
  addition: { variable: 'GITHUB_STEP_SUMMARY', begin: summary },
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
function summary(view: View): Report {
  const { words } = view;
  const { more } = words.report;
  const parts: string[] = [];
  let all = 0;
  return {
    add(file) {
      const shown = file.findings.slice(0, Math.max(0, MOST_ROWS - all));
      all += file.findings.length;
      if (shown.length > 0) parts.push(tableOf({ ...file, findings: shown }, view));
      return '';
    },
    end(counts) {
      const head = `## Planlint\n\n${markdown(words.summary(counts))}\n`;
      const rest = all > MOST_ROWS ? [`${more(all - MOST_ROWS)}\n`] : [];
      return `${[head, ...parts, ...rest].join('\n')}\n`;
    },
  };
}

function tableOf({ path, plan, findings }: CheckedFile, { words }: View): string {
  const { severity, line, problem, rule } = words.report;
  const rows = findings.map((finding) => {
    const { before, marked, after } = excerptOf(plan, finding.span, 20);
    const place = `${rangeOf(plan, finding.span).line}`;
    const quote = `<br><sub>${markdown(before)}<b>${markdown(marked)}</b>${markdown(after)}</sub>`;
    const message = markdown(finding.message[words.locale]);
    return `| ${words.severity[finding.severity]} | ${place} | ${message}${quote} | ${markdown(finding.rule)} |\n`;
  });
  return `### ${markdown(path)}\n\n| ${severity} | ${line} | ${problem} | ${rule} |\n| --- | --: | --- | --- |\n${rows.join('')}`;
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
