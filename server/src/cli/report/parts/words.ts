/** What only reports say. */
export const reportWords = {
  zh: {
    severity: '级别',
    line: '行',
    problem: '问题',
    rule: '规则',
    related: '另见：',
    more: (count: number) => `另有 ${count} 处未列出。`,
    wrong: '错：',
    right: '对：',
    authority: (standard: string) => `依据：${standard}。`,
    silenced: (count: number) => `另有 ${count} 处已在文中注明不作检查。`,
  },
  en: {
    severity: 'Severity',
    line: 'Line',
    problem: 'Problem',
    rule: 'Rule',
    related: 'See also: ',
    more: (count: number) => `${count} more are not listed.`,
    wrong: 'Wrong:',
    right: 'Right:',
    authority: (standard: string) => `According to ${standard}.`,
    silenced: (count: number) => `${count} more ${count === 1 ? 'is' : 'are'} silenced in the text.`,
  },
} as const;
