// Programs, run in a folder: what they say goes to the terminal or is handed back; one that fails ends the release.
import { execFileSync } from 'node:child_process';

// npm and npx are scripts on Windows, which are found by a shell alone.
const shell = process.platform === 'win32';

export function run(program, args, cwd, env = {}) {
  execFileSync(program, args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell,
  });
}

export function output(program, args, cwd, env = {}) {
  const options = { cwd, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, ...env } };
  return execFileSync(program, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'], shell }).trimEnd();
}

/** git in the repository at `cwd`, with a name to commit by where the machine has none. */
export function git(cwd, ...args) {
  return output('git', args, cwd, identity(cwd));
}

function identity(cwd) {
  const { GIT_AUTHOR_NAME, GIT_COMMITTER_NAME } = process.env;
  if (GIT_AUTHOR_NAME && GIT_COMMITTER_NAME) return {};
  try {
    execFileSync('git', ['config', 'user.email'], { cwd, stdio: 'ignore' });
    return {};
  } catch {
    const [name, email] = ['Planlint', 'planlint@users.noreply.github.com'];
    return {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
    };
  }
}
