import { forbidden } from '../host.ts';
import { faulty, gb18030, lacking, letter, sound, utf16 } from '../plans.ts';
import type { Cases } from './case.ts';

const plan = '2026.plan';
const mark = '\u{FEFF}';
const binary = Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]);
const neither = Uint8Array.from([0xff, 0xff, 0x41, 0x42]);

/** What is read, and what is said about what cannot be. */
export const input: Cases = {
  'a folder': {
    args: ['check', '.'],
    files: {
      'b.plan': sound,
      'a/工作要点（定稿）.txt': sound,
      'a/c.WORKPLAN': sound,
      'notes.txt': letter,
      '.git/x.plan': faulty,
      'node_modules/x/x.plan': faulty,
    },
    code: 0,
    stdout: ['3 份计划'],
  },
  'no path: the current folder': { args: [], files: { [plan]: sound }, code: 0, stdout: ['1 份计划'] },
  'files in one order, each once': {
    args: ['check', '--format', 'json', 'b.plan', './a/', 'a/2.plan', 'b.plan'],
    files: { 'b.plan': sound, 'a/10.plan': sound, 'a/2.plan': sound },
    code: 0,
    stdout: [/a\/10\.plan[\s\S]*a\/2\.plan[\s\S]*b\.plan[\s\S]*"files": 3/u],
  },
  'a glob': {
    args: ['*/*.txt'],
    files: { 'a/x.txt': sound, 'b/y.txt': sound, 'b/y.md': faulty, 'z.txt': faulty },
    code: 0,
    stdout: ['2 份计划'],
  },
  'a name that looks like a glob': {
    args: ['计划[1].txt'],
    files: { '计划[1].txt': sound, '计划1.txt': faulty },
    code: 0,
    stdout: ['1 份计划'],
  },
  'any file that is named': {
    args: ['notes.md'],
    files: { 'notes.md': sound },
    code: 0,
    stdout: ['2 项任务'],
  },
  'a file named like a command': {
    args: ['--', 'check'],
    files: { check: sound },
    code: 0,
    stdout: ['1 份计划'],
  },
  'standard input': {
    args: ['-', '--stdin-filename', '草稿.plan', '--format', 'json'],
    stdin: lacking,
    code: 1,
    stdout: ['"path": "草稿.plan"'],
  },
  'standard input without a name': { args: ['check', '-'], stdin: lacking, code: 1, stdout: ['<stdin>:5:1'] },
  'standard input by its name alone': {
    args: ['--stdin-filename', 'x.plan'],
    stdin: gb18030,
    code: 1,
    stdout: ['x.plan:1:1'],
  },
  'an empty file': {
    args: [plan],
    files: { [plan]: '' },
    code: 0,
    stdout: ['已检查 1 份计划，0 项任务（未认出任何任务）：没有发现问题。'],
  },
  GB18030: {
    args: ['export', plan],
    files: { [plan]: gb18030 },
    code: 0,
    stdout: ['"title": "新建幼儿园"', '"name": "人事科"', '"column": 16'],
  },
  'UTF-16 LE': {
    args: ['check', '--format', 'json', plan],
    files: { [plan]: utf16(lacking, 'le') },
    code: 1,
    stdout: ['"line": 5,\n          "column": 1,'],
  },
  'UTF-16 BE': { args: [plan], files: { [plan]: utf16(sound, 'be') }, code: 0, stdout: ['2 项任务'] },
  'a byte order mark takes no column': {
    args: ['export', plan],
    files: { [plan]: `${mark}1. 建园。（责任科室：人事科）\n` },
    code: 0,
    stdout: ['"column": 13'],
  },
  CRLF: {
    args: [plan],
    files: { [plan]: lacking.replaceAll('\n', '\r\n') },
    code: 1,
    stdout: ['\n5 | 2. 培训园长。组织全区园长集中培训。\n  | ^^^^^^^^^^^'],
    not: ['\r'],
  },
  'a directory by its file name': {
    args: ['export', '示范区责任单位名录.txt', 'x.units.plan', '名录/y.plan'],
    files: { '示范区责任单位名录.txt': sound, 'x.units.plan': sound, '名录/y.plan': sound },
    code: 0,
    stdout: [
      /x\.units\.plan",\n +"kind": "directory"[\s\S]*y\.plan",\n +"kind": "plan"[\s\S]*名录\.txt",\n +"kind": "directory"/u,
    ],
  },
  'a missing file, and another one': {
    args: ['nope.plan', plan],
    files: { [plan]: sound },
    code: 2,
    stdout: ['已检查 1 份计划'],
    stderr: ['planlint: nope.plan：没有这个文件或文件夹，请检查路径。'],
  },
  'missing input outweighs findings': {
    args: ['nope.plan', plan],
    files: { [plan]: lacking },
    code: 2,
    stdout: ['missing-lead'],
    stderr: [/nope\.plan/u],
  },
  'a folder without plans': {
    args: ['docs'],
    files: {
      'docs/notes.txt': letter,
      'docs/binary.txt': binary,
      'docs/other.txt': neither,
      'docs/x.md': sound,
    },
    code: 2,
    stderr: [/^planlint: docs：文件夹里没有工作计划/u],
  },
  'a text that is a plan by its content': {
    args: ['check', '--format', 'json', '.'],
    files: { 'a/001.txt': sound, 'a/readme.txt': letter, 'a/gbk.TXT': gb18030, 'a/x.txt': binary },
    code: 0,
    stdout: ['"path": "a/001.txt"', '"files": 1'],
  },
  'a text that is larger than any plan': {
    args: ['--list-files', '.'],
    files: { 'a.txt': sound + ' '.repeat(5_000_000), 'b.txt': sound },
    code: 0,
    stdout: ['b.txt  内容是计划\na.txt  不检查：大于 4 MB，不会是计划\n'],
  },
  'a plan by its name that cannot be read': {
    args: ['.'],
    files: { '工作要点.txt': binary, '001.txt': sound },
    code: 2,
    stdout: ['1 份计划'],
    stderr: [/^planlint: 工作要点\.txt：不是文本文件/u],
  },
  'a letter that is named': {
    args: ['letter.txt'],
    files: { 'letter.txt': letter },
    code: 0,
    stdout: ['1 份计划'],
  },
  'a letter that is named, in a folder': {
    args: ['.', './letter.txt'],
    files: { 'letter.txt': letter, 'b.txt': sound },
    code: 0,
    stdout: ['2 份计划'],
  },
  'a glob over texts of which one is a plan': {
    args: ['*'],
    files: { 'letter.txt': letter, 'b.md': sound, 'c.bin': binary },
    code: 0,
    stdout: ['1 份计划'],
  },
  'a glob without files': {
    args: ['*.plan'],
    files: { 'x.txt': sound },
    code: 2,
    stderr: [/^planlint: \*\.plan：没有相符的工作计划/u],
  },
  'a binary file': {
    args: ['计划.docx', plan],
    files: { '计划.docx': binary, [plan]: sound },
    code: 2,
    stdout: ['已检查 1 份计划'],
    stderr: ['planlint: 计划.docx：不是完整的 Office 文件，可能已损坏，请用 Word 或 WPS 打开后另存。'],
  },
  'bytes in no encoding': {
    args: ['--locale', 'en', 'x.plan', plan],
    files: { 'x.plan': neither, [plan]: sound },
    code: 2,
    stdout: ['Checked 1 plan'],
    stderr: ['planlint: x.plan: neither UTF-8 nor GB18030, or damaged; save it as UTF-8 and try again.'],
  },
  'an unreadable file': {
    args: ['x.plan', plan],
    files: { 'x.plan': forbidden, [plan]: sound },
    code: 2,
    stdout: ['已检查 1 份计划'],
    stderr: ['planlint: x.plan：没有读取权限，请更改权限后重试。'],
  },
  'JSON even where nothing could be read': {
    args: ['nope.plan', '--format', 'json'],
    code: 2,
    stdout: ['"files": []', '"files": 0'],
    stderr: [/nope\.plan/u],
  },
  'a line of ten megabytes': {
    args: [plan, '--rule', 'missing-lead'],
    files: { [plan]: `1. 建园。${'建设一所幼儿园，'.repeat(420_000)}。\n2. 培训。（责任科室：人事科）\n` },
    code: 1,
    stdout: [
      /^2026\.plan:1:1 警告 missing-lead .{0,100}\n1 \| .{10,120}\n {2}\| \^+\n(?: {2}\| .{10,120}\n)? {2}\| .{1,120}\.\.\.\n/u,
    ],
  },
};
