import { placeOf } from './parts/place.ts';
import { element, xmlDocument } from './parts/xml.ts';
import type { CheckedFile, Reporter, View } from './reporter.ts';

/** For Jenkins and the many tools that read what Checkstyle writes. */
export const checkstyle: Reporter = {
  format: 'checkstyle',
  write: ({ files }, view) =>
    xmlDocument(
      element(
        'checkstyle',
        { version: '4.3' },
        files.map((file) => fileElement(file, view)),
      ),
    ),
};

function fileElement({ path, plan, findings }: CheckedFile, { words }: View): string {
  return element(
    'file',
    { name: path },
    findings.map(({ span, severity, message, rule }) => {
      const { line, column } = placeOf(plan, span.start);
      return element('error', {
        line,
        column,
        // Checkstyle knows error, warning, info and ignore.
        severity: severity === 'hint' ? 'info' : severity,
        message: message[words.locale],
        source: `planlint.${rule}`,
      });
    }),
  );
}
