import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const plan = readFileSync(new URL('../fixtures/plans/own-lines.plan', import.meta.url), 'utf8');

const SETTINGS = '.vscode/settings.json';

let vscode: Workbench;
beforeAll(async () => {
  vscode = await openWorkbench({
    '重点任务.plan': plan,
    'planlint.json': '{\n  // 试\n  "rulez": {}\n}\n',
    [SETTINGS]: '{ "planlint.focusMode": false }',
  });
});
afterAll(async () => {
  await vscode?.close();
});

describe('what the extension brings along', () => {
  it('selects a name by double click', async () => {
    await vscode.openFile('重点任务.plan');
    const name = vscode.piece('责任单位：党办、活动中心', '党办');
    // Lenses that come meanwhile move the words away from below the pointer.
    await expect
      .poll(
        async () => {
          await name.dblclick();
          return vscode.page.locator('[id="status.editor.selection"]').textContent();
        },
        { interval: 500 },
      )
      .toMatch(/\(2 selected\)/u);
  });

  it('goes on numbering at Enter, closes pairs, and expands snippets', async () => {
    const { page } = vscode;
    await vscode.run('Work Plan: New Work Plan');
    await expect.poll(() => vscode.lines.filter({ hasText: '一、重点工作' }).count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type('1.建好图书馆。');
    await page.keyboard.press('Enter');
    await expect.poll(() => vscode.lines.allTextContents()).toEqual(['1.建好图书馆。', '2.']);
    await page.keyboard.type('扩建食堂（');
    await expect.poll(() => vscode.lines.allTextContents()).toEqual(['1.建好图书馆。', '2.扩建食堂（）']);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText('任务行');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget .monaco-list-row', { hasText: '任务行' }).first().click();
    await expect.poll(() => vscode.lines.filter({ hasText: '责任单位：单位' }).count()).toBe(1);
    await vscode.picture('snippet');
    await page.keyboard.press('Escape');
    await vscode.run('View: Revert and Close Editor');
  });

  it('switches focus mode where it is set', async () => {
    await vscode.openFile('重点任务.plan');
    await vscode.run('Work Plan: Toggle Focus Mode');
    await vscode.page.locator('.statusbar-item', { hasText: 'Focus mode is on' }).waitFor();
    const set = readFileSync(join(vscode.server.workspace, SETTINGS), 'utf8');
    expect(JSON.parse(set)).toEqual({ 'planlint.focusMode': true });
  });

  it('leaves numbers to the person where the settings say so', async () => {
    const { page } = vscode;
    await vscode.run('Work Plan: New Work Plan');
    await expect.poll(() => vscode.lines.filter({ hasText: '一、重点工作' }).count()).toBe(1);
    await page.keyboard.press('Escape');
    const typed = async () => {
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await page.keyboard.type('1.建好图书馆。');
      await page.keyboard.press('Enter');
      await page.keyboard.type('扩建食堂。');
      return await vscode.lines.allTextContents();
    };
    const set = (continueNumbering: boolean) =>
      writeFileSync(
        join(vscode.server.workspace, SETTINGS),
        JSON.stringify({ 'planlint.format.continueNumbering': continueNumbering }),
      );
    set(false);
    await expect.poll(typed).toEqual(['1.建好图书馆。', '扩建食堂。']);
    set(true);
    await expect.poll(typed).toEqual(['1.建好图书馆。', '2.扩建食堂。']);
    await vscode.run('View: Revert and Close Editor');
  });

  it('explains the keys of planlint.json and marks unknown ones', async () => {
    await vscode.openFile('planlint.json');
    await expect
      .poll(() => vscode.page.locator('[id="status.editor.mode"]').textContent())
      .toMatch(/with Comments/u);
    await vscode.page.locator('.squiggly-warning').first().waitFor();
    await vscode.picture('planlint-json');
  });

  it('has a side bar of four views that say what they are for', async () => {
    await vscode.showSideBar();
    for (const name of ['Units', 'Leaders', 'Deadlines', 'Problems']) {
      await vscode.page.locator('.sidebar .pane-header', { hasText: name }).first().waitFor();
    }
    await vscode.page.locator('.sidebar .welcome-view-content', { hasText: 'No units yet' }).waitFor();
    await vscode.picture('side-bar');
  });

  it.each(['light', 'dark'] as const)('walks through six steps, in a %s theme', async (theme) => {
    await vscode.use(theme);
    await vscode.run('Work Plan: Open the Walkthrough');
    const steps = vscode.page.locator('.getting-started-step');
    await expect.poll(() => steps.count()).toBe(6);
    const page = vscode.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await page.locator('h2', { hasText: 'Plans stay plain text' }).waitFor();
    await expect.poll(() => widthOf(page.locator('img'))).toBeGreaterThan(100);
    await vscode.picture(`walkthrough-${theme}`);
    await vscode.run('View: Close All Editors');
  });

  it('lists its settings in five sections', async () => {
    await vscode.run('Work Plan: Open Settings');
    for (const title of [
      ...['Checks', 'Labels, Words and Form', 'Editor Display', 'Directories and Files'],
      'Language and Troubleshooting',
    ]) {
      await vscode.page.locator('.settings-toc-container', { hasText: title }).waitFor();
    }
    await vscode.picture('settings');
  });
});

/** The width of the picture itself; 0 where it could not be loaded. */
function widthOf(image: Locator): Promise<number> {
  return image.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth);
}
