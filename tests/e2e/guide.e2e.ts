import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const PLAN = '讨论稿.plan';

let vscode: Workbench;
beforeAll(async () => {
  vscode = await openWorkbench(
    {
      [PLAN]:
        '云岭县教育局2026年工作要点\n一、重点工作\n1.建好图书馆。选好馆址。（责任单位：体卫科；完成时限：8月底前）\n2.培训教师。分学科组织。（责任单位：人事科；完成时限：9月底前）\n3.办好运动会。做好准备。\n',
    },
    { 'files.simpleDialog.enable': true },
  );
});
afterAll(async () => {
  await vscode?.close();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await vscode.picture('guide-failed');
});

/** Presses a button of a step of the guide, which is opened at that step if need be. */
async function press(step: string, button: string): Promise<void> {
  const { page } = vscode;
  await vscode.run('Work Plan: Open the Walkthrough');
  const shown = page.locator('.getting-started-step', { hasText: step }).first();
  const wanted = shown.locator('.monaco-button', { hasText: button }).first();
  const open = async () => {
    if (!(await wanted.isVisible())) await shown.click();
    return wanted.isVisible();
  };
  await expect.poll(open, { interval: 1_000 }).toBe(true);
  await wanted.click();
}

describe('the guide', () => {
  it('ends with a plan of one’s own, checked, a gap filled and a directory made from it', async () => {
    const { page } = vscode;
    await press('Open a plan of your own', 'Open a File…');
    await vscode.answer(PLAN);
    await page.locator(`.tab.active[data-resource-name="${PLAN}"]`).waitFor();
    await page.locator('.squiggly-warning').first().waitFor();
    await press('Check your plan', 'Check This Plan');
    await page.locator('.notification-toast', { hasText: 'Problems: ' }).waitFor();
    await vscode.picture('guide-checked');
    await vscode.run('Notifications: Clear All Notifications');
    await press('Fill a gap', 'Go to the Next Gap');
    await page.locator(`.tab.active[data-resource-name="${PLAN}"]`).waitFor();
    await expect.poll(vscode.cursorLine).toBe(5);
    await press('Fill a gap', 'Put In What Is Missing');
    await vscode.lines
      .filter({ hasText: /办好运动会.*责任单位：；完成时限：/u })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await press('Make a directory from it', 'Create a Unit Directory');
    for (const name of ['体卫科', '人事科']) await vscode.lines.filter({ hasText: name }).first().waitFor();
    await page.locator('.tab.active', { hasText: '责任单位名录' }).waitFor();
    await vscode.picture('guide-directory');
  });
});
