import { escaped } from './escaped.ts';

/** A Word document as a page shows it. */
export interface WordPage {
  readonly name: string;
  /** Its text, or why there is none. */
  readonly read: { readonly text: string } | { readonly reason: string };
  readonly words: Readonly<Record<'about' | 'import' | 'review' | 'reopen', string>>;
  readonly nonce: string;
}

/** The text of a Word document and what can be made of it; it loads nothing from anywhere. */
export function wordPage({ name, read, words, nonce }: WordPage): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const button = (command: string, said: string, first = false) =>
    `<button data-command="${command}"${first ? ' class="first"' : ''}>${escaped(said)}</button>`;
  const offered =
    'text' in read
      ? button('planlint.import', words.import, true) + button('planlint.review', words.review)
      : '';
  const content =
    'text' in read
      ? `<p class="about">${escaped(words.about)}</p>`
      : `<p class="about" role="alert">${escaped(read.reason)}</p>`;
  const text = 'text' in read ? `<pre tabindex="0">${escaped(read.text)}</pre>` : '';
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(name)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<h1>${escaped(name)}</h1>
${content}
<p class="offered">${offered}${button('reopen', words.reopen)}</p>
${text}
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>
`;
}

const STYLE = `
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground); max-width: 60em; margin: 0 auto; padding: 1.5em; line-height: 1.6; }
h1 { font-size: 1.5em; font-weight: 600; margin: 0 0 .4em; overflow-wrap: anywhere; }
.about { margin: 0 0 1em; color: var(--vscode-descriptionForeground); }
.offered { display: flex; flex-wrap: wrap; gap: .6em; margin: 0 0 1.4em; }
button { font: inherit; padding: .35em .9em; cursor: pointer; border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 3px; color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
button.first { color: var(--vscode-button-foreground); background: var(--vscode-button-background); }
button:focus-visible, pre:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
pre { font-family: inherit; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; padding: 1.2em; border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, rgba(128, 128, 128, .35))); background: var(--vscode-editor-background); color: var(--vscode-editor-foreground); }
`;

const SCRIPT = `
const vscode = acquireVsCodeApi();
document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-command]');
  if (button) vscode.postMessage(button.dataset.command);
});
`;
