import { type CheckedFile, fails } from '../check/checked.ts';
import { placeOf } from '../place.ts';
import { printable, uncontrolled } from '../terminal/cells.ts';
import { lineByLine, type Reporter, type View } from './reporter.ts';

/** For Azure Pipelines: errors and warnings as issues of the job. It knows no others, so infos and hints are lines of the log. */
export const azure: Reporter = {
  format: 'azure',
  fromRoot: true,
  begin: lineByLine(issuesOf),
};

function issuesOf({ path, plan, findings }: CheckedFile, { words }: View): readonly string[] {
  return findings.map(({ span, severity, message, rule }) => {
    const { line, column } = placeOf(plan, span.start);
    const text = message[words.locale];
    if (!fails({ severity })) {
      // The severity stands first, and what could be a command further on is broken.
      return `${severity}: ${printable(`${path}:${line}:${column}: ${text} [${rule}]`)}\n`;
    }
    const properties = [
      `type=${severity}`,
      `sourcepath=${escaped(path, IN_PROPERTY)}`,
      `linenumber=${line}`,
      `columnnumber=${column}`,
      `code=${escaped(rule, IN_PROPERTY)}`,
    ];
    return `##vso[task.logissue ${properties.map((one) => `${one};`).join('')}]${escaped(text, IN_DATA)}\n`;
  });
}

/** What ends a command, and what ends a property of it: `;` and `]`. */
const IN_DATA = /[%\r\n]/gu;
const IN_PROPERTY = /[%\r\n;\]]/gu;

/** A percent sign has a name of its own. */
function escaped(text: string, special: RegExp): string {
  return uncontrolled(text).replace(special, (one) =>
    one === '%' ? '%AZP25' : `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
