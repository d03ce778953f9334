// Programs, run in a folder: what they say goes to the terminal or is handed back; one that fails ends the release.
import { execFileSync } from 'node:child_process';

/** npm and npx are scripts on Windows, which are found by a shell alone. */
const needsShell = (program) => process.platform === 'win32' && /^np[mx]$/u.test(program);

/** Runs a program whose words are for whoever watches the release. */
export function run(program, args, cwd, env = {}) {
  execFileSync(program, args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: needsShell(program),
  });
}

/** What a program says, without the end of its last line; its complaints go to the terminal. */
export function output(program, args, cwd, env = {}) {
  return execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
    shell: needsShell(program),
  }).trimEnd();
}

/** git in the repository at `cwd`, with a name to commit by where the machine has none. */
export function git(cwd, ...args) {
  return output('git', args, cwd, identity(cwd));
}

/** A machine that only releases may have no name set. */
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
