import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const PLAN = '2026年工作要点.txt';
const TEXT =
  '云岭县2026年工作要点\n一、重点工作\n1.建好图书馆。（责任单位：体卫科；完成时限：2026年8月底前）\n2.培训教师。\n';

let vscode: Workbench;
beforeAll(async () => {
  vscode = await openWorkbench({ [PLAN]: TEXT }, {});
});
afterAll(async () => {
  await vscode?.close();
});

it('shows the deadlines of all plans by unit, in a bundle that is loaded with the first such request', async () => {
  await vscode.openFile(PLAN);
  await vscode.page.locator('.squiggly-warning').first().waitFor();
  await vscode.run('Work Plan: Show All Deadlines');
  await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: 'By unit' }).click();
  await vscode.page.locator('.tab.active', { hasText: 'Deadlines of all plans' }).waitFor();
  const page = vscode.page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await page.locator('td', { hasText: '建好图书馆' }).first().waitFor();
  expect(await page.locator('h2').allTextContents()).toEqual(['体卫科（1）', '未明确（1）']);
  await vscode.picture('office-agenda');
});
