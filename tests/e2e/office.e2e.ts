import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AlignmentType, Document, LevelFormat, Packer, Paragraph } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const PLAN = '2026年工作要点.txt';
const TEXT =
  '云岭县2026年工作要点\n一、工作目标\n1.建成全县中小学图书馆。\n二、重点工作\n1.建好图书馆。（责任单位：体卫科；完成时限：2026年8月底前）\n2.培训教师。\n';
const OLD = '2025年工作要点.txt';
const OLD_TEXT =
  '云岭县2025年工作要点\n一、重点工作\n1.建好图书馆。（责任单位：办公室；完成时限：2025年8月底前）\n2.修操场。（责任单位：办公室）\n';
const WORD = '讨论稿.docx';

let vscode: Workbench;
beforeAll(async () => {
  const files = { [PLAN]: TEXT, [OLD]: OLD_TEXT, [WORD]: await draft() };
  vscode = await openWorkbench(files, { 'files.simpleDialog.enable': true });
});
afterAll(async () => {
  await vscode?.close();
});

/** A document whose numbers are Word's own: none of them stands in its text. */
async function draft(): Promise<Uint8Array> {
  const { CHINESE_COUNTING, DECIMAL } = LevelFormat;
  const levels = [
    { level: 0, format: CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.START },
    { level: 1, format: DECIMAL, text: '%2.', alignment: AlignmentType.START },
  ];
  const item = (level: number, text: string) => new Paragraph({ text, numbering: { reference: 'a', level } });
  const children = [
    new Paragraph('云岭县2027年工作要点'),
    item(0, '重点工作'),
    item(1, '建好图书馆。（责任单位：体卫科；完成时限：2027年8月底前）'),
    item(1, '培训教师。（责任单位：人事科；完成时限：2027年2月30日前）'),
  ];
  const document = new Document({
    numbering: { config: [{ reference: 'a', levels }] },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const choice = (text: string) =>
  vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
/** The page that was opened last: one that was closed may still stand behind it. */
const web = () => vscode.page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
const inWorkspace = (name: string) => join(vscode.server.workspace, name);

/** What was written to the workspace, when it is there. */
async function written(name: string): Promise<Uint8Array> {
  const path = inWorkspace(name);
  await expect.poll(() => (existsSync(path) ? statSync(path).size : 0)).toBeGreaterThan(0);
  await vscode.page.locator('.notification-toast', { hasText: 'Written: ' }).waitFor();
  await vscode.run('Notifications: Clear All Notifications');
  return new Uint8Array(readFileSync(path));
}

describe('a plan in the editor', () => {
  it('shows the deadlines of all plans by unit, in a bundle that is loaded with the first such request', async () => {
    await vscode.openFile(PLAN);
    await vscode.page.locator('.squiggly-warning').first().waitFor();
    await vscode.begin('Work Plan: Show All Deadlines');
    await choice('By unit').click();
    await vscode.page.locator('.tab.active', { hasText: 'Deadlines of all plans' }).waitFor();
    await web().locator('td', { hasText: '建好图书馆' }).first().waitFor();
    expect(await web().locator('h2').allTextContents()).toEqual([
      '办公室（2）',
      '体卫科（1）',
      '未明确（1）',
    ]);
    await vscode.picture('office-agenda');
    await vscode.run('View: Close Editor');
  });

  it('is exported as a ledger that another program reads', async () => {
    await vscode.begin('Work Plan: Export…');
    await expect.poll(() => choice('xlsx').count()).toBe(1);
    await vscode.picture('office-export');
    await choice('xlsx').click();
    await vscode.answer('台账.xlsx');
    const rows = await readWorkbook(Buffer.from(await written('台账.xlsx')));
    expect(JSON.stringify(rows)).toContain('建好图书馆');
    expect(JSON.stringify(rows)).toContain('体卫科');
  });

  it('is held against an older one, side by side and by meaning', async () => {
    await vscode.begin('Work Plan: Compare with Another Plan…');
    await vscode.answer(OLD);
    await vscode.page.locator('.monaco-diff-editor').waitFor();
    await web().locator('body', { hasText: '修操场' }).waitFor();
    await vscode.picture('office-compare');
    await vscode.run('View: Close All Editors');
    await vscode.openFile(PLAN);
  });

  it('shows which tasks serve which objective', async () => {
    await vscode.run('Work Plan: Hold Tasks against Objectives');
    await vscode.page.locator('.tab.active', { hasText: 'Objectives and tasks' }).waitFor();
    await web().locator('body', { hasText: '建成全县中小学图书馆' }).waitFor();
    await vscode.picture('office-trace');
    await vscode.run('View: Close Editor');
  });

  it('is held against a ledger that came back', async () => {
    await vscode.begin('Work Plan: Show Progress from a Ledger…');
    await vscode.answer('台账.xlsx');
    await vscode.page.locator('.tab.active', { hasText: 'Progress of tasks' }).waitFor();
    await web().locator('body', { hasText: '体卫科' }).waitFor();
    await vscode.picture('office-progress');
    await vscode.run('View: Close Editor');
  });
});

describe('a Word document', () => {
  it('opens as its text, which a click makes a plan', async () => {
    await vscode.run('View: Show Explorer');
    await vscode.page.locator('.explorer-folders-view .monaco-list-row', { hasText: WORD }).dblclick();
    await web().locator('pre', { hasText: '2.培训教师。' }).waitFor();
    await vscode.picture('office-word');
    await web().locator('[data-command="planlint.import"]').click();
    await vscode.lines.filter({ hasText: '云岭县2027年工作要点' }).first().waitFor();
    await vscode.run('View: Revert and Close Editor');
    await vscode.run('View: Close All Editors');
    await vscode.openFile(PLAN);
  });

  it('becomes plan text whose numbers are written', async () => {
    await vscode.begin('Work Plan: Import a Word Document, Workbook or Page…');
    await vscode.answer(WORD);
    await vscode.lines.filter({ hasText: '云岭县2027年工作要点' }).first().waitFor();
    await vscode.lines.filter({ hasText: '2.培训教师。' }).first().waitFor();
    const shown = (await vscode.lines.allTextContents()).map((line) => line.replaceAll('\u{A0}', ' '));
    expect(shown.slice(0, 2)).toEqual(['云岭县2027年工作要点', '一、重点工作']);
    await vscode.picture('office-import');
    await vscode.run('View: Revert and Close Editor');
  });

  it('is reviewed in a copy, with the findings as comments', async () => {
    await vscode.run('View: Show Explorer');
    await vscode.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: WORD })
      .click({ button: 'right' });
    const entry = vscode.page.locator('.monaco-menu .action-item', { hasText: 'Review' });
    await entry.first().hover();
    await vscode.page.keyboard.press('Enter');
    await vscode.answer('讨论稿-reviewed.docx');
    const parts = unzipSync(await written('讨论稿-reviewed.docx'));
    const comments = strFromU8(parts['word/comments.xml'] ?? new Uint8Array());
    expect(comments).toContain('2月30日');
    expect(comments).toContain('w:author="Planlint"');
  });
});
