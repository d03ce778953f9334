import type { BadReason } from '../records/record.ts';

/** What is said of records. */
export const recordsZh = {
  noPath: (path: string) => `--records 从标准输入读取，不能再写路径“${path}”，请去掉。`,
  bad: {
    'too-long': '这一行大于 32 MB，不会是计划。',
    'not-utf-8': '这一行不是 UTF-8 编码。',
    'not-json': '这一行不是一个 JSON 对象。',
    'no-path': '“path”应为非空的字符串。',
    'no-text': '“text”应为字符串。',
    'lone-surrogate': '“path”或“text”中有不成对的代理字符，不是完整的文字。',
    fault: '检查时出现内部错误。',
  } satisfies Readonly<Record<BadReason, string>>,
  at: (count: number, path: string | null, what: string) =>
    `第 ${count} 条记录${path === null ? '' : `（${path}）`}：${what}`,
  sum: (bad: number, all: number) => `${all} 条记录中有 ${bad} 条读不了，各以带 error 的一行代替。`,
};

/** The same in English. */
export const recordsEn: typeof recordsZh = {
  noPath: (path) => `--records reads standard input and takes no path "${path}"; leave it out.`,
  bad: {
    'too-long': 'this line is larger than 32 MB, which no plan is.',
    'not-utf-8': 'this line is not in UTF-8.',
    'not-json': 'this line is no JSON object.',
    'no-path': '"path" must be a string that is not empty.',
    'no-text': '"text" must be a string.',
    'lone-surrogate': '"path" or "text" holds half of a surrogate pair, which is no text.',
    fault: 'an internal fault was met with it.',
  },
  at: (count, path, what) => `record ${count}${path === null ? '' : ` (${path})`}: ${what}`,
  sum: (bad, all) => `${bad} of ${all} records could not be read; a line with "error" stands for each.`,
};
