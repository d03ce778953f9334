import type { InputOptionName } from '../input/options.ts';

/** What the command line says about which files are read, how they are configured, and how they are mended. */
export interface InputWords {
  /** Why a file is read or not; `by` is the line that says so. */
  readonly why: Readonly<
    Record<
      | 'named'
      | 'stdin'
      | 'name'
      | 'content'
      | 'files'
      | 'noPlan'
      | 'tooLarge'
      | 'hidden'
      | 'packages'
      | 'ignored',
      (by: string) => string
    >
  >;
  /** A value that nobody set. */
  readonly usual: string;
  readonly noConfiguration: string;
  readonly refused: Readonly<
    Record<'inexact' | 'unwritable' | 'changed', (path: string, code: string) => string>
  >;
  readonly noDirectory: (path: string) => string;
  readonly cut: (root: string) => string;
  readonly fixed: (fixes: number, files: number) => string;
  readonly wouldFix: (fixes: number, files: number) => string;
  readonly nothingFixed: string;
  readonly summary: Readonly<Record<'fix', string>>;
  readonly details: Readonly<Record<'fix', string>>;
  readonly option: Readonly<Record<InputOptionName, string>>;
}

export const inputZh: InputWords = {
  why: {
    named: () => '直接写明',
    stdin: () => '标准输入',
    name: () => '名称是计划',
    content: () => '内容是计划',
    files: (by) => `配置 files（${by}）`,
    noPlan: () => '不检查：内容不是计划',
    tooLarge: () => '不检查：大于 4 MB，不会是计划',
    hidden: () => '不检查：名称以点开头，是隐藏的',
    packages: () => '不检查：其中是安装的程序包',
    ignored: (by) => `不检查：${by}`,
  },
  usual: '默认',
  noConfiguration: '没有 planlint.json',
  refused: {
    inexact: (path) => `${path}：改后的文字不能原样写回它的编码，未作改动，请另存为 UTF-8 后重试。`,
    unwritable: (path, code) => `${path}：无法写入（${code}），未作改动，请检查权限和磁盘空间。`,
    changed: (path) => `${path}：检查期间已被别的程序改动，未写入，请重新运行。`,
  },
  noDirectory: (path) => `${path}：planlint.json 的 directories 所指的名录不存在，请检查路径。`,
  cut: (root) => `${root}：文件太多，没有找遍其中的责任单位名录，请在 planlint.json 的 directories 中写明。`,
  fixed: (fixes, files) => `已在 ${files} 个文件中修正 ${fixes} 处。`,
  wouldFix: (fixes, files) => `可在 ${files} 个文件中修正 ${fixes} 处。`,
  nothingFixed: '没有可修正之处。',
  summary: { fix: '修正能可靠修正的问题，列出其余的问题' },
  details: {
    fix: '修正能可靠修正的问题并写回原文件，再列出其余的问题，同 planlint check --fix。只改标点、格式之类不影响原意之处；会改动措辞的，加 --unsafe-fixes。需要由人填写的（如补责任单位）不改。',
  },
  option: {
    config: '只用这个配置文件，其中的通配符相对于当前文件夹',
    'no-config': '不读 planlint.json',
    'print-config': '显示对这个文件有效的设置，以及各来自何处（可加 --format json）',
    'list-files': '列出检查和不检查的文件及原因，不检查（可加 --format json）',
    fix: '修正不影响原意的问题，写回原文件；标准输入的修正结果写到标准输出',
    'unsafe-fixes': '同 --fix，并作会改动措辞的修正',
    diff: '以补丁形式显示 --fix 将作的改动，不写文件',
  },
};

export const inputEn: InputWords = {
  why: {
    named: () => 'named',
    stdin: () => 'standard input',
    name: () => 'a plan by its name',
    content: () => 'a plan by its content',
    files: (by) => `configured as a plan (${by})`,
    noPlan: () => 'left out: no plan by its content',
    tooLarge: () => 'left out: larger than 4 MB, so no plan',
    hidden: () => 'left out: hidden, since its name begins with a dot',
    packages: () => 'left out: installed packages',
    ignored: (by) => `left out: ${by}`,
  },
  usual: 'default',
  noConfiguration: 'no planlint.json',
  refused: {
    inexact: (path) =>
      `${path}: the mended text cannot be written back exactly in the file's encoding; nothing was changed. Save it as UTF-8 and try again.`,
    unwritable: (path, code) =>
      `${path}: cannot be written (${code}); nothing was changed. Check permissions and disk space.`,
    changed: (path) => `${path}: changed by another program meanwhile; nothing was written. Run again.`,
  },
  noDirectory: (path) =>
    `${path}: no such unit directory; planlint.json names it in directories, check the path.`,
  cut: (root) =>
    `${root}: too many files to look for unit directories in all of them; name them in directories in planlint.json.`,
  fixed: (fixes, files) => `Made ${many(fixes, 'fix', 'fixes')} in ${many(files, 'file', 'files')}.`,
  wouldFix: (fixes, files) => `Would make ${many(fixes, 'fix', 'fixes')} in ${many(files, 'file', 'files')}.`,
  nothingFixed: 'Nothing to fix.',
  summary: { fix: 'mend what can be mended for certain, and list the rest' },
  details: {
    fix: 'Mends what can be mended for certain, writes the files back and lists what is left, as planlint check --fix. Only punctuation, form and the like change, never what is said; --unsafe-fixes changes wording, too. What a person has to fill in is left alone.',
  },
  option: {
    config: 'use this configuration alone, its patterns seen from the current folder',
    'no-config': 'read no planlint.json',
    'print-config': 'show what is set for this file and where each value comes from (also as --format json)',
    'list-files': 'list which files would be checked and which not, and why (also as --format json)',
    fix: 'mend what does not change the meaning, in place; of standard input the result goes to standard output',
    'unsafe-fixes': 'as --fix, and make fixes that change wording',
    diff: 'show what --fix would change as a patch, and write nothing',
  },
};

function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
