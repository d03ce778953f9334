import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { commands } from '../../server/src/cli/commands/index.ts';
import { runAction } from '../cli/team/runner.ts';
import { gitEnv, Scratch } from '../cli/team/scratch.ts';
import { installed } from './run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'planlint-release-'));
const made = (name: string) => join(folder, name);
const home = 'https://github.com/qinghe/planlint';
const version = '9.8.7';
const isRepository = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root }).status === 0;

const plan = `滨湖区教育局2026年工作要点
一、办好学校
1. 改造校舍。更换门窗和照明。（责任科室：校产科；完成时间：2026年8月）
2. 开放操场。周末向附近居民开放。
3. 建图书角。每班不少于一百册。（责任科室：教务科；完成时间：2026年10月）
`;

/** The release that would be made of what is committed here; it lies in a folder of its own. */
describe.skipIf(!isRepository)('a release', () => {
  beforeAll(() => {
    const args = ['--dry-run', '--version', version, '--repository', home, '--date', '2026-01-02'];
    execFileSync('node', [join(root, '.ci/release/release.mjs'), ...args, '--out', folder], {
      cwd: root,
      stdio: 'pipe',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('changes nothing where it is made, and has a checksum for each file', () => {
    const sums = readFileSync(made('SHA256SUMS'), 'utf8').trimEnd().split('\n');
    expect(sums.map((line) => line.split('  ')[1])).toEqual(
      ['tgz', 'vsix', 'cdx.json'].map((end) => `planlint-${version}.${end}`),
    );
    execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder, stdio: 'pipe' });
    expect(manifest.repository.url).toContain('/OWNER/');
    expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).not.toContain(version);
  });

  it('is made for nobody without the name of its repository', () => {
    const env = { ...process.env, GIT_ALLOW_PROTOCOL: 'file', npm_config_offline: 'true' };
    const args = [join(root, '.ci/release/release.mjs'), '--out', made('refused')];
    const { status, stderr } = spawnSync('node', args, { cwd: root, env, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^release: (?:--repository is needed|there are changes that are not committed)/u);
    expect(existsSync(made('refused/SHA256SUMS'))).toBe(false);
  });

  it('dates the changelog and takes its notes from it', () => {
    const changelog = readFileSync(made('source/CHANGELOG.md'), 'utf8');
    expect(changelog).toContain(`\n## [Unreleased]\n\n## [${version}] - 2026-01-02\n`);
    const notes = readFileSync(made('notes.md'), 'utf8');
    expect(changelog).toContain(notes);
    expect(notes).not.toMatch(/^## /mu);
  });

  it('holds an extension that the galleries show as it should be', () => {
    const files = unzipSync(readFileSync(made(`planlint-${version}.vsix`)));
    const text = (name: string) => new TextDecoder().decode(files[name]);
    const gallery = text('extension.vsixmanifest');
    expect(gallery).toContain(`Version="${version}"`);
    for (const [id, value] of [
      ['Source', `${home}.git`],
      ['Support', `${home}/issues`],
      ['Learn', `${home}#readme`],
    ])
      expect(gallery).toContain(`Links.${id}" Value="${value}"`);
    expect(gallery).not.toMatch(/OWNER|%\w+%/u);
    expect(picturesIn(text('extension/readme.md'))).toEqual(picturesIn(manual('README.md')));
    expect(Object.keys(files)).toContain('extension/client/THIRD-PARTY-NOTICES.md');
  });

  it('holds a package for npm with words, addresses and pictures of its own', () => {
    const own = JSON.parse(readFileSync(made('package/package.json'), 'utf8'));
    expect(own).toMatchObject({
      version,
      homepage: `${home}#readme`,
      bugs: { url: `${home}/issues` },
      repository: { url: `git+${home}.git` },
    });
    expect(own.description).toMatch(/^\p{Lu}[^%]+\.$/u);
    expect(Object.keys(own)).not.toContain('contributes');
    for (const path of ['README.md', 'client/README.zh-CN.md']) {
      const text = manual(path);
      const targets = [...text.matchAll(/\]\((?<target>[^)#]+)/gu)].map(({ groups }) => groups!.target!);
      const inside = targets.filter((target) => !target.startsWith('https:'));
      for (const target of inside) expect(existsSync(join(folder, 'package', path, '..', target))).toBe(true);
      // What is linked to is in the sources at that very commit.
      const commit = new RegExp(`^${home}/(?:blob|raw)/(?<commit>[0-9a-f]{40})/(?<file>.+)$`, 'u');
      for (const target of targets.filter((one) => one.startsWith(`${home}/`))) {
        const { groups } = commit.exec(target) ?? {};
        git('source', 'cat-file', '-e', `${groups?.commit}:${decodeURI(groups?.file ?? '')}`);
      }
    }
    expect(picturesIn(manual('README.md')).length).toBeGreaterThan(0);
  });

  it('says in CycloneDX what is bundled, as the notices do', () => {
    const { bomFormat, components, metadata } = JSON.parse(
      readFileSync(made(`planlint-${version}.cdx.json`), 'utf8'),
    ) as Bom;
    expect(bomFormat).toBe('CycloneDX');
    expect(metadata.component).toMatchObject({
      name: 'planlint',
      version,
      purl: `pkg:npm/planlint@${version}`,
    });
    const notices = readFileSync(made('package/client/THIRD-PARTY-NOTICES.md'), 'utf8');
    const noted = [...notices.matchAll(/^## (\S+) (\S+) \((.*)\)$/gmu)].map(([, ...parts]) =>
      parts.join(' '),
    );
    const listed = components.map((one) => `${one.name} ${one.version} ${one.licenses[0]?.license.id}`);
    expect(listed.sort()).toEqual(noted.sort());
    for (const { hashes } of components) expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/u);
  });

  it('is tagged where the branch leads, and the tag holds what is built', () => {
    expect(git('source', 'describe', '--tags', '--abbrev=0')).toBe(`v${version}`);
    const held = git('source', 'ls-tree', '-r', '--name-only', `v${version}`).split('\n');
    expect(held).toEqual(
      expect.arrayContaining(['action.yml', '.pre-commit-hooks.yaml', 'package.json', 'dist/planlint.mjs']),
    );
    expect(held.filter((path) => /^(?:server|tests)\//u.test(path))).toEqual([]);
    expect(git('source', 'rev-parse', 'v9^{commit}')).toBe(
      git('source', 'rev-parse', `v${version}^{commit}`),
    );
    expect(git('source', 'diff', '--stat', 'HEAD', 'HEAD^1')).toBe('');
  });

  describe('installed elsewhere', () => {
    const at = (path: string) => join(folder, 'elsewhere', path);
    const npmEnv = {
      ...gitEnv,
      HOME: folder,
      npm_config_cache: made('npm-cache'),
      npm_config_offline: 'true',
    };
    const planlint = (...args: string[]) => {
      const options = { cwd: at('work'), env: { ...npmEnv, LANG: 'en_US.UTF-8' }, encoding: 'utf8' } as const;
      const { status, stdout, stderr } = spawnSync(at('bin/planlint'), args, {
        ...options,
        timeout: 120_000,
      });
      return { status, stdout, stderr };
    };

    beforeAll(() => {
      const tgz = made(`planlint-${version}.tgz`);
      execFileSync('npm', ['install', '--global', '--prefix', at(''), tgz], { env: npmEnv, stdio: 'pipe' });
      mkdirSync(at('work'));
      writeFileSync(at('work/2026.plan'), plan);
    });

    it('needs no other package', () => {
      expect(readdirSync(at('lib/node_modules'))).toEqual(['planlint']);
      expect(existsSync(at('lib/node_modules/planlint/node_modules'))).toBe(false);
    });

    /** Commands as they are called, one after the other, each with the code that it ends with. */
    const calls: readonly (readonly [status: number, ...args: string[]])[] = [
      [1, 'check', '2026.plan'],
      [1, 'fix', '2026.plan'],
      [0, 'outline', '2026.plan'],
      [0, 'units', '2026.plan'],
      [0, 'words', '2026.plan'],
      [0, 'export', '--format', 'xlsx', '--output', 'ledger.xlsx', '2026.plan'],
      [0, 'export', '--format', 'docx', '--output', 'plan.docx', '2026.plan'],
      [0, 'export', '--format', 'json', '2026.plan'],
      [0, 'import', 'plan.docx'],
      [0, 'diff', '2026.plan', '2026.plan'],
      [0, 'agenda', '--today', '2026-09-01', '2026.plan'],
      [0, 'trace', '2026.plan'],
      [0, 'progress', '--today', '2026-09-01', 'ledger.xlsx', '2026.plan'],
      [0, 'init'],
      [0, 'baseline', '.'],
      [0, 'check', '--baseline', 'planlint.baseline.json', '--threads', '2', '.'],
      [0, 'rules'],
      [0, 'explain', 'missing-lead'],
      [0, 'completions', 'bash'],
    ];

    it.each(calls)('ends with %i: planlint %s', (status, ...args) => {
      const said = planlint(...args.map(String));
      expect(said).toMatchObject({ status, stderr: expect.not.stringMatching(/internal|Error:/u) });
      // Plans may have no terms of their own.
      if (!args.includes('--output') && !args.includes('words')) expect(said.stdout).not.toBe('');
    });

    it('has called every command there is', () => {
      const called = new Set(calls.map(([, name]) => name));
      expect(commands.map(({ name }) => name).filter((name) => !called.has(name))).toEqual(['lsp']);
      expect(planlint('--version').stdout).toContain(version);
    });

    it('serves editors', async () => {
      const server = spawn(at('bin/planlint'), ['lsp'], { env: npmEnv, stdio: ['pipe', 'pipe', 'inherit'] });
      const ended = new Promise((done) => server.on('close', done));
      const send = (message: object) => {
        const body = JSON.stringify({ jsonrpc: '2.0', ...message });
        server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
      };
      const answered = new Promise<string>((done) => {
        let heard = '';
        server.stdout.setEncoding('utf8').on('data', (text: string) => {
          heard += text;
          if (/"serverInfo":\{[^}]*\}/u.test(heard)) done(heard);
        });
        server.on('close', () => done(heard));
      });
      send({ id: 1, method: 'initialize', params: { processId: null, capabilities: {} } });
      expect(await answered).toContain(`"version":"${version}"`);
      send({ id: 2, method: 'shutdown' });
      send({ method: 'exit' });
      expect(await ended).toBe(0);
    });

    it('is run by npx', () => {
      const args = ['--yes', '--package', made(`planlint-${version}.tgz`), 'planlint', '--version'];
      expect(execFileSync('npx', args, { cwd: folder, env: npmEnv, encoding: 'utf8' })).toContain(version);
    });
  });

  it('is what the action runs, with nothing but Node', async () => {
    const scratch = new Scratch();
    try {
      scratch.write('plans/2026.plan', plan);
      scratch.commit('A plan');
      const release = join(scratch.folder, '.git/release');
      scratch.git('clone', '--quiet', '--branch', 'v9', made('source'), release);
      const { code, annotations, summary } = await runAction(scratch, release, { paths: 'plans' });
      expect({ code, count: annotations.length }).toEqual({ code: 1, count: 2 });
      expect(summary).toContain('| missing&#45;lead |');
    } finally {
      scratch.remove();
    }
  });

  it.skipIf(!installed('pre-commit'))('is what pre-commit installs and runs', async () => {
    const scratch = new Scratch();
    try {
      scratch.write(
        '.pre-commit-config.yaml',
        `repos:\n- repo: ${made('source')}\n  rev: v${version}\n  hooks:\n  - id: planlint\n`,
      );
      scratch.write('某局2026年工作要点.txt', plan);
      scratch.write('-h.plan', plan);
      scratch.write('notes.txt', '1. 无。\n');
      scratch.git('add', '--all');
      const env = {
        HOME: scratch.folder,
        PRE_COMMIT_HOME: join(scratch.folder, '.git/pre-commit'),
        npm_config_offline: 'true',
      };
      const preCommit = (...args: string[]) =>
        scratch.run('pre-commit', [...args, '--color', 'never'], { env });
      const refused = await preCommit('run');
      expect(refused).toMatchObject({ code: 1, stderr: '' });
      for (const path of ['某局2026年工作要点.txt', '-h.plan'])
        expect(refused.stdout).toContain(`${path}:4:1`);
      expect(refused.stdout).not.toContain('notes.txt');
      const mended = plan.replace('居民开放。', '居民开放。（责任科室：体卫艺科；完成时间：2026年5月）');
      for (const path of ['某局2026年工作要点.txt', '-h.plan']) scratch.write(path, mended);
      scratch.git('add', '--all');
      expect(await preCommit('run')).toMatchObject({ code: 0 });
      // From an older state of the branch, the newest release is found.
      const config = join(scratch.folder, '.pre-commit-config.yaml');
      scratch.write(
        '.pre-commit-config.yaml',
        readFileSync(config, 'utf8').replace(`v${version}`, git('source', 'rev-parse', 'HEAD~1')),
      );
      expect(await preCommit('autoupdate')).toMatchObject({ code: 0 });
      expect(readFileSync(config, 'utf8')).toContain(`rev: v${version}\n`);
    } finally {
      scratch.remove();
    }
  });
});

interface Bom {
  readonly bomFormat: string;
  readonly metadata: { readonly component: object };
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly licenses: readonly { readonly license: { readonly id: string } }[];
    readonly hashes: readonly { readonly content: string }[];
  }[];
}

const manual = (path: string) => readFileSync(join(folder, 'package', path), 'utf8');

function picturesIn(text: string): readonly string[] {
  return [...text.matchAll(/!\[[^\]]*\]\((?<address>https:[^)]+)\)/gu)].map(({ groups }) => groups!.address!);
}

function git(below: string, ...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: join(folder, below),
    encoding: 'utf8',
    env: gitEnv,
    stdio: 'pipe',
  }).trimEnd();
}
