/** What the command line says about the rules themselves. */
export interface CatalogueWords {
  readonly noOperand: (command: string, operand: string) => string;
  readonly noRuleHere: (operand: string) => string;
  readonly whichRule: string;
  readonly severity: string;
  readonly off: string;
  readonly authority: string;
  readonly fix: string;
  readonly fixes: Readonly<Record<'safe' | 'unsafe' | 'stub' | 'none', string>>;
  readonly wrong: string;
  readonly right: string;
  readonly byDirectory: string;
  readonly switchOff: string;
  readonly inConfiguration: string;
  readonly inText: string;
  readonly counted: (count: number) => string;
  /** What stands in place of paths. */
  readonly takes: Readonly<
    Record<'rule' | 'shell' | 'nothing', { readonly call: string; readonly about: string }>
  >;
  readonly summary: Readonly<Record<'rules' | 'explain', string>>;
  readonly details: Readonly<Record<'rules' | 'explain', string>>;
}

export const catalogueZh: CatalogueWords = {
  noOperand: (command, operand) => `${command} 命令不带“${operand}”，请去掉。`,
  noRuleHere: (operand) => `rules 命令不带“${operand}”，要看一条规则请用 planlint explain ${operand}。`,
  whichRule: '请写明规则，如 planlint explain missing-lead；全部规则见 planlint rules。',
  severity: '默认级别',
  off: '关闭',
  authority: '依据',
  fix: '修正',
  fixes: {
    safe: '--fix 自动修正，不改字句',
    unsafe: '可修正，但会改动字句，需确认（--unsafe-fixes）',
    stub: '插入待填的空位，由人填写',
    none: '由人修改',
  },
  wrong: '错：',
  right: '对：',
  byDirectory: '名录：',
  switchOff: '如何关闭',
  inConfiguration: '在 planlint.json 中：',
  inText: '在上一行写注释，只对下一行有效：',
  counted: (count) => `共 ${count} 条规则；单看一条：planlint explain 规则。`,
  takes: {
    rule: { call: '规则…', about: '规则：规则的编号，全部编号见 planlint rules' },
    shell: { call: 'SHELL', about: 'SHELL：bash、zsh、fish 或 powershell' },
    nothing: { call: '', about: '不带路径' },
  },
  summary: {
    rules: '列出全部规则：编号、级别、要求',
    explain: '说明一条规则：要求、理由、依据、例子、如何关闭',
  },
  details: {
    rules: '列出全部规则。',
    explain: '说明一条规则：要求什么，为什么，依据何在，对错各举一例，以及如何关闭。',
  },
};

export const catalogueEn: CatalogueWords = {
  noOperand: (command, operand) => `the command ${command} takes no "${operand}"; leave it out.`,
  noRuleHere: (operand) =>
    `the command rules takes no "${operand}"; for one rule use planlint explain ${operand}.`,
  whichRule: 'name a rule, as in planlint explain missing-lead; planlint rules lists them.',
  severity: 'Default',
  off: 'off',
  authority: 'Authority',
  fix: 'Fix',
  fixes: {
    safe: '--fix mends it; no wording changes',
    unsafe: 'offered, but it changes wording (--unsafe-fixes)',
    stub: 'inserts a place to fill in',
    none: 'left to a person',
  },
  wrong: 'Wrong:',
  right: 'Right:',
  byDirectory: 'With the directory:',
  switchOff: 'How to switch it off',
  inConfiguration: 'In planlint.json:',
  inText: 'For one line, in a comment above it:',
  counted: (count) => `${count} rules; for one of them: planlint explain RULE.`,
  takes: {
    rule: { call: 'RULE...', about: 'RULE: the id of a rule; planlint rules lists them' },
    shell: { call: 'SHELL', about: 'SHELL: bash, zsh, fish or powershell' },
    nothing: { call: '', about: 'no paths' },
  },
  summary: {
    rules: 'list all rules with id, severity and what they want',
    explain: 'explain a rule: what, why, authority, examples, how to switch it off',
  },
  details: {
    rules: 'Lists all rules.',
    explain:
      'Explains a rule: what it wants and why, what it rests on, an example of wrong and right, and how to switch it off.',
  },
};
