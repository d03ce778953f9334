import type { CheckedFile, Counts } from '../../../server/src/cli/check/checked.ts';
import type { Reporter, View } from '../../../server/src/cli/report/reporter.ts';
import { painter } from '../../../server/src/cli/terminal/style.ts';
import { wordsOf } from '../../../server/src/cli/words.ts';
import type { Finding } from '../../../server/src/core/lint/finding.ts';
import { readMarks } from '../../../server/src/core/text/marks.ts';
import { lineStartsOf } from '../../../server/src/core/text/text.ts';

/** A finding at what is marked, of which everything can be told otherwise. */
export function findingAt(span: Finding['span'], other: Partial<Finding> = {}): Finding {
  return {
    rule: 'missing-lead',
    severity: 'warning',
    span,
    message: { zh: '此处应为别的。', en: 'This should be something else.' },
    fix: undefined,
    ...other,
  };
}

/** A checked file whose text has a finding at each mark. */
export function fileOf(marked: string, other: Partial<Finding> = {}, path = 'a.plan'): CheckedFile {
  const { text, spans } = readMarks(marked);
  return {
    path,
    plan: { text, lineStarts: lineStartsOf(text), kind: 'plan' },
    tasks: 1,
    findings: spans.map((span) => findingAt(span, other)),
  } as CheckedFile;
}

export function checkedOf(...files: readonly CheckedFile[]): Checked {
  const all = files.flatMap(({ findings }) => findings);
  const count = (severity: string) => all.filter((finding) => finding.severity === severity).length;
  return {
    files,
    counts: {
      plans: files.length,
      directories: 0,
      tasks: files.length,
      hidden: 0,
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      hint: count('hint'),
    },
  } as Checked;
}

/** The result of a check. */
export interface Checked {
  readonly files: readonly CheckedFile[];
  readonly counts: Counts;
}

/** The whole report of what was checked. */
export function written({ begin }: Pick<Reporter, 'begin'>, { files, counts }: Checked, view: View): string {
  const report = begin(view);
  return files.map(report.add).join('') + report.end(counts);
}

/** How the tests look at a report: in English, not on a terminal, unless they say otherwise. */
export function viewOf(other: Partial<View> = {}): View {
  return {
    words: wordsOf('en'),
    paint: painter(false),
    columns: undefined,
    ambiguousIsWide: true,
    root: '/office',
    links: false,
    ...other,
  };
}
