import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const LARGE = '读书会.plan';
/** The same with a task at its head that lacks something, and as many lines as are usual. */
const LACKING = '读书会缺项.plan';
const SHORT = '读书会短.plan';
const SEALED = '2026年工作要点.plan';
const CONFIG = 'planlint.json';

const lacking = `云岭县教育局2026年工作要点
一、重点工作
1.建好县图书馆分馆。选好馆址。（责任单位：基建科；完成时限：2026年8月底前）
2.办好中小学运动会。做好场地准备。（责任单位：体卫科；完成时限：2026年10月底前）
3.开展教师全员培训。分学科组织。
`;

/** 20,000 lines that nothing is wrong with, in twenty sections. */
function largePlan(): string {
  const lines = ['云岭县教育局2026年工作要点'];
  for (const section of SECTIONS) {
    lines.push(`${section}、第${section}片区`);
    for (let task = 1; task <= 999 && lines.length < 20_000; task++) {
      const due = `完成时限：2026年${(task % 12) + 1}月底前`;
      lines.push(`${task}.办好${section}片${task}号读书会。选好书目，分好场次。（责任单位：体卫科；${due}）`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A plan of so many lines, whose first task has no deadline. */
function gap(lines: number): string {
  const [title, heading, first = '', ...others] = largePlan().split('\n').slice(0, lines);
  return `${[title, heading, first.replace(/；完成时限：[^）]*/u, ''), ...others].join('\n')}\n`;
}

const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const SECTIONS = [...DIGITS, ...DIGITS.slice(0, -1).map((digit) => `十${digit}`), '二十'];

let vscode: Workbench;

describe('at the limits', () => {
  beforeAll(async () => {
    vscode = await openWorkbench(
      {
        [LARGE]: largePlan(),
        [LACKING]: gap(20_000),
        [SHORT]: gap(200),
        [SEALED]: lacking,
        [CONFIG]: '{\n  "missing-deadlin": "always"\n}\n',
      },
      { 'files.readonlyFromPermissions': true },
    );
    chmodSync(join(vscode.server.workspace, SEALED), 0o444);
  });
  afterAll(async () => {
    await vscode?.close();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await vscode.picture(`limits-failed-${task.id}`);
  });

  it('shows outline and findings of 20,000 lines as of 200, and says how much later', async () => {
    const took = async (name: string) => {
      const began = performance.now();
      await vscode.openFile(name);
      await expect.poll(ready, { interval: 20 }).toBe(true);
      const outlined = performance.now() - began;
      await vscode.page.locator('.squiggly-warning').first().waitFor();
      const found = performance.now() - began;
      await vscode.run('View: Close Editor');
      return [outlined, found].map(Math.round);
    };
    // What is read and checked of the workspace at the start is not what is measured.
    await vscode.openFile(SHORT);
    await problem(LACKING);
    await vscode.run('View: Close Editor');
    const [short, long] = [await took(SHORT), await took(LACKING)];
    console.log(
      `until outline and findings are seen: 200 lines ${short.join(' and ')} ms, 20,000 lines ${long.join(' and ')} ms`,
    );
  });

  it('takes every character typed in a plan of 20,000 lines, and warns of the task typed', async () => {
    await vscode.openFile(LARGE);
    await expect.poll(ready).toBe(true);
    await vscode.goTo(15_500);
    await vscode.lines.filter({ hasText: '十六片' }).first().waitFor();
    await vscode.page.keyboard.press('End');
    await vscode.page.keyboard.press('Enter');
    await expect.poll(vscode.cursorLine).toBe(15_501);
    // The number of the new task comes from the server.
    await shows('499.');
    const taken: number[] = [];
    let typed = '';
    for (const character of '办好青年教师读书分享会并听取各方面的意见') {
      typed += character;
      const began = performance.now();
      await vscode.page.keyboard.insertText(character);
      await shows(`499.${typed}`);
      taken.push(performance.now() - began);
      await vscode.page.waitForTimeout(60);
    }
    console.log(
      `typing in 20,000 lines, until the character is seen: p50 ${quantile(taken, 0.5)} ms, p95 ${quantile(taken, 0.95)} ms`,
    );
    expect(taken.length).toBe(20);
    const began = performance.now();
    await problem(typed, 'missing-deadline');
    console.log(`its findings are listed ${Math.round(performance.now() - began)} ms after that`);
    await vscode.picture('limits-large');
    await vscode.run('File: Revert File');
    await vscode.run('View: Close Editor');
  });

  it('says of a planlint.json which key it does not know, once, until that is mended', async () => {
    await problem('did you mean "missing-deadline"');
    await vscode.openFile(CONFIG);
    await vscode.page.locator('.squiggly-warning').first().waitFor();
    await problem('missing-deadlin is not allowed');
    await expect.poll(() => vscode.page.locator('.squiggly-error').count()).toBe(0);
    await vscode.picture('limits-config');
    await vscode.lines.filter({ hasText: 'missing-deadlin' }).first().click();
    await vscode.goTo(2);
    await vscode.page.keyboard.press('Shift+End');
    await vscode.page.keyboard.insertText('  "missing-deadline": "always"');
    await vscode.run('File: Save');
    await expect.poll(() => text(CONFIG)).toContain('"missing-deadline"');
    await expect.poll(() => vscode.page.locator('.squiggly-warning').count()).toBe(0);
    await vscode.run('View: Close Editor');
  });

  it('shows findings in a file that must not be written, and leaves it as it is', async () => {
    await vscode.openFile(SEALED);
    await vscode.page.locator('.squiggly-warning').first().waitFor();
    await vscode.lines.filter({ hasText: '开展教师全员培训' }).first().click();
    await vscode.page.keyboard.type('x');
    await vscode.page.locator('.monaco-editor-overlaymessage').waitFor();
    await vscode.page.keyboard.press('F1');
    await vscode.page.locator('.quick-input-widget input[type="text"]').fill('>Work Plan:');
    const offered = vscode.page.locator('.quick-input-list .monaco-list-row');
    await offered.filter({ hasText: 'Check This Plan' }).first().waitFor();
    expect(await offered.filter({ hasText: 'Add the Missing Fields' }).count()).toBe(0);
    await vscode.page.keyboard.press('Escape');
    await vscode.picture('limits-read-only');
    expect(text(SEALED)).toBe(lacking);
    expect(await vscode.lines.allTextContents()).toHaveLength(lacking.trimEnd().split('\n').length + 1);
    await vscode.page.locator('.squiggly-warning').first().waitFor();
    await vscode.run('View: Close Editor');
  });
});

describe('a folder without plans', () => {
  beforeAll(async () => {
    vscode = await openWorkbench({ 'readme.md': '# 说明\n', '便条.txt': '买书。\n' });
  });
  afterAll(async () => {
    await vscode?.close();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await vscode.picture(`limits-failed-${task.id}`);
  });

  it('costs no server', async () => {
    await vscode.openFile('readme.md');
    await vscode.openFile('便条.txt');
    await vscode.page.waitForTimeout(5000);
    expect(serverProcesses()).toEqual([]);
  });

  it('has findings and an outline in a document without a name, once its language is that of plans', async () => {
    await vscode.run('File: New Untitled Text File');
    await vscode.page.locator('.tab.active[data-resource-name="Untitled-1"]').waitFor();
    await vscode.page.keyboard.insertText(lacking);
    await vscode.lines.filter({ hasText: '开展教师全员培训' }).first().waitFor();
    await vscode.page.locator('[id="status.editor.mode"]').click();
    const offered = vscode.page.locator('.quick-input-list .monaco-list-row');
    // What is asked for before there is a list is not looked for in it.
    await offered.first().waitFor();
    await vscode.page.locator('.quick-input-widget input[type="text"]').fill('workplan');
    await offered.filter({ hasText: 'Work Plan' }).first().click();
    await vscode.page.locator('.squiggly-warning').first().waitFor();
    expect(serverProcesses()).not.toEqual([]);
    await problem('开展教师全员培训', 'missing-deadline');
    await vscode.run('Explorer: Focus on Outline View');
    await vscode.page.locator('.outline-pane .monaco-list-row', { hasText: '重点工作' }).first().waitFor();
    await vscode.picture('limits-untitled');
  });
});

/** Waits until the Problems view lists one with all these words, and shuts it again. */
async function problem(...words: readonly string[]): Promise<void> {
  await vscode.run('View: Toggle Problems');
  let row = vscode.page.locator('.markers-panel .monaco-list-row');
  for (const word of words) row = row.filter({ hasText: word });
  await row.first().waitFor();
  await vscode.run('View: Toggle Problems');
}

/** Whether the server answers for the active plan: its tasks are in the breadcrumbs. */
async function ready(): Promise<boolean> {
  return (
    (await vscode.page.locator('.breadcrumbs-control .monaco-breadcrumb-item').count()) > 1 &&
    serverProcesses().length > 0
  );
}

/** Waits, frame by frame, until a line of the editor ends with what was typed. */
async function shows(typed: string): Promise<void> {
  await vscode.page.waitForFunction(
    `[...document.querySelectorAll('.editor-instance .view-line')].some((line) => line.textContent.endsWith(${JSON.stringify(typed)}))`,
    undefined,
    { polling: 'raf' },
  );
}

function text(name: string): string {
  return readFileSync(join(vscode.server.workspace, name), 'utf8');
}

/** Language servers of this VS Code, by the home that its processes have. */
function serverProcesses(): readonly string[] {
  const home = join(vscode.server.workspace, '..');
  return execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(home) && line.includes('dist/server.cjs'));
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0);
}
