import { manualPage } from '../../config/manual.ts';
import type { Finding } from '../../core/lint/finding.ts';
import { flatMapped } from '../../core/text/flat.ts';
import { type CheckedFile, fails } from '../check/checked.ts';
import { placeOf } from '../place.ts';
import { atHead, inert, printable } from '../terminal/cells.ts';
import { frameOf } from '../terminal/frame.ts';
import { linked } from '../terminal/style.ts';
import type { Reporter, View } from './reporter.ts';

/** For people: every finding with its sentence and a mark under it, and a line that sums up. */
export const pretty: Reporter = {
  format: 'pretty',
  begin(view) {
    const { words } = view;
    const { green, yellow, red, dim } = view.paint;
    let [files, silenced] = [0, 0];
    return {
      add(file) {
        files += 1;
        silenced += file.silenced?.length ?? 0;
        return file.findings.map((finding) => `${describe(finding, file, view)}\n`).join('');
      },
      end(counts) {
        if (files === 0) return '';
        const mood = counts.error > 0 ? red : counts.warning > 0 ? yellow : green;
        const more = silenced > 0 ? `${dim(words.report.silenced(silenced))}\n` : '';
        return `${mood(words.summary(counts))}\n${more}`;
      },
    };
  },
};

function describe(finding: Finding, { path, plan }: CheckedFile, view: View): string {
  const { words, paint, links } = view;
  const color = paint[COLORS[finding.severity]];
  const { line, column } = placeOf(plan, finding.span.start);
  const gutter = String(line);
  const blank = ' '.repeat(gutter.length);
  const { rows } = frameOf(plan, finding.span, widthFor(gutter, view), view.ambiguousIsWide);
  const mark = fails(finding) ? '^' : '~';
  const lines = [
    [
      paint.bold(`${atHead(printable(path))}:${line}:${column}`),
      color(words.severity[finding.severity]),
      linked(paint.dim(finding.rule), links ? manualPage('rules', words.locale, finding.rule) : undefined),
      printable(finding.message[words.locale]),
    ].join(' '),
    ...flatMapped(rows, ({ before, marked, after, indent, width }, i) => [
      // Under a mark that is underlined as well, nothing depends on the widths of the terminal's font.
      `${paint.dim(`${i === 0 ? gutter : blank} |`)} ${before}${paint.underline(color(marked))}${after}`,
      ...(width > 0 ? [`${paint.dim(`${blank} |`)} ${' '.repeat(indent)}${color(mark.repeat(width))}`] : []),
    ]),
  ];
  for (const { span, message } of finding.related ?? []) {
    const at = placeOf(plan, span.start);
    const place = `${printable(path)}:${at.line}:${at.column}`;
    lines.push(`${blank}   ${words.report.related}${place} ${printable(message[words.locale])}`);
  }
  if (finding.fix) lines.push(`${blank}   ${words.fix}${printable(finding.fix.title[words.locale])}`);
  // A command may begin before the mark and go on in it.
  return `${lines.map((text) => inert(text).trimEnd()).join('\n')}\n`;
}

/** Columns for the source line: those of the terminal, else as many as are read with ease. */
function widthFor(gutter: string, { columns }: View): number {
  const ofLine = columns === undefined ? READABLE : Math.min(columns, WIDEST);
  return Math.max(NARROWEST, ofLine - gutter.length - ' | '.length);
}

const READABLE = 100;
const WIDEST = 120;
const NARROWEST = 24;

const COLORS = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan' } as const;
