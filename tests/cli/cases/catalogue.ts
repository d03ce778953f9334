import type { Cases } from './case.ts';

/** The rules themselves: listed and explained. */
export const catalogue: Cases = {
  'all rules': {
    args: ['rules'],
    code: 0,
    stdout: [
      /^missing-lead +警告 {2}缺责任主体：每项任务/mu,
      /^pause-between-quotes +提示 {2}/mu,
      /共 \d+ 条规则/u,
    ],
  },
  'all rules in English': {
    args: ['rules', '--locale', 'en'],
    code: 0,
    stdout: [/^missing-lead +warning {2}Nobody responsible: Every task/mu],
    not: [/^\S+ +警告/mu],
  },
  'all rules for programs': {
    args: ['rules', '--format', 'json'],
    code: 0,
    stdout: [
      /^\{\n {2}"schemaVersion": 1,\n {2}"rules": \[/u,
      '"id": "unpaired-mark"',
      '"authority": "GB/T 15834—2011 4.5.3.5"',
    ],
    not: ['⟦'],
  },
  'all rules in a file': {
    args: ['rules', '--format', 'json', '--output', 'rules.json'],
    code: 0,
    written: { 'rules.json': /"schemaVersion": 1/u },
  },
  'rules of a path': {
    args: ['rules', 'near-term'],
    code: 2,
    stderr: ['planlint: rules 命令不带“near-term”，要看一条规则请用 planlint explain near-term。'],
  },
  'one rule explained': {
    args: ['explain', 'pause-between-quotes'],
    code: 0,
    stdout: [
      '默认级别：提示',
      '依据：GB/T 15834—2011 4.5.3.5',
      '错：\n  评选“阅读之星”、“劳动之星”',
      '对：\n  评选“阅读之星”“劳动之星”',
      '"pause-between-quotes": "off"',
      '<!-- planlint-disable-next-line pause-between-quotes -->',
      /^手册：https:\S+\/README\.zh-CN\.md#pause-between-quotes$/mu,
    ],
    not: ['⟦'],
  },
  'two rules explained in English': {
    args: ['explain', 'missing-lead', 'misspelling', '--locale', 'en'],
    code: 0,
    stdout: [
      'Fix: inserts a place to fill in',
      'Fix: offered, but it changes wording',
      'Authority: practice',
    ],
  },
  'characters that nobody sees, explained': {
    args: ['explain', 'control-character'],
    code: 0,
    stdout: ['开放[U+200B]学校'],
    not: ['\u200B'],
  },
  'an unknown rule explained': {
    args: ['explain', 'mispeling'],
    code: 2,
    stderr: ['planlint: 没有 mispeling 这条规则，是不是 misspelling？'],
  },
  'no rule to explain': {
    args: ['explain'],
    code: 2,
    stderr: ['planlint: 请写明规则，如 planlint explain missing-lead；全部规则见 planlint rules。'],
  },
  'help for explaining': {
    args: ['explain', '--help'],
    code: 0,
    stdout: ['用法：planlint explain 规则…', 'planlint explain missing-lead'],
    not: ['通配符'],
  },
};
