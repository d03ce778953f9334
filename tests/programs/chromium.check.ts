import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { html } from '../../server/src/core/exports/html.ts';
import { file, fixture, installed, output } from './run.ts';

const program = installed('chromium', 'google-chrome', 'chromium-browser');

describe.skipIf(!program)('Chromium', () => {
  it('shows the page by day and by night, filters it, prints it on A4, and loads nothing', async () => {
    const path = file('计划.html', String(html.write([fixture('brackets.plan')])));
    const executablePath = execFileSync('which', [program ?? ''])
      .toString()
      .trim();
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage();
      const asked: string[] = [];
      const faults: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('pageerror', (fault) => faults.push(String(fault)));
      await page.goto(`file://${path}`);
      const shown = () => page.locator('tbody tr:visible').count();
      const ground = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
      const all = await shown();
      await page.fill('input[type=search]', '办公室');
      expect(await shown()).toBeLessThan(all);
      await page.fill('input[type=search]', '');
      await page.selectOption('select[data-filter=unit]', '党建科');
      expect(await page.locator('tbody tr:visible').allTextContents()).toEqual(
        expect.arrayContaining([expect.stringContaining('党建科')]),
      );
      const day = await ground();
      await page.screenshot({ path: `${output}日.png`, fullPage: true });
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await ground()).not.toBe(day);
      await page.screenshot({ path: `${output}夜.png`, fullPage: true });
      await page.pdf({ path: `${output}打印.pdf`, preferCSSPageSize: true, printBackground: true });
      expect(existsSync(`${output}打印.pdf`)).toBe(true);
      if (installed('pdfinfo')) {
        // A4 across, in points.
        expect(execFileSync('pdfinfo', [`${output}打印.pdf`]).toString()).toMatch(
          /Page size: +84\d\.\d+ x 59\d/u,
        );
      }
      expect(asked).toEqual([`file://${encodeURI(path)}`]);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
