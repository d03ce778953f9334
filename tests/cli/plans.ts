/** Every task says who and by when; nothing to complain about. */
export const sound = `2026年滨湖区教育工作要点

一、重点任务
1. 新建幼儿园。在城东新建公办园两所，增加学位六百个。（牵头领导：张三；责任科室：学前教育科、基建办；完成时间：2026年9月）
2. 培训园长。组织全区园长集中培训。（牵头领导：李四；责任科室：人事科；完成时间：2026年11月底前）
`;

/** Its second task says nothing, and its first has an impossible date. */
export const faulty = `2026年滨湖区教育工作要点

一、重点任务
1. 新建幼儿园。在城东新建公办园两所。（牵头领导：张三；责任科室：学前教育科；完成时间：2026年2月30日前）
2. 培训园长。组织全区园长集中培训。
`;

/** Its second task lacks everything that the first one states: warnings, no errors. */
export const lacking = faulty.replace('2月30日', '3月30日');

/** In GB18030, which Node can read but not write: 1. 新建幼儿园。（责任科室：人事科） */
export const gb18030 = Uint8Array.from([
  ...[0x31, 0x2e, 0x20, 0xd0, 0xc2, 0xbd, 0xa8, 0xd3, 0xd7, 0xb6, 0xf9, 0xd4, 0xb0, 0xa1, 0xa3],
  ...[0xa3, 0xa8, 0xd4, 0xf0, 0xc8, 0xce, 0xbf, 0xc6, 0xca, 0xd2, 0xa3, 0xba],
  ...[0xc8, 0xcb, 0xca, 0xc2, 0xbf, 0xc6, 0xa3, 0xa9, 0x0a],
]);

/** The same words as `gb18030`. */
export const gb18030Text = '1. 新建幼儿园。（责任科室：人事科）\n';

export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\u{FEFF}${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

/** No plan at all. */
export const letter = '亲爱的小李：\n见字如面。明年的工作计划我已经写好了，请你看看。\n祝好！\n张三\n';

/** How texts that people keep are encoded. */
export const likes = [
  { encoding: 'utf-8', bom: false },
  { encoding: 'utf-8', bom: true },
  { encoding: 'utf-16le', bom: true },
  { encoding: 'utf-16be', bom: true },
  { encoding: 'gb18030', bom: false },
  { encoding: 'gb18030', bom: true },
] as const;
