import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const PLAN = '2026年工作要点.txt';

let vscode: Workbench;
beforeAll(async () => {
  vscode = await openWorkbench(
    {
      [PLAN]: `云岭县教育局2026年工作要点
一、重点工作
1.建好县图书馆分馆。选好馆址。（牵头领导：陆遥；责任单位：基建科；完成时限：2026年8月底前）
2.办好中小学运动会。做好场地准备。（牵头领导：顾远山；责任单位：体卫科；完成时限：2026年10月底前）
3.开展教师全员培训。分学科组织。
4.建设平安校园。每月排查一次。（牵头领导：陆遥；责任单位：安全科；完成时限：2026年12月底前）
`,
    },
    // What the server says about closed plans would hide what a task lists.
    { 'planlint.diagnosticScope': 'openDocuments' },
    'zh-cn',
  );
});
afterAll(async () => {
  await vscode?.close();
});

describe('the extension in Chinese', () => {
  it('warns in Chinese', async () => {
    await vscode.openFile(PLAN);
    await vscode.page.locator('.squiggly-warning').first().waitFor();
    await vscode.run('View: Toggle Problems');
    const problem = vscode.page.locator('.markers-panel .monaco-list-row', { hasText: '未注明牵头领导' });
    await problem.first().waitFor();
    await vscode.picture('zh-plan');
    await vscode.run('View: Hide Panel');
  });

  it.each(['light', 'dark'] as const)('names its views and what they list, in a %s theme', async (theme) => {
    await vscode.use(theme);
    await vscode.openFile(PLAN);
    await vscode.showSideBar();
    for (const name of ['单位', '领导', '时限', '问题']) {
      await vscode.page.locator('.sidebar .pane-header', { hasText: name }).first().waitFor();
    }
    for (const text of ['2026年8月', '未注明时限', 'missing-lead']) await vscode.row(text).waitFor();
    await vscode.picture(`zh-side-bar-${theme}`);
  });

  it('offers its commands by their Chinese names', async () => {
    await vscode.openFile(PLAN);
    await vscode.run('工作计划: 在侧边查看责任分解表');
    const page = vscode.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await page.locator('#table tr[data-row]').first().waitFor();
    await page.locator('th', { hasText: '责任单位' }).first().waitFor();
    await vscode.picture('zh-table');
    await vscode.run('View: Close All Editors');
  });

  it('offers the missing field in Chinese', async () => {
    await vscode.openFile(PLAN);
    await vscode.piece('开展教师全员培训', '开展教师全员培训').click();
    await vscode.page.keyboard.press('Control+.');
    const actions = vscode.page.locator('.action-widget .monaco-list-row');
    await actions.filter({ hasText: '补上' }).first().waitFor();
    await vscode.picture('zh-quick-fix');
    await vscode.page.keyboard.press('Escape');
  });

  it('counts tasks and gaps in the status bar', async () => {
    await vscode.openFile(PLAN);
    await vscode.page.locator('[id="status.languageStatus"]').hover();
    const items = vscode.page.locator('.hover-language-status');
    for (const text of ['4项任务', '1项未注明责任', '尚无责任单位名录']) {
      await items.filter({ hasText: text }).first().waitFor();
    }
    await vscode.picture('zh-status');
    await vscode.page.keyboard.press('Escape');
  });

  it('walks through its steps in Chinese', async () => {
    await vscode.run('工作计划: 打开使用引导');
    const steps = vscode.page.locator('.getting-started-step');
    await expect.poll(() => steps.count()).toBe(6);
    await steps.filter({ hasText: '打开自己的计划' }).first().waitFor();
    const page = vscode.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await page.locator('h2').first().waitFor();
    await vscode.picture('zh-walkthrough');
    await vscode.run('View: Close All Editors');
  });

  it('explains its settings in Chinese', async () => {
    await vscode.run('工作计划: 打开设置');
    await vscode.page.locator('.settings-editor', { hasText: '何时要求每项任务写明' }).first().waitFor();
    await vscode.picture('zh-settings');
    await vscode.run('View: Close All Editors');
  });

  it('holds back in focus mode what is found on the line that is typed', async () => {
    await vscode.openFile(PLAN);
    const marks = vscode.page.locator('.squiggly-warning');
    await marks.first().waitFor();
    await vscode.run('工作计划: 切换专注模式');
    await vscode.page.locator('.statusbar-item', { hasText: '专注模式已开启' }).waitFor();
    await vscode.goTo(5);
    await vscode.page.keyboard.press('End');
    await vscode.page.keyboard.type('年底');
    await expect.poll(() => marks.count()).toBe(0);
    await vscode.picture('zh-focus');
    await vscode.page.keyboard.press('ArrowUp');
    await marks.first().waitFor();
    await vscode.run('工作计划: 切换专注模式');
    await vscode.run('View: Revert and Close Editor');
  });

  it('checks all plans as a task, and lists what that prints', async () => {
    await vscode.openFile(PLAN);
    await vscode.page.locator('.squiggly-warning').first().waitFor();
    await vscode.run('View: Close All Editors');
    const problems = vscode.page.locator('[id="status.problems"]');
    await expect.poll(() => problems.textContent()).toMatch(/^\D*0\D*0\D*$/u);
    await vscode.run('Tasks: Run Test Task');
    await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: '检查全部计划' }).click();
    const terminal = vscode.page.locator('.xterm-rows', { hasText: '[missing-lead]' });
    await terminal.filter({ hasText: /reused\s+by\s+tasks/u }).waitFor();
    await vscode.picture('zh-task');
    await vscode.run('View: Toggle Problems');
    const problem = vscode.page.locator('.markers-panel .monaco-list-row', { hasText: '未注明牵头领导' });
    await problem.first().waitFor();
    await expect.poll(() => problem.count()).toBe(1);
  });
});
