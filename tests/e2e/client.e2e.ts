import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const PLAN = '2026年工作要点.txt';
const OTHER = '2026年重点任务.plan';
const DIRECTORY = '责任单位名录.units.plan';
const ODD = '达标率100%.plan';

const plan = `云岭县教育局2026年工作要点
一、重点工作
1.建好县图书馆分馆。选好馆址，配齐图书。（牵头领导：顾远山；责任单位：基建科；完成时限：2026年8月底前）
2.办好中小学运动会。做好场地和安全准备。（牵头领导：顾远山；责任单位：体卫科、基建科；完成时限：2026年10月底前）
3.修订财务管理制度。广泛听取学校意见。（牵头领导：沈岚；责任单位：计财科；完成时限：2026年12月）
4.开展教师全员培训。分学科组织，注重实效。
二、民生实事
5.改造乡村学校食堂。更新设备，明厨亮灶。（牵头领导：沈岚；责任单位：计财科；完成时限：长期坚持）
`;
const other = `云岭县2026年教育重点任务
一、项目建设
1.新建两所幼儿园。（责任单位：基建科；完成时限：2026年11月底前）
`;
const directory = `云岭县教育局责任单位名录
一、局领导
1. 顾远山（职务：党组书记、局长）
2. 沈岚（职务：副局长）
二、机关科室
1. 基建科（负责人：方舟）
2. 体卫科（负责人：陆遥）
3. 计财科（负责人：程默）
`;

let vscode: Workbench;
beforeAll(async () => {
  vscode = await openWorkbench({ [PLAN]: plan, [OTHER]: other, [DIRECTORY]: directory, [ODD]: other });
});
afterAll(async () => {
  await vscode?.close();
});

describe('a plan in the editor', () => {
  it('shows an outline, and warns in the line of the task that lacks something', async () => {
    await vscode.openFile(PLAN);
    await vscode.page.locator('.squiggly-warning').first().waitFor();
    await vscode.run('View: Toggle Problems');
    const problems = vscode.page.locator('.markers-panel .monaco-list-row');
    await problems
      .filter({ hasText: /missing-lead/u })
      .first()
      .waitFor();
    await vscode.picture('client-problems');
    await problems
      .filter({ hasText: /missing-deadline/u })
      .first()
      .waitFor();
    await vscode.run('View: Toggle Problems');
    await vscode.run('Explorer: Focus on Outline View');
    await vscode.page.locator('.outline-pane .monaco-list-row', { hasText: '重点工作' }).first().waitFor();
    await vscode.picture('client-outline');
  });

  it('leads from a unit to its entry in the directory', async () => {
    await vscode.openFile(PLAN);
    await vscode.piece('体卫科', '体卫科').click();
    await vscode.page.keyboard.press('F12');
    await vscode.page.locator(`.tab.active[data-resource-name="${DIRECTORY}"]`).waitFor();
    await expect.poll(vscode.cursorLine).toBe(7);
  });

  it('leads from a lens to what it counts', async () => {
    await vscode.openFile(PLAN);
    await vscode.page.locator('.codelens-decoration a', { hasText: '1 without an owner' }).click();
    await vscode.page
      .locator('.peekview-widget .ref-tree .monaco-list-row', { hasText: '开展教师全员培训' })
      .first()
      .waitFor();
    await vscode.picture('client-lens');
    await vscode.page.keyboard.press('Escape');
    await vscode.page.locator('.peekview-widget').waitFor({ state: 'detached' });
  });

  it('opens the directory that is there instead of beginning another', async () => {
    await vscode.openFile(PLAN);
    await vscode.run('Work Plan: Create a Unit Directory From the Plans');
    await vscode.page.locator(`.tab.active[data-resource-name="${DIRECTORY}"]`).waitFor();
    expect(await vscode.page.locator('.tab.dirty').count()).toBe(0);
  });

  it('renames a unit in every file', async () => {
    await vscode.openFile(PLAN);
    await vscode.piece('建好县图书馆', '基建科').click();
    await vscode.page.keyboard.press('F2');
    const box = vscode.page.locator('.rename-box input').first();
    await box.waitFor();
    await box.fill('基础建设科');
    await box.press('Enter');
    await expect.poll(() => vscode.lines.filter({ hasText: '基础建设科' }).count()).toBe(2);
    await vscode.run('File: Save All Files');
    const saved = (name: string) => readFileSync(join(vscode.server.workspace, name), 'utf8');
    await expect.poll(() => saved(OTHER)).toContain('责任单位：基础建设科');
    await expect.poll(() => saved(DIRECTORY)).toContain('1. 基础建设科');
    expect(saved(PLAN)).not.toContain('基建科');
  });

  it('offers units where one is to be named', async () => {
    await vscode.openFile(PLAN);
    await vscode.piece('修订财务管理制度', '计财科').click();
    await vscode.page.keyboard.press('End');
    await vscode.run('Work Plan: Go to the Next Task That Lacks Something');
    await expect.poll(vscode.cursorLine).toBe(6);
    await vscode.run('Work Plan: Add the Missing Fields of This Task');
    await vscode.lines
      .filter({ hasText: /责任单位：；完成时限：/u })
      .first()
      .waitFor();
    await vscode.page.keyboard.press('Control+Space');
    await vscode.page.locator('.suggest-widget .monaco-list-row', { hasText: '体卫科' }).first().waitFor();
    await vscode.picture('client-completion');
    await vscode.page.keyboard.press('Escape');
    await vscode.page.keyboard.press('Escape');
    await vscode.run('File: Revert File');
  });

  it('adds a missing field by a quick fix', async () => {
    await vscode.openFile(PLAN);
    await vscode.piece('开展教师全员培训', '开展教师全员培训').click();
    await vscode.page.keyboard.press('Control+.');
    const fix = vscode.page.locator('.action-widget .monaco-list-row', { hasText: '完成时限' }).first();
    await fix.waitFor();
    await vscode.picture('client-quick-fix');
    await vscode.page.keyboard.press('Enter');
    await vscode.lines
      .filter({ hasText: /完成时限：）/u })
      .first()
      .waitFor();
    await vscode.page.keyboard.press('Escape');
    await vscode.run('File: Revert File');
  });

  it('moves a task, numbers left in order', async () => {
    await vscode.openFile(PLAN);
    await vscode.piece('建好县图书馆', '建好县图书馆').click();
    await vscode.run('Work Plan: Move Task Down');
    await vscode.lines.filter({ hasText: '2.建好县图书馆分馆' }).first().waitFor();
    await vscode.lines.filter({ hasText: '1.办好中小学运动会' }).first().waitFor();
    await vscode.run('Work Plan: Move Task Up');
    await vscode.lines.filter({ hasText: '1.建好县图书馆分馆' }).first().waitFor();
  });

  it('begins a task below, and counts on', async () => {
    await vscode.openFile(PLAN);
    await vscode.piece('修订财务管理制度', '修订财务管理制度').click();
    await vscode.run('Work Plan: Insert a Task Below');
    await expect.poll(vscode.cursorLine).toBe(6);
    await vscode.picture('client-insert');
    await vscode.page.keyboard.type('新的任务');
    await vscode.lines.filter({ hasText: '4.新的任务' }).first().waitFor();
    await vscode.lines.filter({ hasText: '5.开展教师全员培训' }).first().waitFor();
    await vscode.run('File: Revert File');
  });

  it('explains a rule', async () => {
    await vscode.openFile(PLAN);
    await vscode.page.keyboard.press('F1');
    await vscode.page.locator('.quick-input-widget input[type="text"]').fill('>Work Plan: Explain a Rule');
    await vscode.page.keyboard.press('Enter');
    await vscode.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'missing-lead' })
      .first()
      .click();
    const page = vscode.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await page.locator('h1', { hasText: 'missing-lead' }).waitFor();
    await vscode.picture('client-rule');
    await vscode.run('View: Close Editor');
  });
});

describe('the side bar', () => {
  it.each(['light', 'dark'] as const)(
    'lists units, leaders, deadlines and problems, in a %s theme',
    async (theme) => {
      await vscode.use(theme);
      await vscode.openFile(PLAN);
      await vscode.showSideBar();
      for (const text of ['计财科', '顾远山', '8/2026', 'missing-lead']) await vscode.row(text).waitFor();
      await vscode.picture(`client-side-bar-${theme}`);
    },
  );

  it('jumps to the text', async () => {
    await vscode.openFile(PLAN);
    await vscode.showSideBar();
    const task = '2.办好中小学运动会';
    if (!(await vscode.row(task).isVisible())) {
      await vscode.clickRow('体卫科', () => vscode.row(task).isVisible());
    }
    await vscode.clickRow(task, async () => (await vscode.cursorLine()) === 4);
  });
});

describe('the preview', () => {
  it.each(['light', 'dark'] as const)('shows the table and the timeline, in a %s theme', async (theme) => {
    await vscode.use(theme);
    await vscode.openFile(PLAN);
    await vscode.run('Work Plan: Open the Responsibility Table to the Side');
    const page = vscode.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await page.locator('#table tr[data-row]').first().waitFor();
    expect(await page.locator('#table tr[data-row]').count()).toBe(5);
    await vscode.picture(`client-table-${theme}`);
    await page.locator('[data-tab=timeline]').click();
    await page.locator('#timeline .due[data-row]').first().waitFor();
    await vscode.picture(`client-timeline-${theme}`);
    await page.locator('[data-tab=load]').click();
    await page.locator('#load [data-who]').first().waitFor();
    await vscode.picture(`client-load-${theme}`);
    await page.locator('[data-tab=table]').click();
    await page.locator('select[name=group]').selectOption('units');
    await expect.poll(() => page.locator('#table .band').first().textContent()).toMatch(/ \(\d\)$/u);
    await vscode.picture(`client-units-${theme}`);
    await page.locator('select[name=group]').selectOption('');
    await page.locator('input[type=search]').fill('没有这样的任务');
    await page.locator('.none').waitFor();
    await page.locator('input[type=search]').fill('');
    await page.locator('#table tr[data-row]', { hasText: '食堂' }).click();
    await expect.poll(vscode.cursorLine).toBe(8);
    await vscode.run('View: Close Editors in Other Groups');
  });

  it('opens where files are listed, whatever their names, and prints by a page that the browser saves', async () => {
    await vscode.run('View: Show Explorer');
    const file = vscode.page.locator('.explorer-folders-view .monaco-list-row', { hasText: ODD });
    await file.click({ button: 'right' });
    const entry = vscode.page.locator('.monaco-menu .action-item', {
      hasText: 'Open the Responsibility Table',
    });
    // By the keyboard: a menu that has just been opened takes no click.
    await entry.first().hover();
    await vscode.page.keyboard.press('Enter');
    await vscode.page.locator('.tab.active', { hasText: `Responsibility table: ${ODD}` }).waitFor();
    const page = vscode.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await page.locator('#table tr[data-row]').first().waitFor();
    const saved = vscode.page.waitForEvent('download');
    await page.locator('[data-do=print]').click();
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(/云岭县2026年教育重点任务\.html$/u);
    const printed = readFileSync(await download.path(), 'utf8');
    expect(printed).toContain('新建两所幼儿园');
    expect(printed).toContain('window.print();');
    expect(printed).toContain("default-src 'none'");
    await vscode.page.locator('.statusbar-item', { hasText: 'The browser saves the table' }).waitFor();
    await vscode.picture('client-print');
    await vscode.run('View: Close All Editors');
  });

  it('ends with a plan that was never saved', async () => {
    await vscode.run('Work Plan: New Work Plan');
    await expect.poll(() => vscode.lines.filter({ hasText: '一、重点工作' }).count()).toBe(1);
    await vscode.page.keyboard.press('Escape');
    await vscode.run('Work Plan: Open the Responsibility Table to the Side');
    const page = vscode.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await page.locator('#table tr[data-row]').first().waitFor();
    await vscode.run('View: Revert and Close Editor');
    await expect.poll(() => vscode.page.locator('.tab').count()).toBe(0);
  });
});

describe('the command line', () => {
  it('checks as a task, without listing twice what the server lists', async () => {
    await vscode.run('View: Close All Editors');
    await vscode.run('Tasks: Run Test Task');
    await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Check all plans' }).click();
    const terminal = vscode.page.locator('.xterm-rows', { hasText: '[missing-lead]' });
    await terminal.filter({ hasText: /reused\s+by\s+tasks/u }).waitFor();
    await vscode.run('View: Toggle Problems');
    const problem = vscode.page.locator('.markers-panel .monaco-list-row', { hasText: 'missing-lead' });
    await expect.poll(() => problem.count()).toBe(1);
    await vscode.picture('client-task');
    await vscode.run('View: Hide Panel');
  });
});

describe('the server', () => {
  it('is started again when it is killed', async () => {
    await vscode.openFile(PLAN);
    const before = serverPids();
    expect(before.length).toBeGreaterThan(0);
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await expect.poll(() => serverPids().filter((pid) => !before.includes(pid)).length).toBeGreaterThan(0);
    await vscode.openFile(OTHER);
    await vscode.openFile(PLAN);
    await vscode.page.locator('.squiggly-warning').first().waitFor();
  });
});

/** Language servers of this VS Code, by the home that its processes have. */
function serverPids(): readonly number[] {
  const home = join(vscode.server.workspace, '..');
  return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(home) && line.includes('dist/server.cjs'))
    .map((line) => Number.parseInt(line, 10));
}
