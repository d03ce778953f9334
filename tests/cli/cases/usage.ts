import { formats } from '../../../server/src/core/exports/index.ts';
import { lacking, sound } from '../plans.ts';
import type { Cases } from './case.ts';
import { messy } from './fixing.ts';

const plan = '2026.plan';
const directory = '示范区责任单位名录\n一、科室\n1. 人事科\n';

/** Help, and calls that are wrong. */
export const usage: Cases = {
  help: {
    args: ['--help'],
    code: 0,
    stdout: ['用法：planlint [命令]', '\n  check ', '\n  export ', '\n  outline ', '退出码', '--locale'],
  },
  'help in English': {
    args: ['-h', '--locale', 'en'],
    code: 0,
    stdout: ['Usage: planlint [COMMAND]', 'Exit codes'],
  },
  'help for one command': {
    args: ['check', '--help'],
    code: 0,
    stdout: [
      'planlint check',
      '--max-warnings N',
      '--missing-lead WHEN',
      '--stdin-filename NAME',
      '--format FORMAT[:FILE]',
      'pretty、compact、json、',
    ],
  },
  'help for another command': {
    args: ['export', '-h'],
    code: 0,
    stdout: [`（${formats.join('、')}）`],
    not: ['--rule', 'pretty'],
  },
  'help by a word': { args: ['help'], code: 0, stdout: ['用法：planlint [命令]'] },
  'help for one command by a word': { args: ['help', 'export'], code: 0, stdout: ['用法：planlint export'] },
  'the version by a word': { args: ['version'], code: 0, stdout: [/^planlint \d+\.\d+\.\d+\n$/u] },
  'files named as these words': {
    args: ['--', 'help', './version'],
    files: { help: sound, version: sound },
    code: 0,
    stdout: ['2 份计划'],
  },
  'a file named as the word for help': {
    args: ['help', '--format', 'compact'],
    files: { help: lacking },
    code: 1,
    stdout: [/^help:5:1/mu],
  },
  'a folder named as the word for the version': {
    args: ['version'],
    files: { 'version/a.plan': sound, 'b.plan': sound },
    code: 0,
    stdout: ['1 份计划'],
  },
  'help by a word whatever else is wrong': {
    args: ['help', '--nonsense'],
    code: 0,
    stdout: ['用法：planlint'],
  },
  'an export that cannot be divided': {
    args: ['export', '--format', 'json', '--by', 'unit', '--locale', 'en'],
    code: 2,
    stderr: ['planlint: --by says nothing to the format json; it goes with csv, md, xlsx, html.'],
  },
  'an unknown level, in English': {
    args: ['--severity', 'fatal', '--locale', 'en'],
    code: 2,
    stderr: [/^planlint: --severity cannot be "fatal"\. It takes error, warning, info, hint\. /u],
  },
  'a server for something': {
    args: ['lsp', 'foo'],
    code: 2,
    stderr: ['planlint: lsp 命令不带“foo”，请去掉。'],
  },
  'the version': { args: ['--version'], code: 0, stdout: [/^planlint \d+\.\d+\.\d+\n$/u] },
  'an unknown option': {
    args: ['check', '--max-warning', '3'],
    code: 2,
    stderr: ['planlint: 没有 --max-warning 这个选项，是不是 --max-warnings？用法见 planlint check --help。'],
  },
  'an unknown option in English': {
    args: ['check', '--sevrity=hint', '--locale', 'en'],
    code: 2,
    stderr: ['planlint: unknown option --sevrity; did you mean --severity? See planlint check --help.'],
  },
  'an unknown option like no other': {
    args: ['--xyzzy'],
    code: 2,
    stderr: ['planlint: 没有 --xyzzy 这个选项。用法见 planlint --help。'],
  },
  ...Object.fromEntries(
    [
      [['check', '-severity', 'hint', plan], /unknown option -severity; did you mean --severity\?/u],
      [['-cache', plan], /unknown option -cache; did you mean --cache\?/u],
      [['-h.plan'], /unknown option -h\.plan\./u],
      [['-vh', plan], /unknown option -vh\./u],
      [[plan, '-v'], /--version asks for nothing else and does not go with 2026\.plan/u],
      [['check', '--help', plan], /--help asks for nothing else and does not go with 2026\.plan/u],
      [['--version', '--cache'], /--version asks for nothing else and does not go with --cache/u],
      [['check', '--help', '--nonsense'], /unknown option --nonsense/u],
      [['--severity', 'warn', plan], /--severity cannot be "warn"; did you mean warning\?/u],
    ].map(([args, said]) => [
      `a slip that is no success: ${String(args)}`,
      {
        args: [...(args as string[]), '--locale=en'],
        files: { [plan]: lacking },
        code: 2,
        stderr: [said as RegExp],
      },
    ]),
  ),
  'a job that fails for what is not shown': {
    args: [plan, '--quiet', '--format=compact', '--locale=en'],
    files: { [plan]: lacking },
    code: 1,
    stderr: [
      /^planlint: \d findings? of a lower severity than is shown makes? this fail \([^)]*missing-lead 1[^)]*\); leave out --quiet/u,
    ],
  },
  'an unknown short option': {
    args: ['-x'],
    code: 2,
    stderr: ['planlint: 没有 -x 这个选项。用法见 planlint --help。'],
  },
  'an option of another command': {
    args: ['outline', '--rule', 'x'],
    code: 2,
    stderr: ['planlint: outline 命令不用 --rule 选项。用法见 planlint outline --help。'],
  },
  'an unknown command': {
    args: ['exprot', plan],
    files: { [plan]: sound },
    code: 2,
    stderr: ['planlint: 没有 exprot 这个命令，也没有这个文件，是不是 planlint export？'],
  },
  'an unknown rule': {
    args: ['--rule', 'mising-lead', plan],
    files: { [plan]: sound },
    code: 2,
    stderr: ['planlint: 没有 mising-lead 这条规则，是不是 missing-lead？'],
  },
  'an unknown format': {
    args: ['check', '--format', 'jsno'],
    code: 2,
    stderr: [/^planlint: --format 不能是“jsno”，是不是 json？可用：pretty、compact、json、/u],
  },
  'two formats for one place': {
    args: ['--format', 'sarif', '--output', 'out.sarif', '--format', 'pretty'],
    code: 2,
    stderr: [/^planlint: 只能有一种格式写到同一处，而这里有 sarif、pretty，.*--format pretty:FILE。/u],
  },
  'two formats for one place, in English': {
    args: ['--format=json', '--format=tap', '--locale=en'],
    code: 2,
    stderr: [/^planlint: only one format can go to one place, not json and tap; .*--format tap:FILE\./u],
  },
  'two formats for one file': {
    args: ['--format', 'json:x.out', '--format', 'tap:x.out'],
    code: 2,
    stderr: ['planlint: 两处都要用 x.out 这个文件，请给其中一处换个文件名。'],
  },
  'two formats for one file by two names': {
    args: ['--format', 'json:x.out', '--format', 'tap:./y/../x.out', '--locale', 'en'],
    code: 2,
    stderr: ['planlint: ./y/../x.out is named for two purposes; name another file for one of them.'],
  },
  'a baseline that a report would go to': {
    args: ['--baseline', 'b.json', '--format', 'json:b.json'],
    files: { [plan]: sound, 'b.json': '{ "schemaVersion": 1, "plans": {} }' },
    code: 2,
    stderr: ['planlint: 两处都要用 b.json 这个文件，请给其中一处换个文件名。'],
  },
  'a configuration that a report would go to': {
    args: ['--config', 'c.json', '--output', 'c.json', plan],
    files: { [plan]: sound, 'c.json': '{}' },
    code: 2,
    stderr: [/^planlint: 两处都要用 c\.json 这个文件/u],
  },
  'a configuration that was found and a report would go to': {
    args: ['--format', 'json', '--output', 'planlint.json'],
    files: { [plan]: sound, 'planlint.json': '{}' },
    code: 2,
    stderr: [/^planlint: planlint\.json：这个文件正要读取/u],
  },
  'a plan that a report would go to': {
    args: ['--format', 'json', '--output', plan, `./${plan}`],
    files: { [plan]: sound },
    code: 2,
    stderr: ['planlint: 2026.plan：这个文件正要读取，不能把结果写在上面，请换个文件名。'],
  },
  'a plan in a folder that a report would go to': {
    args: ['--format', `json:a/${plan}`],
    files: { [`a/${plan}`]: sound },
    code: 2,
    stderr: [/^planlint: a\/2026\.plan：这个文件正要读取/u],
  },
  'a plan that the cache would go to': {
    args: ['--cache-location', plan, plan],
    files: { [plan]: sound },
    code: 2,
    stderr: [/^planlint: 2026\.plan：这个文件正要读取/u],
  },
  'a plan that an export would go to': {
    args: ['export', plan, '--output', plan],
    files: { [plan]: sound },
    code: 2,
    stderr: [/^planlint: 2026\.plan：这个文件正要读取/u],
  },
  'a plan that its settings would go to': {
    args: ['--print-config', plan, '--output', plan],
    files: { [plan]: sound },
    code: 2,
    stderr: [/^planlint: 2026\.plan：这个文件正要读取/u],
  },
  'a unit directory that a report would go to': {
    args: [plan, '--format', 'json:名录.units.plan'],
    files: { [plan]: sound, '名录.units.plan': directory },
    code: 2,
    stderr: ['planlint: 名录.units.plan：这个文件正要读取，不能把结果写在上面，请换个文件名。'],
  },
  'a unit directory that a patch would go to': {
    args: ['--diff', plan, '--output', '名录.units.plan'],
    files: { [plan]: messy, '名录.units.plan': directory },
    code: 2,
    stderr: [/^planlint: 名录\.units\.plan：这个文件正要读取/u],
  },
  'a configured unit directory that a list of units would go to': {
    args: ['units', plan, '--output', 'x/科室.txt'],
    files: { [plan]: sound, 'x/科室.txt': directory, 'planlint.json': '{ "directories": ["x/科室.txt"] }' },
    code: 2,
    stderr: [/^planlint: x\/科室\.txt：这个文件正要读取/u],
  },
  'an ignore file that a report would go to': {
    args: ['--output', '.planlintignore'],
    files: { [plan]: sound, '.planlintignore': 'x.plan\n' },
    code: 2,
    stderr: [/^planlint: \.planlintignore：这个文件正要读取/u],
  },
  'an ignore file that is read for the directories alone': {
    args: [plan, '--output', 'x/.gitignore'],
    files: { [plan]: sound, 'x/.gitignore': '*.tmp\n', 'x/b.plan': sound },
    code: 2,
    stderr: [/^planlint: x\/\.gitignore：这个文件正要读取/u],
  },
  'a text that is no plan, written anew': {
    args: ['--output', 'report.txt', '.'],
    files: { [plan]: sound, 'report.txt': '旧的\n' },
    code: 0,
    changed: { 'report.txt': '已检查 1 份计划，2 项任务：没有发现问题。\n' },
  },
  'a file for no format': {
    args: ['--format', 'json:x.json', '--output', 'y.json'],
    code: 2,
    stderr: [/^planlint: 每种格式都写明了文件，--output 没有内容可写，请去掉。/u],
  },
  'a format without its file': {
    args: ['--format', 'sarif:'],
    code: 2,
    stderr: [/^planlint: --format sarif: 后面缺少 FILE。/u],
  },
  'the language of a country': {
    args: ['rules', 'near-term', '--locale', 'en_US'],
    code: 2,
    stderr: [/^planlint: the command rules takes no /u],
  },
  'an unknown language': { args: ['--locale', 'fr'], code: 2, stderr: [/^planlint: --locale 不能是“fr”，/u] },
  'a missing value': {
    args: ['--output', '--quiet'],
    code: 2,
    stderr: [/^planlint: --output 后面缺少 FILE。/u],
  },
  'a needless value': { args: ['--quiet=yes'], code: 2, stderr: [/^planlint: --quiet 是开关/u] },
  'a number that is none': {
    args: ['--max-warnings', '-1'],
    code: 2,
    stderr: [/^planlint: --max-warnings 应为非负整数/u],
  },
  'a name for standard input that is not read': {
    args: ['--stdin-filename', 'x.plan', 'y.plan'],
    code: 2,
    stderr: [/^planlint: --stdin-filename 只在读标准输入时有用/u],
  },
};
