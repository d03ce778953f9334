import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const PLAN = '2026年工作要点.txt';
const DIRECTORY = '责任单位名录.units.plan';

let vscode: Workbench;
beforeAll(async () => {
  vscode = await openWorkbench(
    {
      [PLAN]:
        '云岭县教育局2026年工作要点\n一、重点工作\n1.建好县图书馆分馆。（责任单位：体卫科；完成时限：2026年8月底前）\n2.开展教师全员培训。分学科组织。\n',
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

  it('shows the table', async () => {
    await vscode.openFile(PLAN);
    await vscode.run('Work Plan: Open the Responsibility Table to the Side');
    const page = vscode.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await page.locator('#table tr[data-row]').first().waitFor();
    expect(await page.locator('#table tr[data-row]').count()).toBe(2);
    await vscode.picture('web-table');
  });
});
