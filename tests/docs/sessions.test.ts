import { execFile } from 'node:child_process';
import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { bundle } from '../cli/host.ts';
import { gitEnv, Scratch } from '../cli/team/scratch.ts';
import { type Page, pages, root } from './pages.ts';

/** An indented block, with empty lines inside, that begins with a command: `    $ planlint …`. */
const SESSION = /(?<=\n\n) {4}\$ .*\n(?:(?: {4}.*|(?=\n {4}))\n)*/gu;
const COMMAND = '    $ ';

const played = pages.filter(({ text }) => text.match(SESSION));

describe.skipIf(process.platform !== 'linux')('sessions in the manual', () => {
  it.concurrent.for(played)('are what $path shows', async (page, { expect: here }) => {
    const commands = page.text.match(SESSION)?.flatMap(commandsIn) ?? [];
    const shown = await play(page, commands);
    let next = 0;
    const text = page.text.replace(SESSION, (session) =>
      commandsIn(session)
        .map((command) => {
          const output = (shown[next++] ?? 'nothing was shown').split('\n').slice(0, -1);
          return [`${COMMAND}${command}`, ...output.map((one) => (one === '' ? '' : `    ${one}`)), ''].join(
            '\n',
          );
        })
        .join(''),
    );
    // `vitest -u` writes what is shown anew.
    await here(text).toMatchFileSnapshot(root + page.path);
  });

  it('are there in every page that says how to call Planlint', () => {
    expect(played.length).toBeGreaterThan(11);
    expect(pages.filter((page) => !played.includes(page) && UNPLAYED.test(page.text))).toEqual([]);
  });
});

/** A block that calls Planlint and is not played; a synopsis has an ellipsis, a snippet for another program no `$`. */
const UNPLAYED = /^ {4}planlint (?!.*…)/mu;

function commandsIn(session: string): readonly string[] {
  return session
    .split('\n')
    .filter((line) => line.startsWith(COMMAND))
    .map((line) => line.slice(COMMAND.length));
}

/** What a terminal shows of each command, whatever its exit code is: one shell a page, in a repository with two plans. */
async function play({ language }: Page, commands: readonly string[]): Promise<readonly string[]> {
  const scratch = new Scratch();
  try {
    scratch.git('init', '--quiet', '--initial-branch=main');
    for (const name of ['own-lines.plan', 'brackets.plan']) {
      const path = `tests/fixtures/plans/${name}`;
      scratch.write(path, readFileSync(root + path));
    }
    chmodSync(bundle, 0o755);
    scratch.write('bin/.gitkeep', '');
    symlinkSync(bundle, join(scratch.folder, 'bin/planlint'));
    const lang = language === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8';
    const env = { ...gitEnv, LANG: lang, PATH: `${join(scratch.folder, 'bin')}:${gitEnv.PATH}` };
    const script = ['exec 2>&1', ...commands.flatMap((command) => [command, `printf '\\036'`])].join('\n');
    const { stdout } = await shell('bash', ['--norc', '-c', script], { cwd: scratch.folder, env });
    return stdout.split('\u{1E}');
  } finally {
    scratch.remove();
  }
}

const shell = promisify(execFile);
