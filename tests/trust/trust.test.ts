import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onDisk } from '../cli/disk.ts';
import { outsideOf, type Program, packagesIn, programs } from './bundles.ts';
import { refusing, triedIn } from './refusing.ts';

/** What reaches a network from any program, or makes a program of a text. */
const REACHING =
  /\bfetch\s*\(|\b(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|importScripts)\b|sendBeacon|\beval\s*\(|\bnew Function\b/u;

let built: ReadonlyMap<string, Program>;
beforeAll(async () => {
  built = await programs();
});

describe('what the programs are made of', () => {
  it('has no part that could speak to a network, but the pipes and ports of the editor', () => {
    for (const [name, { metafile, code }] of built) {
      const outside = outsideOf(metafile);
      for (const module of [
        'http',
        'https',
        'http2',
        'dgram',
        'dns',
        'dns/promises',
        'tls',
        'inspector',
        'cluster',
      ])
        expect([name, module, outside.get(module)]).toEqual([name, module, undefined]);
      // What the protocol's own packages offer to be reached by: `--socket` and `--pipe`.
      for (const file of [...(outside.get('net') ?? []), ...(outside.get('child_process') ?? [])])
        expect(file).toMatch(
          /^node_modules\/vscode-(?:jsonrpc|languageserver|languageclient)\/|^server\/src\/files\.ts$/u,
        );
      // Neither our own code nor that of a package names what every program finds around it.
      expect([name, code.match(REACHING)?.[0]]).toEqual([name, undefined]);
    }
  });

  it('is few packages, whose licences are shipped', async () => {
    const packages = packagesIn([...built.values()].map(({ metafile }) => metafile));
    for (const { name, words } of packages) expect([name, words.length > 100]).toEqual([name, true]);
    const notices = [
      '# Third-party notices\n\nThese packages, or data made from them, are in the programs of Planlint. 以下软件包或由其制成的数据包含在 Planlint 的程序中。\n',
      ...packages.map(
        ({ name, version, license, words }) =>
          `## ${name} ${version} (${license})\n\n${words.replace(/^/gmu, '    ').replace(/[ \t]+$/gmu, '')}\n`,
      ),
    ];
    await expect(notices.join('\n')).toMatchFileSnapshot('../../client/THIRD-PARTY-NOTICES.md');
  });

  it('is pinned', () => {
    const lock = readFileSync('package-lock.json', 'utf8');
    expect(lock).not.toContain('"resolved"');
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies?: object };
    expect(dependencies).toBeUndefined();
  });
});

describe.skipIf(spawnSync('git', ['--version']).status !== 0)('what the command line does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const bundle = fileURLToPath(new URL('../../dist/planlint.mjs', import.meta.url));
  const run = (...args: string[]) => {
    const { stderr, status } = spawnSync(process.execPath, ['--import', refusing, bundle, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, did: triedIn(stderr) };
  };
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder });

  it('is to run git where it is asked what changed, and nothing else', () => {
    writeFileSync(join(folder, 'a.plan'), '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室）\n');
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'a');
    for (const args of [
      ['fix', '.'],
      ['units', '.'],
      ['agenda', '.'],
      ['export', '.', '--format', 'xlsx', '--output', 'a.xlsx'],
      ['check', '.', '--cache', '--threads', '2', '--format', 'html'],
    ])
      expect([args, run(...args).did]).toEqual([args, []]);
    const { status, did } = run('check', '--changed-lines');
    expect(status).toBe(0);
    expect(new Set(did)).toEqual(new Set(['spawn git']));
  });

  it('runs nothing that the repository names', async () => {
    const trap = join(folder, 'trap.sh');
    writeFileSync(trap, `#!/bin/sh\ntouch '${join(folder, 'sprung')}'\ncat\n`, { mode: 0o755 });
    for (const key of [
      'core.fsmonitor',
      'diff.external',
      'filter.x.clean',
      'filter.x.process',
      'diff.x.textconv',
      'core.pager',
    ])
      git('config', key, trap);
    writeFileSync(join(folder, '.gitattributes'), '* filter=x diff=x\n');
    writeFileSync(join(folder, 'a.plan'), '2026年工作要点\n一、工作\n1.乙项。一。（责任单位：办公室）\n');
    const call = (...args: string[]) => ['check', '--exit-zero', ...args];
    expect(run(...call('--since', 'HEAD')).status).toBe(0);
    for (const args of [call('--staged'), call('--changed-lines')])
      expect([args, (await onDisk(folder, { args })).code]).toEqual([args, 0]);
    expect(() => readFileSync(join(folder, 'sprung'))).toThrow();
  });
});
