import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { received, sent } from '../../server/src/pipe.ts';
import { onDisk } from './disk.ts';
import { kinds } from './no-files.ts';
import { sound } from './plans.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlint-'));
  writeFileSync(join(folder, 'a.plan'), sound);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is found in `a.plan`, and what is complained of, without the line that names the manual. */
async function call(...args: readonly string[]) {
  const { code, stdout, stderr } = await onDisk(folder, { args, env: { LANG: 'en_US.UTF-8' } });
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.includes('Manual: '));
  return { code, stdout, lines };
}

const CHECKED = /^Checked 1 plan/mu;
const pathOf = (name: string) => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  return path;
};

describe.skipIf(process.platform === 'win32').each(kinds)('%s', (_kind, make) => {
  it.each(['.gitignore', '.planlintignore', 'b.plan', 'b.txt', 'units/u.units.plan'])(
    'in the place of %s is passed over',
    async (name) => {
      if (name.startsWith('units/'))
        writeFileSync(join(folder, 'planlint.json'), '{ "directories": ["units"] }');
      await make(pathOf(name));
      const { code, stdout, lines } = await call('check', '.');
      // A folder may hold what cannot be read, which is told where its name is that of a plan.
      expect(lines.length).toBeLessThanOrEqual(1);
      for (const line of lines)
        expect(line).toMatch(/(?:b|u\.units)\.plan: (?:cannot be read|no permission)/u);
      expect([code, stdout]).toEqual([lines.length > 0 ? 2 : 0, expect.stringMatching(CHECKED)]);
    },
  );

  it.each<[place: string, name: string, config: string | undefined, args: readonly string[]]>([
    ['the configuration', 'planlint.json', undefined, ['check', '.']],
    ['what `extends` names', 'base.json', '{ "extends": "./base.json" }', ['check', '.']],
    ['the one configuration', 'c.json', undefined, ['check', '.', '--config', 'c.json']],
    ['a package', 'node_modules/p/planlint.json', '{ "extends": "p" }', ['check', '.']],
    ['a directory that is named', 'u.txt', '{ "directories": ["u.txt"] }', ['check', '.']],
    ['the cache', 'cache', undefined, ['check', '.', '--cache', '--cache-location', 'cache']],
    ['the dictionary', 'planlint.json', undefined, ['words', '--learn', 'a.plan', '--no-config']],
    ['the directory to write', 'u.plan', undefined, ['units', 'init', 'a.plan', '--output', 'u.plan']],
    ['the configuration to write', 'planlint.json', undefined, ['init', 'a.plan']],
  ])('in the place of %s is told in one line, or is as nothing', async (place, name, config, args) => {
    if (config !== undefined) writeFileSync(join(folder, 'planlint.json'), config);
    await make(pathOf(name));
    const { code, lines } = await call(...args);
    expect([place, code === 0 ? 0 : lines.length]).toEqual([place, code === 0 ? 0 : 1]);
    expect([place, code]).not.toEqual([place, 3]);
    // Nobody is told that a configuration counts which could not be read.
    if (args[0] === 'check' && !/cache|directory/u.test(place)) expect([place, code]).toEqual([place, 2]);
  });

  it('that is named is told in one line, and the others are checked', async () => {
    await make(pathOf('b.plan'));
    // A pipe is waited for, as below.
    if (_kind === 'a pipe') return;
    const { code, stdout, lines } = await call('check', 'a.plan', 'b.plan', '--no-config');
    expect({ code, lines }).toEqual({ code: 2, lines: [expect.stringMatching(/^planlint: b\.plan: .+$/u)] });
    expect(stdout).toMatch(CHECKED);
  });
});

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  const pipe = () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    return path;
  };

  it('that is named is read to its end', async () => {
    const path = pipe();
    const half = sound.length / 2;
    const writer = createWriteStream(path);
    writer.write(sound.slice(0, half));
    setTimeout(() => writer.end(sound.slice(half)), 50);
    const { code, stdout, lines } = await call('check', path);
    expect({ code, stdout, lines }).toEqual({ code: 0, stdout: expect.stringMatching(CHECKED), lines: [] });
  });

  it('gives the list of files', async () => {
    const path = pipe();
    createWriteStream(path).end('nowhere.plan\n');
    const { code, stdout, lines } = await call('check', 'a.plan', '--files-from', path);
    expect({ code, lines }).toEqual({ code: 2, lines: [expect.stringContaining('nowhere.plan')] });
    expect(stdout).toMatch(CHECKED);
  });

  it('is written to whole', async () => {
    const path = pipe();
    const reading = text(createReadStream(path));
    const { code } = await call('export', 'a.plan', '--output', path);
    expect(code).toBe(0);
    expect(JSON.parse(await reading)).toMatchObject({ schemaVersion: 1 });
  });

  it('takes more than it holds, and gives no more than is asked for', async () => {
    const path = pipe();
    const content = Buffer.alloc(300_000, 'a');
    const [bytes] = await Promise.all([received(path, 1_000_000), sent(path, content)]);
    expect(bytes.length).toBe(content.length);
    const writing = sent(path, content).catch((error: unknown) => error);
    expect((await received(path, 100_000)).length).toBeLessThan(200_000);
    expect(await writing).toMatchObject({ code: 'EPIPE' });
  });

  it('that nobody opens is given up', async () => {
    const path = pipe();
    await expect(received(path, 1000, 50)).rejects.toMatchObject({ code: 'ENXIO' });
    await expect(sent(path, Buffer.from('a'), 50)).rejects.toMatchObject({ code: 'ENXIO' });
  });
});
