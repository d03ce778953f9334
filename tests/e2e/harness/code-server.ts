import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A running VS Code with the extension in it, and the folder it shows. */
export interface Server {
  readonly url: string;
  readonly workspace: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts code-server on a free port, with a home of its own, `files` (text by path) in the workspace, and `settings`.
 * With a `language` (`zh-cn`) it shows extensions in that one.
 */
export async function startServer(
  entry: string,
  vsix: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  settings: Readonly<Record<string, unknown>> = {},
  language?: string,
): Promise<Server> {
  const home = mkdtempSync(join(tmpdir(), 'planlint-e2e-'));
  const workspace = join(home, 'workspace');
  const data = join(home, 'data');
  for (const [path, text] of Object.entries(files)) write(join(workspace, path), text);
  write(join(data, 'User/settings.json'), JSON.stringify({ ...QUIET, ...settings }));

  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
  const folders = ['--user-data-dir', data, '--extensions-dir', join(data, 'ext')];
  execFileSync(process.execPath, [entry, ...folders, '--install-extension', vsix], { env, stdio: 'pipe' });
  if (language) addLanguage(data, language);
  const port = await freePort();
  const quiet = [
    '--auth',
    'none',
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    ...(language ? ['--locale', language] : []),
  ];
  const child = spawn(
    process.execPath,
    [entry, ...folders, ...quiet, '--bind-addr', `127.0.0.1:${port}`, workspace],
    // A group of its own: the extension host and its children end with it.
    { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const kill = () => {
    const ended = child.exitCode !== null || child.signalCode !== null;
    if (child.pid && !ended) process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', kill);
  await listening(child);
  return {
    url: `http://127.0.0.1:${port}/?folder=${encodeURIComponent(workspace)}`,
    workspace,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      kill();
      await ended;
      process.off('exit', kill);
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** A language pack with hardly a word of VS Code's own: what extensions say is what is translated, and what pictures show. */
function addLanguage(data: string, language: string): void {
  const words = join(data, 'words.json');
  write(words, JSON.stringify({ '': [], version: '1.0.0', contents: SHOWN }));
  const extensions = [{ extensionIdentifier: { id: `planlint.${language}` }, version: '1.0.0' }];
  const pack = { hash: 'words', label: language, extensions, translations: { vscode: words } };
  write(join(data, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

/** By module and key. */
const SHOWN = {
  'vs/editor/contrib/codeAction/browser/codeActionMenu': {
    'codeAction.widget.id.quickfix': '快速修复',
    'codeAction.widget.id.move': '移动',
  },
  'vs/editor/contrib/hover/browser/markerHoverParticipant': {
    'view problem': '查看问题',
    'quick fixes': '快速修复…',
    noQuickFixes: '没有快速修复',
    checkingForQuickFixes: '正在查找快速修复…',
  },
};

/** Nothing that opens by itself, asks, or reaches out; colours as the browser wishes them. */
const QUIET = {
  'window.autoDetectColorScheme': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'window.commandCenter': false,
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'chat.commandCenter.enabled': false,
  // Else what it guesses of a document without a name may come after, and over, the language that was chosen.
  'workbench.editor.languageDetection': false,
  // Else, in a browser, what was saved meanwhile can no longer be reverted.
  'files.autoSave': 'off',
  // Else the terminal is a picture, and nothing can read it.
  'terminal.integrated.gpuAcceleration': 'off',
};

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('HTTP server listening')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`code-server ended with ${code}:\n${said}`)));
  });
}
