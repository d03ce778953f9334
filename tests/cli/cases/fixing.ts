import { gb18030, letter, sound } from '../plans.ts';
import type { Cases } from './case.ts';

/** A half-width comma between Chinese words, which may be mended without a person. */
export const messy = sound.replace('公办园两所，', '公办园两所,');
/** A task besides that says nothing of who and when, which only a person can mend. */
export const messyAndLacking = `${messy}3. 培训教师。组织全区教师集中培训。\n`;

/** A word with a wrong character, which only its writer can be sure of. */
const misspelt = messy.replace('集中培训', '教学竟赛');

const plan = '2026.plan';

/** What is mended, where it goes, and what is said. */
export const fixing: Cases = {
  'mending a file': {
    args: ['--fix', plan],
    files: { [plan]: messy },
    code: 0,
    stdout: ['没有发现问题'],
    stderr: ['planlint: 已在 1 个文件中修正 1 处。'],
    changed: { [plan]: sound },
  },
  'mending a file, by command': {
    args: ['fix', '--locale=en', plan],
    files: { [plan]: messyAndLacking },
    code: 1,
    stdout: [':6:1 warning missing-lead', '2 warnings'],
    stderr: ['planlint: Made 1 fix in 1 file.'],
    changed: { [plan]: messyAndLacking.replace('两所,', '两所，') },
  },
  'a wrong word stays': {
    args: ['fix', '--quiet', plan],
    files: { [plan]: misspelt },
    code: 1,
    stdout: ['个警告'],
    changed: { [plan]: misspelt.replace('两所,', '两所，') },
  },
  'a wrong word, where wording may change': {
    args: ['--unsafe-fixes', plan],
    files: { [plan]: misspelt },
    code: 0,
    stdout: ['没有发现问题'],
    stderr: ['planlint: 已在 1 个文件中修正 2 处。'],
    changed: { [plan]: sound.replace('集中培训', '教学竞赛') },
  },
  'nothing to mend': { args: ['fix', plan], files: { [plan]: sound }, code: 0, stdout: ['没有发现问题'] },
  'mending what the configuration leaves': {
    args: ['fix', '.'],
    files: {
      'planlint.json': '{ "rules": { "halfwidth-mark": "off" } }',
      [plan]: messy,
      'a/planlint.json': '{ "root": true }',
      'a/x.plan': messy,
    },
    code: 0,
    stdout: ['2 份计划'],
    stderr: ['planlint: 已在 1 个文件中修正 1 处。'],
    changed: { 'a/x.plan': sound },
  },
  'mending standard input': {
    args: ['--fix', '-'],
    stdin: messy,
    code: 0,
    stdout: [sound],
    not: ['已检查'],
    stderr: ['planlint: 已在 1 个文件中修正 1 处。', '已检查 1 份计划，2 项任务：没有发现问题。'],
  },
  'standard input with nothing to mend': {
    args: ['--fix', '--quiet', '--stdin-filename', plan],
    stdin: letter,
    code: 0,
    stdout: [letter],
    stderr: ['已检查 1 份计划，0 项任务（未认出任何任务）：没有发现问题。'],
  },
  'a patch': {
    args: ['--diff', plan],
    files: { [plan]: messy.replaceAll('\n', '\r\n') },
    code: 1,
    stdout: [
      /^--- 2026\.plan\n\+\+\+ 2026\.plan\n@@ -1,5 \+1,5 @@\n 2026年滨湖区教育工作要点\r\n \r\n 一、重点任务\r\n-1\. .*两所,.*\r\n\+1\. .*两所，.*\r\n 2\. .*\r\n$/u,
    ],
    stderr: ['planlint: 可在 1 个文件中修正 1 处。'],
  },
  'a patch, by command and to a file': {
    args: ['fix', '--diff', plan, '--output', 'x.patch', '--color'],
    files: { [plan]: messy },
    code: 1,
    written: { 'x.patch': /\n\+1\. / },
    stderr: ['planlint: 可在 1 个文件中修正 1 处。'],
  },
  'a patch in colours': {
    args: ['fix', '--diff', plan, '--color'],
    files: { [plan]: messy },
    code: 1,
    stdout: ['\u{1B}[31m-1. ', '\u{1B}[32m+1. ', '\u{1B}[36m@@ '],
    stderr: ['planlint: 可在 1 个文件中修正 1 处。'],
  },
  'a patch of a name with spaces': {
    args: ['--diff', '工作 计划.plan'],
    files: { '工作 计划.plan': messy },
    code: 1,
    stdout: ['--- 工作 计划.plan\t\n+++ 工作 计划.plan\t\n'],
    stderr: ['planlint: 可在 1 个文件中修正 1 处。'],
  },
  'an empty patch': {
    args: ['--diff', plan],
    files: { [plan]: sound },
    code: 0,
    stderr: ['planlint: 没有可修正之处。'],
  },
  'a patch for standard input': {
    args: ['--diff', '--stdin-filename', plan],
    stdin: messy,
    code: 1,
    stdout: ['--- 2026.plan\n'],
    stderr: ['planlint: 可在 1 个文件中修正 1 处。'],
  },
  'GB18030 with nothing to mend': {
    args: ['fix', plan, '--rule', 'missing-lead'],
    files: { [plan]: gb18030 },
    code: 0,
    stdout: ['没有发现问题'],
  },
};
