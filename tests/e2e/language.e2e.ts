import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, styleOf, type Workbench } from './harness/workbench.ts';

const sample = (name: string) =>
  readFileSync(new URL(`../fixtures/plans/${name}.plan`, import.meta.url), 'utf8');

const PLAN = '2026年工作要点.txt';

let vscode: Workbench;
beforeAll(async () => {
  vscode = await openWorkbench({
    [PLAN]: sample('brackets'),
    '国务院式.plan': sample('state-council'),
    '责任单位名录.units.plan': sample('county.units'),
    '读书笔记.txt': '这个月读了两本书：\n1.一本小说。\n2.一本诗集。\n',
    '读书笔记.rst': sample('brackets'),
  });
});
afterAll(async () => {
  await vscode?.close();
});

describe('a sample plan in VS Code', () => {
  it('is taken for a work plan by its name', async () => {
    await vscode.openFile(PLAN);
    await expect.poll(() => language()).toMatch(/Work Plan|工作计划/u);
    await vscode.openFile('读书笔记.txt');
    await expect.poll(() => language()).toBe('Plain Text');
  });

  it('activates the extension, and says how long that took', async () => {
    await vscode.openFile(PLAN);
    await vscode.run('Work Plan: Show the Log');
    const log = vscode.page.locator('.part.panel .view-line', { hasText: 'Planlint started in' });
    await log.first().waitFor();
    const said = (await log.first().textContent()) ?? '';
    const milliseconds = Number(/in\s(?<ms>\d+)\sms/u.exec(said)?.groups?.ms);
    expect(milliseconds).toBeGreaterThan(0);
    console.log(`activation: ${milliseconds} ms of our own (meant to stay within 100)`);
    await vscode.run('View: Hide Panel');
  });

  it('has the colours of the grammar', async () => {
    await vscode.openFile(PLAN);
    const plain = await styleOf(vscode.piece('强化思想政治引领', '把学习党的二十届'), 'color');
    for (const [line, words] of [
      ['把牢正确办学方向', '把牢正确办学方向'],
      ['强化思想政治引领', '1'],
      ['强化思想政治引领', '强化思想政治引领'],
    ] as const) {
      await expect.poll(() => styleOf(vscode.piece(line, words), 'color')).not.toBe(plain);
    }
  });

  it('wraps lines and draws no boxes round Chinese punctuation', async () => {
    // The same text as reStructuredText shows what VS Code does without the defaults of the language.
    const boxes = vscode.page.locator('.editor-instance .unicode-highlight');
    await vscode.openFile('读书笔记.rst');
    await expect.poll(() => boxes.count()).toBeGreaterThan(10);
    await vscode.openFile(PLAN);
    await vscode.page.waitForTimeout(3000);
    expect(await vscode.lines.count()).toBeGreaterThan(20);
    expect(await boxes.count()).toBe(0);
    // No line is cut at the right edge: the longest paragraphs take several.
    const numbers = await vscode.page.locator('.editor-instance .margin .line-numbers').count();
    expect(await vscode.lines.count()).toBeGreaterThan(numbers);
  });

  it.each(['light', 'dark'] as const)('looks right in a %s theme', async (theme) => {
    await vscode.use(theme);
    for (const [file, name] of [
      [PLAN, 'brackets'],
      ['国务院式.plan', 'state-council'],
      ['责任单位名录.units.plan', 'directory'],
    ] as const) {
      await vscode.openFile(file);
      await vscode.page.waitForTimeout(600);
      await vscode.picture(`${name}-${theme}`);
    }
  });
});

function language(): Promise<string> {
  return vscode.page
    .locator('[id="status.editor.mode"]')
    .textContent()
    .then((text) => text?.trim() ?? '');
}
