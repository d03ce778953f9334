import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('is what the engine takes when a check begins: no flag that was set then or is now stands against it', () => {
  const args = ['tests/output/compile.mjs', 'check', 'look'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
