import { placeOf } from '../place.ts';
import { atHead, printable } from '../terminal/cells.ts';
import { lineByLine, type Reporter } from './reporter.ts';

/**
 * For editors and `grep`: a finding a line, as compilers have it (`path:line:column: severity: message [rule]`). The
 * severity is in English whatever the language, since that is what other programs look for.
 */
export const compact: Reporter = {
  format: 'compact',
  begin: lineByLine(({ path, plan, findings }, { words }) =>
    findings.map(({ span, severity, message, rule }) => {
      const { line, column } = placeOf(plan, span.start);
      const text = `${severity}: ${message[words.locale]} [${rule}]`;
      return `${atHead(printable(path))}:${line}:${column}: ${printable(text)}\n`;
    }),
  ),
};
