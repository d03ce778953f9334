import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFiles } from './harness/sample.ts';
import { openWorkbench, type Theme, type Workbench } from './harness/workbench.ts';

const YEAR = new Date().getFullYear();
const PLAN = `${YEAR}年工作要点.plan`;

const WORDS = {
  en: {
    table: 'Work Plan: Open the Responsibility Table to the Side',
    timeline: 'Timeline',
    walkthrough: 'Work Plan: Open the Walkthrough',
    fill: 'Add',
    hint: 'days',
    reading: 'Reading, the text alone',
    toggle: 'Work Plan: Switch Between Writing and Reading',
  },
  zh: {
    table: '工作计划: 在侧边查看责任分解表',
    timeline: '时限进度',
    walkthrough: '工作计划: 打开使用引导',
    fill: '补上',
    hint: '天',
    reading: '阅读：只看原文',
    toggle: '工作计划: 切换撰写和阅读',
  },
} as const;

const THEMES: readonly Theme[] = ['light', 'dark', 'high-contrast', 'high-contrast-light'];

describe.each(['en', 'zh'] as const)('what one sees (%s)', (language) => {
  const words = WORDS[language];
  let vscode: Workbench;
  const web = () => vscode.page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
  beforeAll(async () => {
    vscode = await openWorkbench(sampleFiles(YEAR), {}, language === 'zh' ? 'zh-cn' : undefined);
  });
  afterAll(async () => {
    await vscode?.close();
  });

  it.each(THEMES)('fits and can be read in %s', async (theme) => {
    const { page } = vscode;
    const picture = (name: string) => vscode.picture(`look-${language}-${theme}-${name}`);
    await vscode.use(theme);
    await vscode.openFile(PLAN);
    await page.locator('.squiggly-warning').first().waitFor();
    await vscode.showSideBar();
    await vscode.run(words.table);
    await web().locator('#table tr[data-row]').first().waitFor();
    await picture('table');
    await web().locator('[data-tab=timeline]').click();
    await web().locator('#timeline .due[data-row]').first().waitFor();
    await picture('timeline');
    await web().locator('[data-tab=load]').click();
    await picture('load');
    const wider = await web()
      .locator('html')
      .evaluate((html) => {
        const { scrollWidth, clientWidth } = html as unknown as { scrollWidth: number; clientWidth: number };
        return scrollWidth - clientWidth;
      });
    expect(wider).toBeLessThanOrEqual(0);
    await vscode.run('View: Close All Editors');
    await vscode.openFile(PLAN);
    await vscode.piece('建好县图书馆分馆', '建好县图书馆').click();
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: words.fill }).first();
    const offered = async () => {
      if (!(await fix.isVisible())) await page.keyboard.press('Control+.');
      return fix.isVisible();
    };
    await expect.poll(offered, { interval: 1_500 }).toBe(true);
    await picture('light-bulb');
    await page.keyboard.press('Escape');
    await vscode.piece('改造乡村学校食堂', '体卫科').hover();
    await page.locator('.monaco-hover', { hasText: '陆遥' }).first().waitFor();
    await picture('hover');
    await page.locator('[id="status.languageStatus"]').hover();
    await page.locator('.hover-language-status').first().waitFor();
    await picture('status');
    await page.keyboard.press('Escape');
    await vscode.run(words.walkthrough);
    await web().locator('h2').first().waitFor();
    await page.waitForTimeout(500);
    await picture('walkthrough');
    await vscode.run('View: Close All Editors');
  });

  it('is the text alone for who reads', async () => {
    await vscode.use('light');
    await vscode.openFile(PLAN);
    await expect.poll(() => vscode.lines.filter({ hasText: words.hint }).count()).toBeGreaterThan(0);
    await vscode.run(words.toggle);
    await expect.poll(() => vscode.lines.filter({ hasText: words.hint }).count()).toBe(0);
    await vscode.page.locator('.squiggly-warning').first().waitFor();
    await vscode.page.locator('[id="status.languageStatus"]').hover();
    await vscode.page.locator('.hover-language-status', { hasText: words.reading }).waitFor();
    await vscode.picture(`look-${language}-reading`);
    await vscode.page.keyboard.press('Escape');
    await vscode.run(words.toggle);
    await expect.poll(() => vscode.lines.filter({ hasText: words.hint }).count()).toBeGreaterThan(0);
  });
});
