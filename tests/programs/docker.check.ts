import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tag = 'planlint:check';
/** The program `docker` may be there without an engine to ask. */
const hasEngine = spawnSync('docker', ['info'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
const docker = (...args: string[]) =>
  execFileSync('docker', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });

describe.skipIf(!hasEngine)('the container', () => {
  beforeAll(() => {
    docker('build', '--file', '.ci/Dockerfile', '--tag', tag, '.');
  });
  afterAll(() => {
    docker('image', 'rm', '--force', tag);
  });

  it('is smaller than 200 MB and runs as nobody of weight', () => {
    const [image] = JSON.parse(docker('image', 'inspect', tag)) as Image[];
    expect(image!.Size).toBeLessThan(200e6);
    expect(image!.Config.User).toBe('planlint');
  });

  it('checks what is mounted, without a network and without a place to write', () => {
    const plans = ['--volume', `${root}tests/fixtures/plans:/plans:ro`];
    const args = [
      'run',
      '--rm',
      '--network',
      'none',
      '--read-only',
      ...plans,
      tag,
      'check',
      'own-lines.plan',
    ];
    const { status, stdout } = spawnSync('docker', args, { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toContain('own-lines.plan:52:1');
  });
});

interface Image {
  readonly Size: number;
  readonly Config: { readonly User: string };
}
