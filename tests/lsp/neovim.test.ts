import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const hasNeovim = spawnSync('nvim', ['--version']).status === 0;

/** A second real client, which shares no code with the first: Neovim's own. Debian's package is `neovim`. */
describe.runIf(hasNeovim)('Neovim', () => {
  it('opens a plan, shows findings, jumps to a unit and renames it in two files', () => {
    const root = mkdtempSync(join(tmpdir(), 'planlint-nvim-'));
    try {
      writeFileSync(join(root, 'units.plan'), '青河县教育局责任单位名录\n一、科室\n1. 办公室\n2. 基教科\n');
      writeFileSync(
        join(root, '2026.plan'),
        '青河县2026年工作要点\n一、工作\n1.抓课堂。内容。（责任单位：基教科、办公室；完成时限：6月底）\n2.抓作风。内容。（完成时限：6月底）\n',
      );
      const seenAt = join(root, 'seen.json');
      execFileSync(
        'nvim',
        [
          '--headless',
          '-u',
          'NONE',
          '-i',
          'NONE',
          '-n',
          '-c',
          'set hidden encoding=utf-8',
          '-c',
          `luafile ${here('neovim/drive.lua')}`,
        ],
        {
          env: {
            ...process.env,
            LC_ALL: 'C.UTF-8',
            HOME: root,
            PLANLINT_ROOT: root,
            PLANLINT_SEEN: seenAt,
            PLANLINT_NODE: process.execPath,
            PLANLINT_PROGRAM: here('../../dist/planlint.mjs'),
            PLANLINT_UNIT: '办公室',
            PLANLINT_NEW: '综合办公室',
          },
          timeout: 600_000,
          stdio: 'pipe',
        },
      );
      const seen = JSON.parse(readFileSync(seenAt, 'utf8'));
      expect(seen.fault).toBeUndefined();
      expect(
        seen.diagnostics.map(({ line, message }: { line: number; message: string }) => [line, message]),
      ).toContainEqual([3, expect.stringMatching(/^第2项任务“抓作风”未注明责任单位/u)]);
      expect(seen.jumped).toEqual({ file: 'units.plan', line: 3, column: 4 });
      expect(seen.renamed.plan).toContain('基教科、综合办公室；');
      expect(seen.renamed.directory).toBe('1. 综合办公室');
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }, 120_000);
});
