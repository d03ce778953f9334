import { printable } from '../terminal/cells.ts';
import { placeOf } from './parts/place.ts';
import type { CheckedFile, Reporter, View } from './reporter.ts';

/** For Azure Pipelines: errors and warnings as issues of the job. It knows no others, so infos and hints are lines of the log. */
export const azure: Reporter = {
  format: 'azure',
  fromRoot: true,
  write: ({ files }, view) => files.flatMap((file) => commandsOf(file, view)).join(''),
};

function commandsOf({ path, plan, findings }: CheckedFile, { words }: View): readonly string[] {
  return findings.map(({ span, severity, message, rule }) => {
    const { line, column } = placeOf(plan, span.start);
    const text = message[words.locale];
    if (severity !== 'error' && severity !== 'warning') {
      // The severity stands first, and what could be a command further on is broken.
      return `${severity}: ${printable(`${path}:${line}:${column}: ${text} [${rule}]`)}\n`;
    }
    const properties = [
      `type=${severity}`,
      `sourcepath=${property(path)}`,
      `linenumber=${line}`,
      `columnnumber=${column}`,
      `code=${property(rule)}`,
    ];
    return `##vso[task.logissue ${properties.map((one) => `${one};`).join('')}]${data(text)}\n`;
  });
}

/** The value of a command, which ends with the line. */
function data(text: string): string {
  return text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The value of a property, which ends with `;` or `]` as well. */
function property(text: string): string {
  return data(text).replaceAll(';', '%3B').replaceAll(']', '%5D');
}
