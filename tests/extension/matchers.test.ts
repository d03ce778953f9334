import { describe, expect, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { inProcess } from '../cli/host.ts';
import { lacking } from '../cli/plans.ts';

const { problemMatchers, problemPatterns } = pkg.contributes;

interface Problem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

/** What VS Code lists under Problems when a task prints `output`: every matcher reads every line. */
function problemsIn(output: string, names: readonly string[]): readonly Problem[] {
  return output.split('\n').flatMap((text) =>
    problemMatchers.flatMap((matcher): Problem[] => {
      const pattern = problemPatterns.find(({ name }) => `$${name}` === matcher.pattern);
      const match = names.includes(matcher.name) && pattern && new RegExp(pattern.regexp).exec(text);
      if (!match) return [];
      const part = (group: number) => match[group] ?? '';
      const severity =
        'severity' in pattern ? part(pattern.severity) : (matcher as { severity: string }).severity;
      const [line, column] = [Number(part(pattern.line)), Number(part(pattern.column))];
      return [
        {
          path: part(pattern.file),
          line,
          column,
          rule: part(pattern.code),
          severity,
          message: part(pattern.message),
        },
      ];
    }),
  );
}

describe.each(['zh', 'en'])('problem matchers read what planlint prints in %s', (locale) => {
  const files = {
    'planlint.json': '{ "rules": { "number-gap": "error", "word-residue": "info" } }',
    '计划 一/2026.plan': lacking.replace('2.', '4.'),
    'b.plan': `${lacking}\n3.[bookmark: _GoBack]培训门卫。`,
  };
  const call = async (format: string) =>
    (await inProcess({ args: ['.', '--format', format, '--severity', 'hint', '--locale', locale], files }))
      .stdout;

  it.each([
    ['compact', ['planlint']],
    ['pretty', ['planlint-pretty-error', 'planlint-pretty-warning', 'planlint-pretty-info']],
  ])('%s', async (format, names) => {
    const report: Report = JSON.parse(await call('json'));
    // VS Code has no hints in the list of problems; they count as information.
    const level = (severity: string) => (severity === 'hint' ? 'info' : severity);
    const expected = report.files.flatMap(({ path, findings }) =>
      findings.map(({ rule, severity, message, line, column }) => ({
        ...{ path, line, column, rule, message },
        severity: level(severity),
      })),
    );
    expect(new Set(expected.map(({ severity }) => severity))).toEqual(new Set(['error', 'warning', 'info']));
    const seen = problemsIn(await call(format), names).map((one) => ({
      ...one,
      severity: level(one.severity),
    }));
    expect(seen).toEqual(expected);
  });
});

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly Omit<Problem, 'path'>[];
  }[];
}

it('names a pattern for every matcher and uses every pattern', () => {
  expect(problemMatchers.map(({ pattern }) => pattern)).toEqual(
    problemPatterns.map(({ name }) => `$${name}`),
  );
});
