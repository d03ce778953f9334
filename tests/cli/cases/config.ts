import { lacking, letter, sound } from '../plans.ts';
import type { Cases } from './case.ts';

const units = '滨湖区教育局责任单位名录\n一、局领导\n1. 张三\n2. 李四\n二、科室\n1. 学前教育科\n2. 基建办\n';
const unknown = ['check', '--rule', 'unknown-unit'];

const noLead = '{ "rules": { "missing-lead": "off" } } // 另有分工方案\n';

/** What configurations and ignore files do. */
export const config: Cases = {
  'a configuration': {
    args: ['x/2026.plan'],
    files: { 'planlint.json': noLead, 'x/2026.plan': lacking },
    code: 1,
    stdout: ['missing-deadline'],
    not: ['missing-lead'],
  },
  'several configurations, each for its own folder': {
    args: ['check', '--format', 'json', '--rule', 'missing-lead', '.'],
    files: {
      'planlint.json': '{ "missing-lead": "never" }',
      'a/x.plan': lacking,
      'b/planlint.json': '{ "root": true }',
      'b/x.plan': lacking,
      'c/planlint.json': '{ "overrides": [{ "files": "*.txt", "missing-lead": "auto" }] }',
      'c/x.plan': lacking,
      'c/x.txt': lacking,
    },
    code: 1,
    stdout: [
      /"a\/x\.plan",\s+"findings": \[\]/u,
      /"b\/x\.plan",\s+"findings": \[\s+\{/u,
      /"c\/x\.plan",\s+"findings": \[\]/u,
      /"c\/x\.txt",\s+"findings": \[\s+\{/u,
    ],
  },
  'an option outweighs a configuration': {
    args: ['2026.plan', '--missing-lead', 'always', '--missing-deadline=never'],
    files: {
      'planlint.json': '{ "missing-lead": "never", "missing-deadline": "always" }',
      '2026.plan': lacking,
    },
    code: 1,
    stdout: ['missing-lead'],
    not: ['missing-deadline'],
  },
  'a rule that is asked for runs where it is off': {
    args: ['2026.plan', '--rule', 'missing-lead'],
    files: { 'planlint.json': noLead, '2026.plan': lacking },
    code: 1,
    stdout: ['missing-lead'],
  },
  'a faulty configuration, and files under another one': {
    args: ['.'],
    files: {
      'a/planlint.json': '{\n  "ruels": {}\n}\n',
      'a/1.plan': lacking,
      'a/2.plan': lacking,
      'a/readme.txt': letter,
      'b/1.plan': sound,
    },
    code: 2,
    stdout: ['已检查 1 份计划'],
    stderr: ['planlint: a/planlint.json:2:3：没有“ruels”这个设置，是不是“rules”？'],
  },
  'a faulty configuration, in English': {
    args: ['--locale', 'en', '2026.plan'],
    files: { 'planlint.json': '{ "rules": { "mising-lead": "off" }, "root": 1 }', '2026.plan': sound },
    code: 2,
    stderr: [
      'planlint: planlint.json:1:14: there is no rule mising-lead; did you mean missing-lead?',
      'planlint: planlint.json:1:46: "root" must be true or false, not a number.',
    ],
  },
  'a faulty configuration that others extend': {
    args: ['2026.plan'],
    files: { 'planlint.json': '{ "extends": "x.json" }', '2026.plan': sound },
    code: 2,
    stderr: [/^planlint: planlint\.json:1:14：extends 所指的“x\.json”不存在/u],
  },
  'a configuration of another name': {
    args: ['2026.plan'],
    files: { '.planlintrc': '{}', '2026.plan': sound },
    code: 2,
    stderr: ['planlint: .planlintrc：配置文件只能叫 planlint.json，请改名，否则不会读取。'],
  },
  'no configuration at all': {
    args: ['2026.plan', '--no-config'],
    files: { 'planlint.json': 'nonsense', '2026.plan': lacking },
    code: 1,
    stdout: ['missing-lead'],
  },
  'one configuration for all': {
    args: ['.', '--config', 'ci/strict.json'],
    files: {
      'ci/strict.json':
        '{ "missing-deadline": "never", "overrides": [{ "files": "a/", "missing-lead": "never" }] }',
      'planlint.json': 'nonsense',
      'a/x.plan': lacking,
      'b/x.plan': lacking,
    },
    code: 1,
    stdout: [/^b\/x\.plan.*missing-lead/u, '1 个警告'],
    not: ['a/x.plan', 'missing-deadline'],
  },
  'one configuration that is not there': {
    args: ['2026.plan', '--config', 'ci.json'],
    files: { '2026.plan': sound },
    code: 2,
    stderr: ['planlint: ci.json：没有这个配置文件。'],
  },
  'the language of the configuration': {
    args: ['2026.plan'],
    files: { 'planlint.json': '{ "locale": "en" }', '2026.plan': sound },
    code: 0,
    stdout: ['Checked 1 plan'],
  },
  'the language of the call before that of the configuration': {
    args: ['2026.plan', '--locale=zh'],
    files: { 'planlint.json': '{ "locale": "en" }', '2026.plan': sound },
    code: 0,
    stdout: ['已检查'],
  },
  'labels of their own': {
    args: ['export', '2026.plan'],
    files: {
      'planlint.json': '{ "labels": { "lead": ["包保领导"] } }',
      '2026.plan': '2026年工作要点\n一、任务\n1. 建园。建设一所。（包保领导：张三）\n',
    },
    code: 0,
    stdout: ['"name": "张三"'],
  },
  'standard input under the configuration of its name': {
    args: ['-', '--stdin-filename', 'x/2026.plan'],
    files: { 'x/planlint.json': '{ "missing-lead": "never", "missing-deadline": "never" }' },
    stdin: lacking,
    code: 0,
    stdout: ['没有发现问题'],
  },
  'a directory that the configuration names and that is not there': {
    args: ['2026.plan'],
    files: { 'planlint.json': '{ "directories": ["units.plan"] }', '2026.plan': sound },
    code: 2,
    stdout: ['1 份计划'],
    stderr: [/units\.plan：planlint\.json 的 directories 所指的名录不存在/u],
  },
  'a directory in the current folder': {
    args: [...unknown, 'a/2026.plan'],
    files: { '名录/x.plan': units, 'a/2026.plan': sound },
    code: 1,
    stdout: ['unknown-unit', '“人事科”', '1 个警告'],
    not: ['学前教育科”'],
  },
  'a directory beside what is a plan by its name alone, which speaks of that': {
    args: [...unknown, 'a/2026.plan'],
    files: { '名录/x.plan': units, '名录/2026年工作要点.txt': '待写\n', 'a/2026.plan': sound },
    code: 0,
    stdout: ['没有发现问题'],
  },
  'a directory that the configuration names, whatever its title': {
    args: [...unknown, '.'],
    files: {
      'planlint.json': '{ "directories": ["staff"] }',
      'staff/科室.txt': units.replace('责任单位名录', '内设机构一览'),
      'a/2026.plan': sound,
      'b/planlint.json': '{ "root": true }',
      'b/2026.plan': sound,
    },
    code: 1,
    stdout: [/^a\/2026\.plan.*unknown-unit.*人事科/u, '1 个警告'],
    not: ['b/2026.plan'],
  },
  'an appendix that is a directory': {
    args: [...unknown, '2026.plan'],
    files: { '2026.plan': `${sound}二、责任单位名录\n1. 学前教育科\n2. 基建办\n` },
    code: 1,
    stdout: ['“人事科”'],
    not: ['学前教育科”'],
  },
  'an appendix of another plan, which speaks of that alone': {
    args: [...unknown, '2026.plan'],
    files: {
      '2025.plan': `${sound}二、责任单位名录\n1. 学前教育科\n2. 基建办\n`,
      '2026.plan': sound,
    },
    code: 0,
    stdout: ['没有发现问题'],
  },
  'a directory whose title runs over lines, below a notice that names it': {
    args: [...unknown, '2026.plan'],
    files: {
      '通知.txt': `关于印发有关名录的通知\n各科室：\n现将名录印发给你们。\n\n滨湖区教育局关于公布本局各科室\n及直属学校${units}`,
      '2026.plan': sound,
    },
    code: 1,
    stdout: ['unknown-unit', '“人事科”'],
  },
  'what is ignored': {
    args: ['.'],
    files: {
      '.gitignore': 'drafts/\n*.old.plan\r\n# a comment\n!keep.old.plan\n',
      '.planlintignore': 'archive\n!drafts/\n',
      'planlint.json': '{ "ignore": ["x/**"] }',
      '1.plan': sound,
      'a.old.plan': lacking,
      'keep.old.plan': sound,
      'drafts/1.plan': sound,
      'archive/1.plan': lacking,
      'x/1.plan': lacking,
      'y/.gitignore': '1.plan\n',
      'y/1.plan': lacking,
      'y/2.plan': sound,
    },
    code: 0,
    stdout: ['4 份计划'],
  },
  'a glob over what is ignored': {
    args: ['**/*.plan'],
    files: { '.planlintignore': 'drafts/', 'drafts/1.plan': lacking, 'x/1.plan': sound },
    code: 0,
    stdout: ['1 份计划'],
  },
  'what is ignored, named': {
    args: ['drafts/1.plan', 'x'],
    files: { '.gitignore': '*.plan\nx/\n', 'drafts/1.plan': sound, 'x/1.txt': sound, 'x/2.plan': lacking },
    code: 0,
    stdout: ['2 份计划'],
  },
  'a folder in one that is ignored, named': {
    args: ['build/x/'],
    files: {
      '.gitignore': 'build/\n',
      'build/x/1.plan': sound,
      'build/x/.gitignore': '2*',
      'build/x/2.plan': lacking,
    },
    code: 0,
    stdout: ['1 份计划'],
  },
  'a folder with an odd name that is ignored, named': {
    args: ['[a] #1!/x'],
    files: {
      '.gitignore': '*x\n',
      '[a] #1!/.planlintignore': '!3.plan\n*.plan\n!2.plan\n',
      '[a] #1!/x/1.plan': lacking,
      '[a] #1!/x/2.plan': sound,
    },
    code: 0,
    stdout: ['1 份计划'],
  },
  'further files that are plans': {
    args: ['.'],
    files: {
      'planlint.json': '{ "files": ["*.md", "计划/"] }',
      'x/a.md': sound,
      '计划/a': sound,
      'x/b.rst': lacking,
    },
    code: 0,
    stdout: ['2 份计划'],
  },
  'the language of a folder below, which nobody speaks': {
    args: ['--print-config', 'x/2026.plan', '--locale', 'zh'],
    files: { 'planlint.json': '{}', 'x/planlint.json': '{ "locale": "en" }', 'x/2026.plan': sound },
    code: 0,
    stdout: [/\nlocale = "zh" +--locale\n/u],
    not: ['"en"'],
  },
  'the language of the current folder': {
    args: ['--print-config', 'x/2026.plan'],
    files: {
      'planlint.json': '{ "locale": "en" }',
      'x/planlint.json': '{ "root": true, "locale": "zh" }',
      'x/2026.plan': sound,
    },
    code: 0,
    stdout: [/\nlocale = "en" +planlint\.json:1:13\n/u],
    not: ['"zh"'],
  },
  'a folder named as a configuration': {
    args: ['2026.plan'],
    files: { 'planlint.json/x': '{}', '2026.plan': sound },
    code: 2,
    stderr: ['planlint: planlint.json：这不是文件，读不到配置，请改名或删去。'],
  },
  'a base outside of the folder': {
    args: ['x/2026.plan', '--locale', 'en'],
    files: {
      '../outside.json': '{ "secret": 1 }',
      'planlint.json': '{ "extends": "../outside.json" }',
      'x/2026.plan': sound,
    },
    code: 2,
    stderr: [
      'planlint: planlint.json:1:14: "extends" must be a relative path inside of the workspace, not "../outside.json".',
    ],
  },
  'bases and directories that are no relative paths': {
    args: ['2026.plan', '--locale', 'en'],
    files: {
      'planlint.json':
        '{ "extends": ["/etc/passwd", "file://host/share"], "directories": ["//host/share", "../..", "x/../../y", "http://127.0.0.1:9/a"] }',
      '2026.plan': sound,
    },
    code: 2,
    stderr: [
      /"extends" must be .*"\/etc\/passwd"/u,
      /"extends" must be .*"file:\/\/host\/share"/u,
      /"directories" must be .*"\/\/host\/share"/u,
      /"directories" must be .*"\.\.\/\.\."/u,
      /"directories" must be .*"x\/\.\.\/\.\.\/y"/u,
      /"directories" must be .*"http:/u,
    ],
  },
  'a directory beside plans of its own': {
    args: [...unknown, 'a/2026.plan'],
    files: { 'b/名录.units.plan': units, 'b/2026.plan': sound, 'a/2026.plan': sound },
    code: 0,
    stdout: ['没有发现问题'],
  },
  'a directory beside plans of its own that is named': {
    args: [...unknown, 'a/2026.plan'],
    files: {
      'planlint.json': '{ "directories": ["b/名录.units.plan"] }',
      'b/名录.units.plan': units,
      'b/2026.plan': sound,
      'a/2026.plan': sound,
    },
    code: 1,
    stdout: ['unknown-unit'],
  },
  'patterns that fit nothing': {
    args: ['2026.plan', '--locale', 'en'],
    files: {
      '2026.plan': sound,
      'planlint.json':
        '{ "overrides": [{ "files": ["[a", "../x", "./x", "x\\\\", "[z-a].plan"], "rules": {} }] }',
    },
    code: 2,
    stderr: Array.from({ length: 5 }, () => /^planlint: planlint\.json:1:\d+: "[^"]+" fits no file/u),
  },
};
