import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encode } from '../../server/src/cli/encoding.ts';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const PLAN = '2026年工作要点.txt';
const PLAN_TEXT =
  '云岭县2026年工作要点\n一、重点工作\n1.建好图书馆。（牵头领导：王䶮；责任单位：体卫科；完成时限：8月底前）\n2.培训教师。（牵头领导：陈𬭎；责任单位：人事科）\n';
const NOTES = '讨论稿.txt';
const LETTER = '来信.txt';

/** What old programs of an office write. */
function gb18030(text: string): Uint8Array {
  const bytes = encode(text, { encoding: 'gb18030', bom: false });
  if (!bytes) throw new Error('it has no form in GB 18030');
  return bytes;
}

let vscode: Workbench;
beforeAll(async () => {
  const files = {
    [PLAN]: gb18030(PLAN_TEXT),
    [NOTES]: gb18030(PLAN_TEXT.replace('工作要点', '工作计划')),
    [LETTER]: '您好：\n附上两本书：\n1.一本小说。\n2.一本诗集。\n',
  };
  vscode = await openWorkbench(files, { 'files.simpleDialog.enable': true });
});
afterAll(async () => {
  await vscode?.close();
});

const language = (name: string) => vscode.page.locator('[id="status.editor.mode"]', { hasText: name });
const encoding = () => vscode.page.locator('[id="status.editor.encoding"]').textContent();
const bytesOf = (name: string) => readFileSync(join(vscode.server.workspace, name));
/** VS Code shows spaces as others. */
const shown = async () => (await vscode.lines.allTextContents()).join('\n').replaceAll('\u{A0}', ' ');

describe('a plan in GB 18030', () => {
  it('shows rare characters and keeps them when it is saved', async () => {
    await vscode.openFile(PLAN);
    await expect.poll(encoding).toMatch(/^GB ?18030$/u);
    await expect.poll(shown).toContain('王䶮');
    await vscode.goTo(2);
    await vscode.page.keyboard.press('End');
    await vscode.page.keyboard.type('（试行）');
    await vscode.run('File: Save');
    const expected = Buffer.from(gb18030(PLAN_TEXT.replace('重点工作', '重点工作（试行）')));
    await expect.poll(() => bytesOf(PLAN).toString('hex')).toBe(expected.toString('hex'));
    await vscode.picture('opening-gb18030');
  });

  it('is published in its encoding', async () => {
    await vscode.begin('Work Plan: Make a Clean Copy for Publication');
    await vscode.answer('公开.txt');
    await vscode.page.locator('.tab.active[data-resource-name="公开.txt"]').waitFor();
    await expect.poll(() => bytesOf('公开.txt').toString('hex')).toBe(bytesOf(PLAN).toString('hex'));
  });
});

describe('a text whose name says nothing', () => {
  it('is a plan where its content is one, whatever its encoding', async () => {
    await vscode.openFile(NOTES);
    await language('Work Plan').waitFor();
    await expect.poll(shown).toContain('王䶮');
    await vscode.page.locator('.squiggly-warning').first().waitFor();
  });

  it('stays what it is where it is none', async () => {
    await vscode.openFile(LETTER);
    await language('Plain Text').waitFor();
    await expect.poll(shown).toContain('诗集');
  });

  it('becomes a plan while it is typed, and stays plain text where a person says so', async () => {
    await vscode.run('File: New Untitled Text File');
    await vscode.page.keyboard.insertText(PLAN_TEXT);
    await language('Work Plan').waitFor();
    await vscode.picture('opening-typed');
    await vscode.begin('Change Language Mode');
    await vscode.page.locator('.quick-input-widget input[type="text"]').fill('Plain Text');
    await vscode.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Plain Text' })
      .first()
      .click();
    await language('Plain Text').waitFor();
    await vscode.page.keyboard.insertText('3.写总结。（责任单位：办公室）\n');
    await vscode.page.waitForTimeout(2_000);
    expect(await language('Plain Text').count()).toBe(1);
    await vscode.run('View: Revert and Close Editor');
  });
});

describe('what other programs copied', () => {
  /** Pastes into the editor what a program would leave on the clipboard. */
  const paste = (kinds: Readonly<Record<string, string>>) =>
    vscode.page.evaluate(`(${PASTE})(${JSON.stringify(Object.entries(kinds))})`);

  it('is pasted as plan text, with the numbers that it has', async () => {
    await vscode.openFile(NOTES);
    await expect.poll(shown).toContain('王䶮');
    await vscode.goTo(4);
    await vscode.page.keyboard.press('End');
    await vscode.page.keyboard.press('Enter');
    // The number that Enter wrote gives way to the one that is pasted.
    await paste({
      'text/plain': '5.\t整修\u00A0“ 名师 ”工作室。\n6.\t充实图书。\n',
      'text/html': '<ol start="5"><li>整修\u00A0“ 名师 ”工作室。</li><li>充实图书。</li></ol>',
    });
    await expect.poll(shown).toMatch(/\n5\. ?整修“名师”工作室。\n6\. ?充实图书。/u);
    await vscode.picture('opening-paste');
    // One step back is all of what was pasted.
    await vscode.page.keyboard.press('Control+z');
    await expect.poll(shown).not.toMatch(/整修|充实图书/u);
    expect(await shown()).toMatch(/2\.培训教师。.*\n3\.$/mu);
    await vscode.run('View: Revert and Close Editor');
  });
});

/** In the page: VS Code listens where its editor hides what is typed. */
const PASTE = `(kinds) => {
  const clipboardData = new DataTransfer();
  for (const [type, text] of kinds) clipboardData.setData(type, text);
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}`;
