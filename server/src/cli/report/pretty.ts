import type { Finding, Severity } from '../../core/lint.ts';
import { printable } from '../terminal/cells.ts';
import type { Paint } from '../terminal/colors.ts';
import { frameOf } from '../terminal/frame.ts';
import { placeOf } from './parts/place.ts';
import type { CheckedFile, Reporter, View } from './reporter.ts';

/** For people: every finding with its line and a mark under it, and a line that sums up. */
export const pretty: Reporter = {
  format: 'pretty',
  write({ files, counts }, view) {
    if (files.length === 0) return '';
    const findings = files.flatMap((file) => file.findings.map((finding) => describe(finding, file, view)));
    const { green, yellow, red } = view.paint;
    const mood = counts.error > 0 ? red : counts.warning > 0 ? yellow : green;
    return [...findings, `${mood(view.words.summary(counts))}\n`].join('\n');
  },
};

function describe(finding: Finding, { path, plan }: CheckedFile, view: View): string {
  const { words, paint } = view;
  const color = colorOf(finding.severity, paint);
  const { line, column } = placeOf(plan, finding.span.start);
  const gutter = String(line);
  const frame = frameOf(plan, finding.span, widthFor(gutter, view), view.ambiguousIsWide);
  const mark = finding.severity === 'error' || finding.severity === 'warning' ? '^' : '~';
  const blank = ' '.repeat(gutter.length);
  const lines = [
    [
      paint.bold(`${printable(path)}:${line}:${column}`),
      color(words.severity[finding.severity]),
      paint.dim(finding.rule),
      printable(finding.message[words.locale]),
    ].join(' '),
    // Under a mark that is underlined as well, nothing depends on the widths of the terminal's font.
    `${paint.dim(`${gutter} |`)} ${frame.before}${paint.underline(color(frame.marked))}${frame.after}`,
    `${paint.dim(`${blank} |`)} ${' '.repeat(frame.indent)}${color(mark.repeat(frame.width))}`,
  ];
  if (finding.fix) lines.push(`${blank}   ${words.fix}${printable(finding.fix.title[words.locale])}`);
  return `${lines.map((text) => text.trimEnd()).join('\n')}\n`;
}

/** Columns for the source line: those of the terminal, else as many as are read with ease. */
function widthFor(gutter: string, { columns }: View): number {
  const ofLine = columns === undefined ? READABLE : Math.min(columns, WIDEST);
  return Math.max(NARROWEST, ofLine - gutter.length - ' | '.length);
}

const READABLE = 100;
const WIDEST = 120;
const NARROWEST = 24;

function colorOf(severity: Severity, paint: Paint): (text: string) => string {
  switch (severity) {
    case 'error':
      return paint.red;
    case 'warning':
      return paint.yellow;
    case 'info':
      return paint.blue;
    case 'hint':
      return paint.cyan;
  }
}
