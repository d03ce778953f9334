import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

const root = fileURLToPath(new URL('../../../', import.meta.url));

declare module 'vitest' {
  interface ProvidedContext {
    /** The entry of a built code-server. */
    codeServer: string;
    chromium: string;
    vsix: string;
    /** Where screenshots go. */
    pictures: string;
  }
}

/** Builds what a run needs, once: VS Code (unless PLANLINT_E2E_ENTRY names one), and the extension's package. */
export function setup(project: TestProject): void {
  const codeServer = process.env.PLANLINT_E2E_ENTRY ?? installed();
  const chromium = process.env.PLANLINT_E2E_CHROMIUM ?? CHROMIUM.find(existsSync);
  if (!chromium) throw new Error('no Chromium here: install it or name it in PLANLINT_E2E_CHROMIUM');
  execFileSync('npm', ['run', '--silent', 'package'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const pictures = `${root}tests/output/e2e/`;
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  project.provide('codeServer', codeServer);
  project.provide('chromium', chromium);
  project.provide('vsix', `${root}dist/planlint.vsix`);
  project.provide('pictures', pictures);
}

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function installed(): string {
  const said = execFileSync('tests/e2e/install.sh', { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  return said.toString().trim();
}
