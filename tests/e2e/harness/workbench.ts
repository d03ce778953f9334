import { existsSync } from 'node:fs';
import { chromium, type Locator, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { type Server, startServer } from './code-server.ts';

/** What a person does in VS Code and sees there; nothing here knows how it was started. */
export interface Workbench {
  readonly page: Page;
  readonly server: Server;
  readonly openFile: (name: string) => Promise<void>;
  /** Runs a command by the title that the palette shows. */
  readonly run: (title: string) => Promise<void>;
  /** Runs a command that goes on to ask something. */
  readonly begin: (title: string) => Promise<void>;
  /** Answers the editor's own dialog for files (`files.simpleDialog.enable`) with a file of the workspace. */
  readonly answer: (name: string) => Promise<void>;
  /** Puts the cursor on a 1-based line. */
  readonly goTo: (line: number) => Promise<void>;
  /** The 1-based line of the cursor, as the status bar says. */
  readonly cursorLine: () => Promise<number>;
  /** The lines of the text editor that can be seen. */
  readonly lines: Locator;
  /** The innermost coloured piece of the first line that holds `line`, whose text is or contains `words`. */
  readonly piece: (line: string, words: string) => Locator;
  /** The first row of the side bar that holds `text`. */
  readonly row: (text: string) => Locator;
  /**
   * Clicks a row of the side bar until `seen` holds: a list that is drawn anew under the mouse takes no click,
   * and a person clicks again.
   */
  readonly clickRow: (text: string, seen: () => Promise<boolean>) => Promise<void>;
  /** Our side bar, whatever was there before. */
  readonly showSideBar: () => Promise<void>;
  readonly use: (theme: Theme) => Promise<void>;
  readonly picture: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The four kinds of themes that VS Code has. */
export type Theme = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

/** What a theme is called, whether it is dark, and the class of a workbench that has it. */
const THEMES: Readonly<
  Record<Theme, { readonly name: string; readonly dark: boolean; readonly mark: string }>
> = {
  light: { name: 'Light Modern', dark: false, mark: 'vs' },
  dark: { name: 'Dark Modern', dark: true, mark: 'vs-dark' },
  'high-contrast': { name: 'Dark High Contrast', dark: true, mark: 'hc-black' },
  'high-contrast-light': { name: 'Light High Contrast', dark: false, mark: 'hc-light' },
};

/**
 * Opens a VS Code with the extension on a workspace of `files`; extensions speak `language`, else English. `scale` is
 * how many dots of a picture make a pixel.
 */
export async function openWorkbench(
  files: Readonly<Record<string, string | Uint8Array>>,
  settings: Readonly<Record<string, unknown>> = {},
  language?: 'zh-cn',
  scale = 1,
): Promise<Workbench> {
  const server = await startServer(inject('codeServer'), inject('vsix'), files, settings, language);
  const browser = await chromium.launch({ executablePath: inject('chromium'), args: QUIET });
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  try {
    const locale = language === 'zh-cn' ? 'zh-CN' : 'en-US';
    const page = await browser.newPage({
      viewport: { width: 1360, height: 860 },
      locale,
      deviceScaleFactor: scale,
    });
    page.setDefaultTimeout(100_000);
    await page.goto(server.url);
    await page.locator('.monaco-workbench').waitFor();
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    return workbench(page, server, close, language === 'zh-cn' ? '工作计划' : 'Work Plans');
  } catch (fault) {
    await close();
    throw fault;
  }
}

const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/** `container` is the name of our side bar. */
function workbench(page: Page, server: Server, close: () => Promise<void>, container: string): Workbench {
  const input = page.locator('.quick-input-widget input[type="text"]');
  const lines = page.locator('.editor-instance .view-lines .view-line');
  /** Asks again where the key was lost, in a web view that had the focus as it closed or in a menu, for one. */
  const ask = async (key: string, text: string, attempts = 4): Promise<void> => {
    await page.keyboard.press(key);
    try {
      await input.fill(text, { timeout: 5_000 });
    } catch (fault) {
      if (attempts === 1) throw fault;
      await page.keyboard.press('Escape');
      await page.evaluate('document.activeElement?.blur()');
      await ask(key, text, attempts - 1);
    }
  };
  /** Asks again, once, where something took the focus from the list, which closes it, or it was opened too early. */
  const choose = async (key: string, text: string, wanted: string) => {
    await ask(key, text);
    const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: wanted }).first();
    await row.click({ timeout: 10_000 }).catch(async () => {
      // A list that was opened before the extension was there never has its commands.
      await page.keyboard.press('Escape');
      await ask(key, text);
      await row.click();
    });
  };
  const row = (text: string) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
  const begin = (title: string) => choose('F1', `>${title}`, title);
  const run = async (title: string) => {
    await begin(title);
    await input.waitFor({ state: 'hidden' });
  };
  const cursorLine = async () => {
    const said = await page.locator('[id="status.editor.selection"]').textContent();
    return Number(/Ln (?<line>[\d,]+)/u.exec(said ?? '')?.groups?.line?.replaceAll(',', ''));
  };
  return {
    page,
    server,
    lines,
    close,
    row,
    begin,
    run,
    cursorLine,
    answer: async (name) => {
      const path = `${server.workspace}/${name}`;
      // The list that was chosen from may still stand there.
      await expect.poll(() => input.inputValue().catch(() => '')).toMatch(/^\//u);
      if (existsSync(path)) {
        await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
      } else {
        // It writes a name of its own when it is ready.
        const named = async () => {
          await input.fill(path);
          await page.waitForTimeout(1_000);
          return input.inputValue();
        };
        await expect.poll(named).toBe(path);
        await page.locator('.quick-input-action .monaco-button', { hasText: 'OK' }).click();
      }
      await input.waitFor({ state: 'hidden' });
    },
    goTo: async (line) => {
      await ask('Control+g', `:${line}`);
      await input.press('Enter');
      await input.waitFor({ state: 'hidden' });
      await expect.poll(cursorLine).toBe(line);
    },
    clickRow: async (text, seen) => {
      const click = async () => {
        await row(text).click();
        return seen();
      };
      await expect.poll(click, { interval: 1_000 }).toBe(true);
    },
    showSideBar: () => run(`View: Show ${container}`),
    openFile: async (name) => {
      await choose('Control+p', name, name);
      await input.waitFor({ state: 'hidden' });
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
      await page
        .locator('.editor-instance.active .view-line, .editor-group-container.active .view-line')
        .first()
        .waitFor();
    },
    piece: (line, words) =>
      lines
        .filter({ hasText: line })
        .first()
        .locator('span[class*="mtk"]')
        .filter({ hasText: words })
        .first(),
    use: async (theme) => {
      const { name, dark, mark } = THEMES[theme];
      const shown = page.locator(`.monaco-workbench.${mark}`);
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      // Of the person's two themes, one light and one dark, this becomes the one that is asked for.
      if (await shown.isHidden()) await page.waitForTimeout(500);
      if (await shown.isHidden()) {
        await begin('Preferences: Color Theme');
        await input.fill(name);
        await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
      }
      await shown.waitFor();
    },
    picture: async (name) => {
      await page.screenshot({ path: `${inject('pictures')}${name}.png` });
    },
  };
}

/** A style of an element as the browser computed it. */
export function styleOf(locator: Locator, property: string): Promise<string> {
  return locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

/** Of the browser, where the function above runs. */
declare function getComputedStyle(element: unknown): { getPropertyValue(name: string): string };
