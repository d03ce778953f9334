import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../server/src/cli/check/examine.ts';
import type { Thread } from '../../../server/src/cli/host.ts';
import { generatePlan } from '../../bench/generate.ts';
import { asProcess, inProcess } from '../host.ts';
import { lacking } from '../plans.ts';

const files = Object.fromEntries(
  Array.from({ length: 24 }, (_, i) => [`${i}.plan`, `${lacking}3. 第${i}项。\n`.repeat(1 + (i % 3))]),
);

describe('several threads', () => {
  it('give the same report as one, whoever is done first', async () => {
    const alone = await inProcess({ args: ['--threads', '1'], files });
    let started = 0;
    const start = (): Thread => {
      started += 1;
      const slowness = started * 3;
      return {
        examine: (job) => new Promise((done) => setTimeout(() => done(examine(job)), slowness)),
        hasEnded: () => false,
        end: () => {},
      };
    };
    const together = await inProcess({ args: ['--threads', '3'], files, threads: { available: 1, start } });
    expect(started).toBe(3);
    expect(together).toEqual(alone);
  });

  it('are not started for little text unless asked for', async () => {
    const { code } = await inProcess({ args: ['--threads', 'auto'], files });
    expect(code).toBe(1);
  });

  it('are started for much text', async () => {
    let started = 0;
    const start = (): Thread => {
      started += 1;
      return { examine: async (job) => examine({ ...job, text: '' }), hasEnded: () => false, end: () => {} };
    };
    const long = '正文。\n'.repeat(300_000);
    await inProcess({
      args: ['a.plan', 'b.plan'],
      files: { 'a.plan': long, 'b.plan': long },
      threads: { available: 2, start },
    });
    expect(started).toBe(2);
  });

  it('that break down leave one line each, and the rest is still checked', async () => {
    let jobs = 0;
    const start = (): Thread => {
      let ended = false;
      return {
        examine: async (job) => {
          jobs += 1;
          ended = jobs === 2;
          if (ended) throw new Error('out of memory');
          return examine(job);
        },
        hasEnded: () => ended,
        end: () => {},
      };
    };
    const { code, stdout, stderr } = await inProcess({
      args: ['--threads', '2', '--locale', 'en'],
      files,
      threads: { available: 2, start },
    });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^planlint: \d+\.plan: internal fault: out of memory.*\n$/u);
    expect(stdout).toContain('Checked 23 plans');
  });

  it.each(['0', '-1', '1.5', 'many', '1000'])('cannot be %s', async (threads) => {
    const { code, stderr } = await inProcess({ args: [`--threads=${threads}`], files });
    expect(code).toBe(2);
    expect(stderr).toContain('--threads 应为 1 到 999 的整数或 auto');
  });
});

describe('real threads', () => {
  it('give the same report as one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planlint-'));
    for (let i = 0; i < 6; i += 1) writeFileSync(join(folder, `${i}.plan`), generatePlan(20 + 10 * i));
    const args = ['--format', 'json', folder];
    const [alone, together] = [
      await asProcess({ args: [...args, '--threads', '1'] }),
      await asProcess({ args: [...args, '--threads', '3'] }),
    ];
    rmSync(folder, { recursive: true });
    expect(together).toEqual(alone);
    expect(JSON.parse(together.stdout).files).toHaveLength(6);
  });
});
