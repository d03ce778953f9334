import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { JSDOM } from 'jsdom';
import { afterEach, expect, it } from 'vitest';
import { configurationFor } from '../docs/configurations.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const bundle = readFileSync(at('../../dist/server.worker.js'), 'utf8');

const PLAN =
  '云岭县教育局2026年工作要点\n一、重点工作\n1.建好图书馆。选好馆址。（责任单位：办公室；完成时限：6月底）\n2.培训教师。分学科组织。（责任单位：人事科；完成时限：9月底）\n3.办好运动会。做好准备。\n';

/** A worker of the browser: the bundle in a scope of its own, messages copied. */
class WorkerOfThePage {
  readonly #listeners = new Set<(event: { readonly data: unknown }) => void>();
  readonly #self = {
    onmessage: (_: { readonly data: unknown }): void => undefined,
    addEventListener: () => undefined,
    postMessage: (data: unknown) => {
      const copy = structuredClone(data);
      setImmediate(() => {
        for (const listener of this.#listeners) listener({ data: copy });
      });
    },
  };

  constructor(address: string) {
    expect(address).toBe('server.worker.js');
    const { crypto, performance } = globalThis;
    const scope = { self: this.#self, setTimeout, clearTimeout, console, btoa, atob, crypto, performance };
    runInContext(bundle, createContext({ ...scope, TextEncoder, TextDecoder, queueMicrotask, URL }));
  }
  postMessage(data: unknown): void {
    const copy = structuredClone(data);
    setImmediate(() => this.#self.onmessage({ data: copy }));
  }
  addEventListener(_: 'message', listener: (event: { readonly data: unknown }) => void): void {
    this.#listeners.add(listener);
  }
  removeEventListener(_: 'message', listener: (event: { readonly data: unknown }) => void): void {
    this.#listeners.delete(listener);
  }
}

const before = new Map<string, PropertyDescriptor | undefined>();
afterEach(() => {
  for (const [name, descriptor] of before) {
    if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    else Reflect.deleteProperty(globalThis, name);
  }
});

/** A page with a text in it, whose names are global as in a browser. */
function openPage(text: string): JSDOM {
  const page = new JSDOM('<!DOCTYPE html><textarea></textarea>', { pretendToBeVisual: true });
  const { window } = page;
  const area = window.document.querySelector('textarea');
  if (area) area.value = text;
  const names = [
    'window',
    'document',
    'navigator',
    'Window',
    'MutationObserver',
    'Node',
    'HTMLElement',
    'Range',
  ];
  const given = {
    ...Object.fromEntries(names.map((name) => [name, Reflect.get(window, name)])),
    requestAnimationFrame: window.requestAnimationFrame.bind(window),
    cancelAnimationFrame: window.cancelAnimationFrame.bind(window),
    getComputedStyle: window.getComputedStyle.bind(window),
    Worker: WorkerOfThePage,
  };
  // A text has no size where nothing is drawn.
  window.Range.prototype.getClientRects = () => [];
  for (const [name, value] of Object.entries(given)) {
    before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return page;
}

it('CodeMirror underlines what is missing, as the manual sets it up', async () => {
  const page = openPage(PLAN);
  mkdirSync(at('../output'), { recursive: true });
  const module = at('../output/codemirror.mjs');
  writeFileSync(module, configurationFor('CodeMirror'));
  const { view } = await import(/* @vite-ignore */ module);
  const underlined = () =>
    [...page.window.document.querySelectorAll('.cm-lintRange')].map(({ textContent }) => textContent);
  await expect.poll(underlined, { timeout: 60_000 }).toContain('3.办好运动会');
  view.destroy();
  page.window.close();
});
