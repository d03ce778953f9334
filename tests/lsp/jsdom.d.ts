/** What is used of jsdom; its own types would bring those of a browser into every file. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { readonly pretendToBeVisual: boolean });
    readonly window: Window;
  }
  interface Window {
    readonly document: {
      querySelector(selector: 'textarea'): { value: string } | null;
      querySelectorAll(selector: string): Iterable<{ readonly textContent: string | null }>;
    };
    readonly Range: { readonly prototype: { getClientRects: () => readonly unknown[] } };
    requestAnimationFrame(frame: (time: number) => void): number;
    cancelAnimationFrame(frame: number): void;
    getComputedStyle(element: unknown): unknown;
    close(): void;
  }
}
