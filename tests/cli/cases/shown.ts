import { letter, sound } from '../plans.ts';
import type { Cases } from './case.ts';

/** What `--list-files` and `--print-config` show: which files are checked, and with what settings. */
export const shown: Cases = {
  'a list of files': {
    args: ['--list-files', '.', 'letter.txt'],
    files: {
      '.gitignore': '\ndrafts/\n',
      'planlint.json': '{\n  "files": ["*.md"],\n  "ignore": ["old.plan"]\n}\n',
      'letter.txt': letter,
      'other.txt': letter,
      '001.txt': sound,
      'a.plan': sound,
      'old.plan': sound,
      'b.md': sound,
      'c.rst': sound,
      'drafts/x.plan': sound,
      '.x.plan': sound,
      '.old/x.plan': sound,
      '.git/x.plan': sound,
      'node_modules/x/x.plan': sound,
    },
    code: 0,
    stdout: [
      [
        '001.txt        内容是计划',
        'a.plan         名称是计划',
        'b.md           配置 files（planlint.json:2:13）',
        'letter.txt     直接写明',
        'other.txt      不检查：内容不是计划',
        '.old/          不检查：名称以点开头，是隐藏的',
        '.x.plan        不检查：名称以点开头，是隐藏的',
        'drafts/        不检查：.gitignore:2',
        'node_modules/  不检查：其中是安装的程序包',
        'old.plan       不检查：planlint.json:3:14',
        '',
      ].join('\n'),
    ],
    not: ['c.rst'],
  },
  'a list of files as data, in a file': {
    args: ['--list-files', '--format', 'json:list.json'],
    files: { 'y.plan': sound },
    code: 0,
    written: { 'list.json': /"path": "y\.plan"/u },
  },
  'the settings of a file as data, in a file': {
    args: ['--print-config', 'y.plan', '--format', 'json:config.json', '--format', 'pretty'],
    files: { 'y.plan': sound },
    code: 0,
    stdout: [/^y\.plan {2}没有 planlint\.json\n/u],
    written: { 'config.json': /"path": "y\.plan"/u },
  },
  'a list of files as data': {
    args: ['check', '--list-files', '--format', 'json', '.'],
    files: { '.gitignore': 'x.plan', 'x.plan': sound, 'y.plan': sound },
    code: 0,
    stdout: [
      '"path": "y.plan",\n      "read": true,\n      "reason": "name"',
      '"path": "x.plan",\n      "read": false,\n      "reason": "ignored",\n      "by": ".gitignore:1"',
    ],
  },
  'the settings of a file': {
    args: ['--print-config', 'x/2026.plan', '--missing-unit=never'],
    files: {
      'planlint.json': '{ "rules": { "missing-lead": "off" }, "words": { "add": ["集团化办学"] } }',
      'x/planlint.json': '{\n  "missing-deadline": "always" }',
      'x/2026.plan': sound,
    },
    code: 0,
    stdout: [
      /^x\/2026\.plan {2}planlint\.json、x\/planlint\.json\n/u,
      /\nlocale = "zh" +默认\n/u,
      /\nrules\.missing-lead = "off" +planlint\.json:1:30\n/u,
      /\nrules\.missing-unit = "warning" +默认\n/u,
      /\nmissing-deadline = "always" +x\/planlint\.json:2:23\n/u,
      /\nmissing-unit = "never" +--missing-unit\n/u,
      /\nwords\.add = "集团化办学" +planlint\.json:1:58\n/u,
    ],
  },
  'the settings of a file as data': {
    args: ['--print-config', '2026.plan', '--format=json', '--locale=en'],
    files: { 'planlint.json': '{ "missing-lead": "never" }', '2026.plan': sound },
    code: 0,
    stdout: [
      '"configurations": [\n    "planlint.json"\n  ]',
      '"key": "missing-lead",\n      "value": "never",\n      "from": "planlint.json:1:19"',
      '"key": "locale",\n      "value": "en",\n      "from": "--locale"',
    ],
  },
  'the settings of a file under a faulty configuration': {
    args: ['--print-config', '2026.plan', '--locale', 'en'],
    files: { 'planlint.json': '{ "missing-led": "never" }', '2026.plan': sound },
    code: 2,
    stdout: ['missing-lead = "auto"'],
    stderr: ['planlint: planlint.json:1:3: there is no setting "missing-led"; did you mean "missing-lead"?'],
  },
  'the settings of a file that is not there': {
    args: ['--print-config', 'nosuchfile', '--locale', 'en'],
    code: 2,
    stderr: ['planlint: nosuchfile: no such file or folder; check the path.'],
  },
};
