import { flatMapped } from '../../core/text/flat.ts';
import { type CheckedFile, fails } from '../check/checked.ts';
import { findingModel } from './json.ts';
import type { Reporter, View } from './reporter.ts';

/**
 * For test harnesses: TAP version 14, a test point a file. Errors and warnings fail it; all findings stand in its YAML
 * block.
 */
export const tap: Reporter = {
  format: 'tap',
  begin(view) {
    const points: string[] = [];
    return {
      add(file) {
        points.push(pointOf(file, points.length + 1, view).join('\n'));
        return '';
      },
      end: () => ['TAP version 14', `1..${points.length}`, ...points, ''].join('\n'),
    };
  },
};

function pointOf({ path, plan, findings }: CheckedFile, number: number, { words }: View): readonly string[] {
  const point = `${findings.some(fails) ? 'not ok' : 'ok'} ${number} - ${description(path)}`;
  if (findings.length === 0) return [point];
  const items = flatMapped(findings, (finding) => {
    const { rule, severity, message, line, column, endLine, endColumn } = findingModel(
      finding,
      plan,
      words.locale,
    );
    const entries = Object.entries({ rule, severity, message, line, column, endLine, endColumn });
    return entries.map(
      ([key, value], i) =>
        `    ${i === 0 ? '-' : ' '} ${key}: ${typeof value === 'string' ? yaml(value) : value}`,
    );
  });
  return [point, '  ---', '  findings:', ...items, '  ...'];
}

/** One line, in which `#` begins no directive. */
function description(text: string): string {
  return wellFormed(text)
    .replace(/[\\#]/gu, '\\$&')
    .replace(/\p{Cc}|[\u{2028}\u{2029}]/gu, ' ');
}

/** A double-quoted scalar: what JSON writes, and escapes for what YAML does not take as it is. */
function yaml(text: string): string {
  return JSON.stringify(wellFormed(text)).replace(
    NOT_YAML,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const NOT_YAML = /[\u{7F}-\u{9F}\u{2028}\u{2029}\u{FEFF}\u{FFFE}\u{FFFF}]/gu;

/** `text` without halves of pairs, which YAML cannot even escape. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\u{FFFD}');
}
