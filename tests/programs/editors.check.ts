import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configurationFor } from '../docs/configurations.ts';
import { installed } from './run.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'planlint-editor-'));
  writeFileSync(join(root, 'units.plan'), '青河县教育局责任单位名录\n一、科室\n1. 办公室\n2. 基教科\n');
  writeFileSync(
    join(root, '2026.plan'),
    '青河县2026年工作要点\n一、工作\n1.抓课堂。内容。（责任单位：基教科、办公室；完成时限：6月底）\n2.抓作风。内容。（完成时限：6月底）\n',
  );
  // The command of the manual, as if it were installed.
  mkdirSync(join(root, 'bin'));
  const command = join(root, 'bin/planlint');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${here('../../dist/planlint.mjs')}' "$@"\n`);
  chmodSync(command, 0o755);
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** What an editor with the configuration that the manual prints under a heading saw of a plan. */
function seenBy(heading: string, file: string, driver: string, command: readonly string[]): Seen {
  const seen = join(root, 'seen.json');
  writeFileSync(join(root, file), `${configurationFor(heading)}\n`);
  copyFileSync(here(`editors/${driver}`), join(root, driver));
  const [program = '', ...args] = command;
  execFileSync(program, args, {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${root}/bin:${process.env.PATH}`,
      HOME: root,
      LC_ALL: 'C.UTF-8',
      PLANLINT_SEEN: seen,
    },
    timeout: 280_000,
    stdio: 'pipe',
  });
  return JSON.parse(readFileSync(seen, 'utf8'));
}

interface Seen {
  readonly findings: readonly { readonly line: number; readonly message: string }[];
  /** Where the definition is; ALE 3 asks for it in bytes, which is nowhere behind Chinese text. */
  readonly at?: { readonly file: string; readonly line: number };
}

/** Emacs packages as Debian has them lie where only its own start looks. */
const EMACS = [
  ...['emacs', '--batch', '--quick', '--eval'],
  '(progn (dolist (folder (directory-files "/usr/share/emacs/site-lisp/elpa" t "^[^.]")) (add-to-list (quote load-path) folder)))',
];

function hasEmacsPackage(name: string): boolean {
  if (!installed('emacs')) return false;
  try {
    execFileSync(EMACS[0] ?? '', [...EMACS.slice(1), '--eval', `(require '${name})`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function hasAle(): boolean {
  try {
    const found = "if empty(globpath(&packpath, 'pack/*/opt/ale')) | cquit | endif";
    execFileSync('vim', ['-Nu', 'NONE', '-es', '-c', found, '-c', 'qall!'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const VIM = ['vim', '-N', '-i', 'NONE', '-n', '-es', '-u', 'vimrc', '-c', 'source drive.vim'];

describe.each([
  {
    heading: 'Neovim',
    there: installed('nvim') !== undefined,
    file: 'init.lua',
    driver: 'drive.lua',
    command: ['nvim', '--headless', '-u', 'init.lua', '-i', 'NONE', '-n', '-c', 'luafile drive.lua'],
  },
  {
    heading: 'Emacs: eglot',
    there: hasEmacsPackage('eglot'),
    file: 'init.el',
    driver: 'drive.el',
    command: [...EMACS, '-l', 'init.el', '-l', 'drive.el'],
  },
  {
    heading: 'Emacs: lsp-mode',
    there: hasEmacsPackage('lsp-mode'),
    file: 'init.el',
    driver: 'drive.el',
    command: [...EMACS, '-l', 'init.el', '-l', 'drive.el'],
  },
  { heading: 'Vim: ALE', there: hasAle(), file: 'vimrc', driver: 'drive.vim', command: VIM },
] as const)('$heading, as the manual sets it up', ({ heading, there, file, driver, command }) => {
  it.skipIf(!there)('shows what is missing, and leads from a unit to its entry', () => {
    const { findings, at } = seenBy(heading, file, driver, command);
    const message = expect.stringContaining('未注明责任单位');
    expect(findings).toContainEqual(expect.objectContaining({ line: 3, message }));
    if (at) expect(at).toEqual({ file: 'units.plan', line: 4 });
  });
});
