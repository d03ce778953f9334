import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const PLAN = '2026年工作要点.txt';
const OTHER = '2026年重点任务.plan';
const DIRECTORY = '责任单位名录.units.plan';

let vscode: Workbench;
beforeAll(async () => {
  vscode = await openWorkbench(
    {
      [PLAN]:
        '云岭县教育局2026年工作要点\n一、重点工作\n1.建好县图书馆分馆。（责任单位：体卫科；完成时限：2026年8月底前）\n2.开展教师全员培训。分学科组织。\n',
      [OTHER]:
        '云岭县2026年教育重点任务\n一、项目建设\n1.新建两所幼儿园。（责任单位：体卫科；完成时限：2026年11月底前）\n',
      [DIRECTORY]: '云岭县教育局责任单位名录\n一、机关科室\n1. 体卫科（负责人：陆遥）\n',
    },
    // The same package, run by the browser instead of the server beside it.
    { 'remote.extensionKind': { 'planlint.planlint': ['web'] } },
  );
});
afterAll(async () => {
  await vscode?.close();
});

describe('the extension in the browser', () => {
  it('warns, with no process of its own', async () => {
    await vscode.openFile(PLAN);
    await vscode.page.locator('.squiggly-warning').first().waitFor();
    const processes = execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' });
    const ours = processes.split('\n').filter((line) => line.includes(join(vscode.server.workspace, '..')));
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.filter((line) => line.includes('dist/server.cjs'))).toEqual([]);
    await vscode.picture('web-plan');
  });

  it('leads from a unit to a directory that was never opened', async () => {
    await vscode.openFile(PLAN);
    await vscode.piece('建好县图书馆', '体卫科').click();
    await vscode.page.keyboard.press('F12');
    await vscode.page.locator(`.tab.active[data-resource-name="${DIRECTORY}"]`).waitFor();
  });

  it('outlines the plan, and adds a missing field by a quick fix', async () => {
    await vscode.openFile(PLAN);
    await vscode.run('Explorer: Focus on Outline View');
    await vscode.page.locator('.outline-pane .monaco-list-row', { hasText: '重点工作' }).first().waitFor();
    await vscode.piece('开展教师全员培训', '开展教师全员培训').click();
    await vscode.page.keyboard.press('Control+.');
    await vscode.page.locator('.action-widget .monaco-list-row', { hasText: '责任单位' }).first().waitFor();
    await vscode.page.keyboard.press('Escape');
    await vscode.run('Work Plan: Add the Missing Fields of This Task');
    await vscode.lines
      .filter({ hasText: /责任单位：；完成时限：/u })
      .first()
      .waitFor();
  });

  it('offers units where one is to be named', async () => {
    await vscode.page.keyboard.press('Control+Space');
    await vscode.page.locator('.suggest-widget .monaco-list-row', { hasText: '体卫科' }).first().click();
    await vscode.lines
      .filter({ hasText: /责任单位：体卫科；完成时限：）/u })
      .first()
      .waitFor();
    await vscode.page.keyboard.press('Escape');
    await vscode.run('File: Save All Files');
  });

  it('renames a unit in every file', async () => {
    await vscode.openFile(PLAN);
    await vscode.piece('建好县图书馆', '体卫科').click();
    await vscode.page.keyboard.press('F2');
    const box = vscode.page.locator('.rename-box input').first();
    await box.waitFor();
    await box.fill('体育卫生科');
    await box.press('Enter');
    await expect.poll(() => vscode.lines.filter({ hasText: '体育卫生科' }).count()).toBe(2);
    await vscode.run('File: Save All Files');
    const saved = (name: string) => readFileSync(join(vscode.server.workspace, name), 'utf8');
    await expect.poll(() => saved(OTHER)).toContain('责任单位：体育卫生科');
    await expect.poll(() => saved(DIRECTORY)).toContain('1. 体育卫生科');
  });

  it('lists units in the side bar, and jumps to the text', async () => {
    await vscode.showSideBar();
    await vscode.row('体育卫生科').waitFor();
    await vscode.picture('web-side-bar');
    const selection = vscode.page.locator('[id="status.editor.selection"]');
    await vscode.clickRow('建好县图书馆分馆', async () =>
      /^Ln 3,.*selected/u.test((await selection.textContent()) ?? ''),
    );
  });

  it('shows the table', async () => {
    await vscode.openFile(PLAN);
    await vscode.run('Work Plan: Open the Responsibility Table to the Side');
    const page = vscode.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await page.locator('#table tr[data-row]').first().waitFor();
    expect(await page.locator('#table tr[data-row]').count()).toBe(2);
    await vscode.picture('web-table');
  });
});
