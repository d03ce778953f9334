import type { Finding } from '../../core/lint/finding.ts';
import { type CheckedFile, fails, type Silenced } from '../check/checked.ts';
import { excerptOf, placeOf } from '../place.ts';
import { nameOf } from '../terminal/cells.ts';
import type { Reporter, View } from './reporter.ts';

/**
 * For test reports: a suite a file, a case a finding. Errors and warnings fail; infos and hints pass, as they do for
 * the exit code; what is silenced in place is skipped. A file without findings has one case that passes.
 */
export const junit: Reporter = {
  format: 'junit',
  begin(view) {
    const suites: string[] = [];
    let [tests, failures] = [0, 0];
    return {
      add(file) {
        suites.push(suiteOf(file, view));
        tests += casesIn(file);
        failures += file.findings.filter(fails).length;
        return '';
      },
      end: () => {
        const totals = { name: 'planlint', tests, failures, errors: 0, time: 0 };
        return xmlDocument(element('testsuites', totals, suites));
      },
    };
  },
};

function suiteOf(file: CheckedFile, view: View): string {
  const { path, findings, silenced = [] } = file;
  const cases = [
    ...findings.map((finding) => caseOf(finding, file, view)),
    ...silenced.map((one) => skippedCase(one, file, view)),
  ];
  const passed = element('testcase', { name: 'planlint', classname: path, time: 0 });
  const [tests, failures] = [casesIn(file), findings.filter(fails).length];
  const stated = { name: path, tests, failures, errors: 0, skipped: silenced.length, time: 0 };
  return element('testsuite', stated, cases.length > 0 ? cases : [passed]);
}

function casesIn({ findings, silenced = [] }: CheckedFile): number {
  return Math.max(1, findings.length + silenced.length);
}

function caseOf(finding: Finding, file: CheckedFile, { words }: View): string {
  const { line, column } = placeOf(file.plan, finding.span.start);
  const message = finding.message[words.locale];
  const { before, marked, after } = excerptOf(file.plan, finding.span);
  const details = `${file.path}:${line}:${column}: ${message}\n${before}${marked}${after}`;
  return element('testcase', attributesOf(finding, file), [
    fails(finding)
      ? element('failure', { type: finding.severity, message }, details)
      : element('system-out', {}, `${words.severity[finding.severity]}${words.colon}${details}`),
  ]);
}

function skippedCase({ finding, silence }: Silenced, file: CheckedFile, { words }: View): string {
  return element('testcase', attributesOf(finding, file), [
    element('skipped', { message: silence.reason || finding.message[words.locale] }),
  ]);
}

function attributesOf({ rule, span }: Finding, { path, plan }: CheckedFile) {
  const { line, column } = placeOf(plan, span.start);
  // The schema of Jenkins knows neither file nor line: both are in these, and in what the case says.
  return { name: `${rule} (${line}:${column})`, classname: path, time: 0 };
}

/** For Jenkins and the many tools that read what Checkstyle writes. */
export const checkstyle: Reporter = {
  format: 'checkstyle',
  begin(view) {
    const files: string[] = [];
    return {
      add(file) {
        files.push(fileElement(file, view));
        return '';
      },
      end: () => xmlDocument(element('checkstyle', { version: '4.3' }, files)),
    };
  },
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

/** One XML element on lines of its own; what is inside are elements, or one text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: readonly string[] | string = [],
): string {
  const stated = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const tag = `${name}${stated.join('')}`;
  if (typeof inside === 'string') return `<${tag}>${escaped(inside)}</${name}>\n`;
  if (inside.length === 0) return `<${tag}/>\n`;
  const lines = inside.map((part) => part.replace(/^(?=<)/gmu, '  '));
  return `<${tag}>\n${lines.join('')}</${name}>\n`;
}

/** A whole XML document. */
function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

/** `text` inside an element or an attribute. What XML 1.0 cannot hold even escaped is named: `<001B>`. */
function escaped(text: string): string {
  return text.replace(IMPOSSIBLE, nameOf).replace(SPECIAL, (one) => `&#${one.codePointAt(0)};`);
}

const IMPOSSIBLE = /(?![\t\n\r\u{7F}-\u{9F}])[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]/gu;
/** Markup, line ends, which readers of attributes would make spaces, and the controls that some readers refuse. */
const SPECIAL = /[<>&"'\t\n\r\u{7F}-\u{9F}\u{2028}\u{2029}]/gu;
