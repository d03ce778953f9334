import { lacking, sound } from '../plans.ts';
import type { Cases } from './case.ts';
import { messy } from './fixing.ts';

const files = { 'a.plan': lacking, 'b.plan': sound, 'c/d.plan': lacking };
const units = '示范区责任单位名录\n一、科室\n1. 人事科\n2. 学前教育科\n';

/** A line as a program writes it that knows nothing of Planlint. */
function record(path: unknown, text: unknown): string {
  return `${JSON.stringify({ id: 7, path, text })}\n`;
}

/** All that is written, line by line. */
function lines(...patterns: readonly string[]): RegExp {
  return new RegExp(`^${patterns.map((pattern) => `${pattern}\\n`).join('')}$`, 'u');
}

/** Lists of files, parts of them, and records. */
export const many: Cases = {
  'the files of a list, one a line': {
    args: ['--files-from', 'list', '--format', 'compact'],
    files: { ...files, list: './c/d.plan\r\n\nb.plan\n' },
    code: 1,
    stdout: [/^c\/d\.plan:5:1/mu],
    not: ['a.plan'],
  },
  'the files of a list from standard input, parted by NUL, beside others': {
    args: ['b.plan', '--files-from=-', '-f', 'compact'],
    files: { ...files, 'x\ny.plan': lacking },
    stdin: 'x\ny.plan\0c\0',
    code: 1,
    stdout: [/^c\/d\.plan:5:1/mu, /y\.plan:5:1/u],
    not: [/^a\.plan/mu],
  },
  'a list of nothing': {
    args: ['--files-from', '-'],
    files,
    code: 0,
    stderr: ['planlint: -：没有列出任何文件，无事可做。'],
  },
  'a list with a name that is not there': {
    args: ['--files-from', '-', '--locale', 'en', '-f', 'compact'],
    files,
    stdin: 'gone.plan\nb.plan\n',
    code: 2,
    stderr: ['planlint: gone.plan: no such file or folder; check the path.'],
  },
  'a list that is not there': {
    args: ['--files-from', 'list'],
    files,
    code: 2,
    stderr: ['planlint: list：没有这个文件或文件夹，请检查路径。'],
  },
  'a list that a report would go to': {
    args: ['--files-from', 'list', '-o', './list'],
    files: { ...files, list: 'a.plan\n' },
    code: 2,
    stderr: [/^planlint: 两处都要用 \.\/list 这个文件/u],
  },
  'a list in another encoding': {
    args: ['--files-from', '-', '--locale', 'en'],
    stdin: Uint8Array.from([0xd0, 0xc2, 0x0a]),
    code: 2,
    stderr: ['planlint: -: no list of files in UTF-8; save it as UTF-8 and try again.'],
  },
  'the units of a list': {
    args: ['units', '--files-from', '-'],
    files,
    stdin: 'b.plan\n',
    code: 0,
    stdout: ['李四'],
  },
  ...Object.fromEntries(
    ['0/2', '3/2', '1', 'a/b', '1/2/3', ''].map((shard) => [
      `a shard that is none: ${shard}`,
      {
        args: [`--shard=${shard}`, '--locale=en'],
        files,
        code: 2,
        stderr: [/^planlint: --shard (?:must|needs)/u],
      },
    ]),
  ),
  'a shard without plans': {
    args: ['--shard', '2/99', '--locale', 'en', 'a.plan'],
    files,
    code: 0,
    stderr: ['planlint: no plan is in part 2/99, so there is nothing to check.'],
  },
  'a file that forgot its name': {
    args: ['-o', '-q'],
    files,
    code: 2,
    stderr: [/^planlint: -o 后面缺少 FILE。/u],
  },
  'short options': {
    args: ['fix', '-q', '-f', 'json', '-o', 'out.json', '-c', 'own.json', 'm.plan'],
    files: { 'm.plan': messy, 'own.json': '{}' },
    code: 0,
    written: { 'out.json': /"findings": \[\]/u },
    changed: { 'm.plan': sound },
  },
  'short options in the help': {
    args: ['check', '--help'],
    code: 0,
    stdout: [
      ...['-q, --quiet', '-f, --format', '-o, --output', '-c, --config', '-w, --watch'],
      '--files-from FILE',
    ],
  },
  'records, each with a line in its place': {
    args: ['check', '--records', '--locale', 'en', '--rule', 'missing-lead', '--rule', 'impossible-deadline'],
    stdin: [
      record('a.plan', lacking),
      '{"path": "b.plan", "text": \n',
      ' \r\n',
      record('c.plan', undefined),
      record('d.plan', 5),
      record('', sound),
      '{"path": "e.plan", "text": "1. \\ud83d。"}\r\n',
      '[]\n',
      record('s3://bucket/f.plan', sound).trimEnd(),
    ].join(''),
    code: 2,
    stdout: [
      lines(
        String.raw`\{"path":"a\.plan","kind":"plan","tasks":2,"findings":\[\{"rule":"missing-lead","severity":"warning".*"line":5,"column":1.*\]\}`,
        String.raw`\{"path":null,"error":\{"reason":"not-json","message":"this line is no JSON object\."\}\}`,
        String.raw`\{"path":"c\.plan","error":\{"reason":"no-text".*\}\}`,
        String.raw`\{"path":"d\.plan","error":\{"reason":"no-text".*\}\}`,
        String.raw`\{"path":null,"error":\{"reason":"no-path".*\}\}`,
        String.raw`\{"path":"e\.plan","error":\{"reason":"lone-surrogate".*\}\}`,
        String.raw`\{"path":null,"error":\{"reason":"not-json".*\}\}`,
        String.raw`\{"path":"s3://bucket/f\.plan","kind":"plan","tasks":2,"findings":\[\]\}`,
      ),
    ],
    stderr: [
      'planlint: record 2: this line is no JSON object.',
      'planlint: record 3 (c.plan): "text" must be a string.',
      'planlint: record 4 (d.plan): "text" must be a string.',
      'planlint: record 5: "path" must be a string that is not empty.',
      'planlint: record 6 (e.plan): "path" or "text" holds half of a surrogate pair, which is no text.',
      'planlint: record 7: this line is no JSON object.',
      'planlint: 6 of 8 records could not be read; a line with "error" stands for each.',
    ],
  },
  'records with findings': {
    args: ['check', '--records', '-q'],
    stdin: record('a.plan', lacking),
    code: 1,
    stdout: [/^\{"path":"a\.plan","kind":"plan","tasks":2,"findings":\[\]\}\n$/u],
  },
  'records that engines may not fail for': {
    args: ['check', '--records', '--exit-zero', '--locale', 'en'],
    stdin: `?\n${record('a.plan', lacking)}`,
    code: 0,
    stdout: ['"reason":"not-json"', '"missing-lead"'],
    stderr: [/^planlint: record 1: /u, /^planlint: 1 of 2 records/u],
  },
  'records under the configuration of the current folder, not of their own': {
    args: ['check', '--records', '--rule', 'missing-lead', '--rule', 'unknown-unit'],
    files: {
      'planlint.json':
        '{ "directories": ["units.txt"], "overrides": [{ "files": "草稿/", "missing-lead": "never" }] }',
      'units.txt': units,
      'x/planlint.json': '{ "missing-lead": "never", "nonsense": 1 }',
    },
    stdin: [
      record('x/a.plan', lacking),
      record('hdfs://h/草稿/a.plan', lacking),
      record('/x/b.plan', sound),
    ].join(''),
    code: 1,
    stdout: [
      /^\{"path":"x\/a\.plan".*"missing-lead".*\n\{"path":"hdfs:\/\/h\/草稿\/a\.plan","kind":"plan","tasks":2,"findings":\[\]\}\n\{"path":"\/x\/b\.plan".*"unknown-unit".*基建办.*\n$/u,
    ],
  },
  'records under a faulty configuration': {
    args: ['check', '--records'],
    files: { 'planlint.json': '{ "nonsense": 1 }' },
    stdin: record('a.plan', sound),
    code: 2,
    stderr: [/^planlint: planlint\.json:1:3：没有“nonsense”这个设置/u],
  },
  'records under a configuration that names a directory which is not there': {
    args: ['check', '--records', '--locale', 'en'],
    files: { 'planlint.json': '{ "directories": ["x.units.plan"] }' },
    stdin: record('a.plan', sound),
    code: 2,
    stderr: [/^planlint: x\.units\.plan: no such unit directory/u],
  },
  'a record with a directory in it': {
    args: ['check', '--records', '--rule', 'unknown-unit'],
    stdin: record('a.plan', `${sound}附件：责任单位名录\n${units}`),
    code: 1,
    stdout: ['基建办'],
  },
  'the models of records': {
    args: ['export', '--records'],
    stdin: `{}\n${record('a.plan', sound)}`,
    code: 2,
    stdout: [
      /^\{"path":null,"error".*\n\{"path":"a\.plan","kind":"plan","title":"2026年滨湖区教育工作要点","year":2026,.*\}\n$/u,
    ],
    stderr: [/^planlint: 第 1 条记录/u, 'planlint: 2 条记录中有 1 条读不了，各以带 error 的一行代替。'],
  },
  'no records': { args: ['check', '--records'], code: 0 },
  'records with a path beside': {
    args: ['check', '--records', 'plans'],
    code: 2,
    stderr: [/^planlint: --records 从标准输入读取，不能再写路径“plans”/u],
  },
};
