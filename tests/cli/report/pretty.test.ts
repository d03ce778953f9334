import { describe, expect, it } from 'vitest';
import { reporters } from '../../../server/src/cli/report/index.ts';
import { json } from '../../../server/src/cli/report/json.ts';
import { pretty } from '../../../server/src/cli/report/pretty.ts';
import type { View } from '../../../server/src/cli/report/reporter.ts';
import { painter } from '../../../server/src/cli/terminal/style.ts';
import { wordsOf } from '../../../server/src/cli/words.ts';
import type { Finding, Severity } from '../../../server/src/core/lint/finding.ts';
import { parse } from '../../../server/src/core/read/read.ts';
import { type Checked, written } from './checked.ts';

const plan = parse('一、任务\r\n1. 建😀园。“双减”工作。\r\n');
const at = (words: string) => {
  const start = plan.text.indexOf(words);
  return { start, end: start + words.length };
};
const finding = (severity: Severity, words: string, fix?: Finding['fix']): Finding => ({
  rule: 'some-rule',
  severity,
  span: at(words),
  message: { zh: '此处应为别的。', en: 'This should be something else.' },
  fix,
});
const findings = [
  finding('error', '园', {
    title: { zh: '改写', en: 'Rewrite' },
    kind: 'safe',
    edits: [
      { span: at('园。'), newText: '院，\n' },
      { span: at('\r\n'), newText: '' },
    ],
  }),
  finding('info', '工作'),
];
const counts = {
  error: 1,
  warning: 0,
  info: 1,
  hint: 0,
  plans: 1,
  directories: 1,
  tasks: 1,
  taskless: 0,
  hidden: 0,
};
const checked: Checked = { files: [{ path: 'a.plan', plan, tasks: 1, findings }], counts };

function view(locale: 'zh' | 'en', color = false): View {
  return {
    words: wordsOf(locale),
    paint: painter(color),
    columns: undefined,
    ambiguousIsWide: true,
    root: '/office',
    links: false,
  };
}

describe('the JSON report', () => {
  it('has the shape of the contract', () => {
    expect(JSON.parse(written(json, checked, view('en')))).toEqual({
      schemaVersion: 1,
      files: [
        {
          path: 'a.plan',
          findings: [
            {
              rule: 'some-rule',
              severity: 'error',
              message: 'This should be something else.',
              line: 2,
              column: 7,
              endLine: 2,
              endColumn: 8,
              fix: {
                title: 'Rewrite',
                kind: 'safe',
                edits: [
                  { line: 2, column: 7, endLine: 2, endColumn: 9, newText: '院，\n' },
                  { line: 1, column: 5, endLine: 2, endColumn: 1, newText: '' },
                ],
              },
            },
            {
              rule: 'some-rule',
              severity: 'info',
              message: 'This should be something else.',
              ...{ line: 2, column: 13, endLine: 2, endColumn: 15 },
            },
          ],
        },
      ],
      summary: { files: 1, tasks: 1, errors: 1, warnings: 0, infos: 1, hints: 0 },
    });
  });

  it('speaks Chinese, too', () => {
    expect(written(json, checked, view('zh'))).toContain('"message": "此处应为别的。"');
  });
});

describe('the pretty report', () => {
  it('shows each finding with its line and a mark under it, and sums up', () => {
    expect(written(pretty, checked, view('zh'))).toBe(
      [
        'a.plan:2:7 错误 some-rule 此处应为别的。',
        '2 | 1. 建😀园。“双减”工作。',
        '  |        ^^',
        '    可修正：改写',
        '',
        'a.plan:2:13 信息 some-rule 此处应为别的。',
        '2 | 1. 建😀园。“双减”工作。',
        '  |                    ~~~~',
        '',
        '已检查 1 份计划、1 份名录，1 项任务：1 个错误，1 条信息。',
        '',
      ].join('\n'),
    );
  });

  it('colours and underlines', () => {
    expect(written(pretty, checked, view('en', true))).toContain(
      '建😀\u{1B}[4m\u{1B}[31m园\u{1B}[39m\u{1B}[24m。',
    );
  });

  it('marks ambiguous characters as narrow on a terminal', () => {
    const shown = written(pretty, checked, { ...view('zh'), ambiguousIsWide: false });
    expect(shown).toContain(`  | ${' '.repeat(17)}~~~~\n`);
  });

  it('says nothing about nothing', () => {
    expect(written(pretty, { files: [], counts: { ...counts, error: 0 } }, view('zh'))).toBe('');
  });
});

it('formats have different names', () => {
  const names = reporters.map(({ format }) => format);
  expect(new Set(names).size).toBe(names.length);
});
