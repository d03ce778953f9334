/** Whether it is worth a look whether the text that goes by `name` is a unit directory, or has one in an appendix. */
export function mayHoldDirectory(name: string, text: string): boolean {
  return MENTIONED.test(text) || NAMED.test(name);
}

/** What a directory, or an appendix that is one, is headed. */
const MENTIONED = /名\s*[录錄]|机\s*构\s*设\s*置|通\s*[讯訊]\s*[录錄]/u;
const NAMED = /名[录錄]|机构设置|通[讯訊][录錄]|\.units\.plan$/u;
