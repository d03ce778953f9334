import { writeFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFiles } from './harness/sample.ts';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

/** The next one, all of whose days are ahead. */
const YEAR = new Date().getFullYear() + 1;
const PLAN = `${YEAR}年工作要点.plan`;
const UNITS = '责任单位名录.units.plan';
const CONFIG = 'planlint.json';

const WORDS = {
  en: {
    ending: '',
    mark: '',
    toggle: 'Work Plan: Switch Between Writing and Reading',
    table: 'Work Plan: Open the Responsibility Table',
    beside: 'Work Plan: Open the Responsibility Table to the Side',
    export: 'Work Plan: Export…',
    fill: 'Task 4: Add',
    lacks: 'does not state',
  },
  zh: {
    ending: '.zh-CN',
    mark: '.zh-cn',
    toggle: '工作计划: 切换撰写和阅读',
    table: '工作计划: 查看责任分解表',
    beside: '工作计划: 在侧边查看责任分解表',
    export: '工作计划: 导出…',
    fill: '为第4项任务补上',
    lacks: '未注明',
  },
} as const;

/** Nothing round the text but what a picture is about. */
const BARE = {
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'workbench.layoutControl.enabled': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'editor.lineNumbersMinChars': 3,
  'editor.glyphMargin': false,
  'editor.folding': false,
  'editor.overviewRulerBorder': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.renderLineHighlight': 'none',
  'window.menuBarVisibility': 'hidden',
  'window.customTitleBarVisibility': 'never',
  'workbench.colorCustomizations': {
    'sideBar.background': '#ffffff',
    'sideBar.border': '#ffffff',
    'sash.hoverBorder': '#ffffff',
  },
};

/** What a picture in the walkthrough shows, in pixels. */
const [WIDTH, HEIGHT] = [560, 340];
/** The least width of a side bar. */
const ROOM = 180;

describe.each(['en', 'zh'] as const)('pictures (%s)', (language) => {
  const words = WORDS[language];
  let vscode: Workbench;
  let page: Page;
  beforeAll(async () => {
    const config = `{\n  "missing-deadline": "always",\n  "directories": ["${UNITS}"],\n  "rules": {\n    "vague-deadline": "warning",\n    "number-style": "off"\n  }\n}\n`;
    const files = { ...sampleFiles(YEAR), [CONFIG]: config };
    vscode = await openWorkbench(files, BARE, language === 'zh' ? 'zh-cn' : undefined);
    page = vscode.page;
    await vscode.use('light');
    await vscode.openFile(PLAN);
    await page.locator('.squiggly-warning').first().waitFor();
    await vscode.run('View: Toggle Primary Side Bar Visibility');
  });
  afterAll(async () => {
    await vscode?.close();
  });

  const web = () => page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
  /** What is inside of an element, so many pixels of it at most, in the walkthrough. */
  const forWalkthrough = async (name: string, of: Locator, width = WIDTH, height = HEIGHT) => {
    const png = await page.screenshot({ clip: await clipOf(of, width, height) });
    const file = new URL(`../../client/walkthrough/${name}.webp`, import.meta.url);
    writeFileSync(file, withoutProfile(await asSmall(page, png, 'webp', 85)));
  };
  const leaveMouse = () => {
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    return page.mouse.move(width - 3, height - 3);
  };
  const forManual = async (name: string, of: Locator, width: number, height: number) => {
    const file = new URL(`../../client/pictures/${name}${words.ending}.png`, import.meta.url);
    await leaveMouse();
    await page.waitForTimeout(500);
    const png = await page.screenshot({ clip: await clipOf(of, width, height) });
    writeFileSync(file, await asSmall(page, png, 'png', 17));
  };
  const editor = () => page.locator('.part.editor');
  const size = (width: number, height: number) => page.setViewportSize({ width, height });

  it('of a plan, the text alone, as in every language', async () => {
    if (language === 'zh') return;
    await size(WIDTH, HEIGHT + 60);
    await vscode.run(words.toggle);
    await vscode.openFile(PLAN);
    await expect.poll(() => vscode.lines.filter({ hasText: 'days' }).count()).toBe(0);
    await page.waitForTimeout(1_500);
    await leaveMouse();
    await forWalkthrough('open', editor());
    await vscode.run(words.toggle);
  });

  it('of findings', async () => {
    // A hover is as wide as the editor and begins further to the right: there is room for it beside.
    await size(640 + ROOM, HEIGHT + 60);
    await vscode.run('View: Toggle Secondary Side Bar Visibility');
    await vscode.openFile(PLAN);
    await vscode.goTo(1);
    await page.waitForTimeout(1_000);
    await vscode.piece('建好县图书馆分馆', '建好县图书馆').hover({ position: { x: 4, y: 8 } });
    await page.locator('.monaco-hover', { hasText: words.lacks }).first().waitFor();
    await page.waitForTimeout(1_000);
    await forWalkthrough(`findings${words.mark}`, editor());
    await vscode.run('View: Toggle Secondary Side Bar Visibility');
    await page.keyboard.press('Escape');
    await size(WIDTH, HEIGHT + 60);
  });

  it('of quick fixes', async () => {
    await vscode.goTo(7);
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: words.fill }).first();
    const offered = async () => {
      if (!(await fix.isVisible())) await page.keyboard.press('Control+.');
      return fix.isVisible();
    };
    await expect.poll(offered, { interval: 1_500 }).toBe(true);
    await page.waitForTimeout(500);
    await forWalkthrough(`fix${words.mark}`, editor());
    await page.keyboard.press('Escape');
    await size(900, 520);
    await vscode.goTo(7);
    await expect.poll(offered, { interval: 1_500 }).toBe(true);
    await page.waitForTimeout(500);
    await forManual('quick-fix', editor(), 900, 400);
    await page.keyboard.press('Escape');
    await size(WIDTH, HEIGHT + 60);
  });

  it('of a directory', async () => {
    await vscode.openFile(UNITS);
    await page.locator('.codelens-decoration').first().waitFor();
    await page.waitForTimeout(1_000);
    await forWalkthrough(`directory${words.mark}`, editor());
  });

  it('of a configuration, as in every language', async () => {
    if (language === 'zh') return;
    await vscode.openFile(CONFIG);
    await page.waitForTimeout(1_000);
    await forWalkthrough('team', editor());
  });

  it('of the table, the timeline and the formats', async () => {
    await vscode.openFile(PLAN);
    await vscode.run(words.table);
    await web().locator('#table tr[data-row]').first().waitFor();
    await size(700, 480);
    await page.waitForTimeout(1_000);
    await web().locator('html').evaluate('window.scrollTo(0, 0)');
    const frame = page.locator('iframe.webview').last();
    await forWalkthrough(`overview${words.mark}`, frame, 700, 400);
    await size(820, 620);
    await web().locator('[data-tab=timeline]').click();
    await web().locator('#timeline .due[data-row]').first().waitFor();
    await page.waitForTimeout(500);
    await forManual('timeline', frame, 820, 560);
    await vscode.run('View: Close All Editors');
    await size(1180, 620);
    await vscode.openFile(PLAN);
    await page.locator('.squiggly-warning').first().waitFor();
    await vscode.goTo(1);
    await vscode.run(words.beside);
    await web().locator('#table tr[data-row]').first().waitFor();
    await page.waitForTimeout(1_500);
    await forManual('table', editor(), 1180, 560);
    await vscode.run('View: Close All Editors');
    await size(900, 460);
    await vscode.openFile(PLAN);
    await vscode.goTo(1);
    await vscode.begin(words.export);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'xlsx' }).first().waitFor();
    // What is told of the row that was clicked before goes by itself.
    await leaveMouse();
    await page.waitForTimeout(3_000);
    await forManual('export', page.locator('.monaco-workbench'), 900, 360);
    await page.keyboard.press('Escape');
  });
});

async function clipOf(of: Locator, width: number, height: number) {
  const box = await of.boundingBox();
  if (!box) throw new Error('there is nothing to take a picture of');
  return { x: box.x, y: box.y, width, height: Math.min(height, box.height) };
}

/** A picture as the browser writes it small, its shades so many apart. */
async function asSmall(page: Page, png: Buffer, kind: 'png' | 'webp', step: number): Promise<Buffer> {
  const context = await page.context().browser()?.newContext();
  const blank = await context?.newPage();
  const url = await blank?.evaluate(`(${SMALL})(${JSON.stringify([png.toString('base64'), kind, step])})`);
  await context?.close();
  return Buffer.from(String(url).replace(/^[^,]*,/u, ''), 'base64');
}

/** A WebP (RFC 9649) of its picture alone: the colour profile that the browser puts beside it is the usual one. */
function withoutProfile(webp: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 12; at < webp.length; ) {
    const length = 8 + webp.readUInt32LE(at + 4);
    const chunk = webp.subarray(at, at + length + (length % 2));
    if (chunk.toString('latin1', 0, 4) === 'VP8L') kept.push(chunk);
    at += chunk.length;
  }
  const size = Buffer.alloc(4);
  size.writeUInt32LE(4 + kept.reduce((sum, chunk) => sum + chunk.length, 0));
  return Buffer.concat([Buffer.from('RIFF'), size, Buffer.from('WEBP'), ...kept]);
}

/** Without a loss but of shades that nobody tells apart: letters stay sharp in a few kilobytes. */
const SMALL = `async ([png, kind, step]) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + png;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const dots = context.getImageData(0, 0, image.width, image.height);
  for (let at = 0; at < dots.data.length; at += 1) {
    if (at % 4 !== 3) dots.data[at] = Math.round(dots.data[at] / step) * step;
  }
  context.putImageData(dots, 0, 0);
  return canvas.toDataURL('image/' + kind, 1);
}`;
