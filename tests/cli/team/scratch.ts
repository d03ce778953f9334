import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onDisk } from '../disk.ts';
import { bundle } from '../host.ts';

/** A folder of its own with a real git repository in it, and what one does there. */
export class Scratch {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'planlint-git-')));

  /** Its repository has nothing that git would put there for people. */
  constructor() {
    this.git('init', '--quiet', '--initial-branch=main', '--template=');
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: this.folder, encoding: 'utf8', env: gitEnv, stdio: 'pipe' });
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
  }

  /** Calls Planlint in this process. */
  async planlint(args: readonly string[], { below = '.', env = {} }: Place = {}): Promise<Said> {
    const { code, stdout, stderr } = await onDisk(join(this.folder, below), { args, env });
    return { code, stdout, stderr };
  }

  /** Calls the built program. */
  program(args: readonly string[], place?: Place): Promise<Said> {
    return this.run(process.execPath, [bundle, ...args], place);
  }

  run(program: string, args: readonly string[], { below = '.', env = {} }: Place = {}): Promise<Said> {
    return new Promise((done, failed) => {
      const child = spawn(program, args, {
        cwd: join(this.folder, below),
        env: { ...gitEnv, LANG: 'zh_CN.UTF-8', ...env },
      });
      let [stdout, stderr] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text) => {
        stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text) => {
        stderr += text;
      });
      child.on('error', failed);
      child.on('close', (code) => done({ code, stdout, stderr }));
      child.stdin.end();
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Where and with what a program is run. */
export interface Place {
  /** A folder below the scratch folder. */
  readonly below?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Nothing of the machine's own configuration of git. */
export const gitEnv = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  GIT_CEILING_DIRECTORIES: tmpdir(),
  // A commit would look whether there is something to tidy up, in programs of its own.
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'maintenance.auto',
  GIT_CONFIG_VALUE_0: 'false',
};
