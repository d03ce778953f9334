import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';
import { globSync } from 'tinyglobby';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is built may be there or not yet; everything else is there on every machine. */
const BUILT =
  /^dist\/(?:client\/(?:extension(?:\.cjs|\.web\.js)|package\.json)|server\.worker\.js|office\.js|(?:program|planlint|server|part-[\w.-]+)\.cjs|thread\.mjs)$/u;
const ALWAYS = [
  ...['package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'language-configuration.json'],
  ...['LICENSE', 'client/THIRD-PARTY-NOTICES.md', 'CHANGELOG.md', 'README.md', 'client/README.zh-CN.md'],
  ...['syntaxes/*.json', 'client/l10n/*', 'client/walkthrough/*'],
  ...['client/schemas/*', 'client/snippets/*'],
  ...['planlint.png', 'view.svg', 'workplan-dark.svg', 'workplan-light.svg'].map(
    (name) => `client/icons/${name}`,
  ),
];

describe('the extension package', () => {
  let files: readonly string[];
  beforeAll(async () => {
    files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  });

  it('holds what belongs to the extension and nothing else', () => {
    const expected = globSync(ALWAYS, { cwd: root });
    expect(expected).toContain('README.md');
    expect(files.filter((path) => !BUILT.test(path)).sort()).toEqual(expected.sort());
  });

  it('is smaller than 1.25 MB', () => {
    const bytes = files.map(
      (path) => deflateRawSync(readFileSync(root + path)).length + 2 * path.length + 100,
    );
    const total = bytes.reduce((sum, one) => sum + one, 0);
    expect(total).toBeGreaterThan(10_000);
    expect(total).toBeLessThan(1_250_000);
  });
});
