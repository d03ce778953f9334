import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { promisify } from 'node:util';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onDisk } from '../cli/disk.ts';
import { gitEnv, Scratch } from '../cli/team/scratch.ts';
import { type Page, pages, root } from './pages.ts';

/** An indented block, with empty lines inside, that begins with a command: `    $ planlint …`. */
const SESSION = /(?<=\n\n) {4}\$ .*\n(?:(?: {4}.*|(?=\n {4}))\n)*/gu;
const COMMAND = '    $ ';

const played = pages.filter(({ text }) => text.match(SESSION));

describe.skipIf(process.platform !== 'linux')('sessions in the manual', () => {
  beforeAll(() => new Promise<void>((done) => answering.listen(0, '127.0.0.1', done)));
  afterAll(() => new Promise<unknown>((done) => answering.close(done)));

  it.concurrent.for(played)('are what $path shows', async (page, { expect: here }) => {
    const commands = page.text.match(SESSION)?.flatMap(commandsIn) ?? [];
    const shown = await play(page, commands, (answering.address() as AddressInfo).port);
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

/** What a terminal shows of each command, whatever its exit code is: one shell a page, with the samples of a clone. */
async function play(
  { language }: Page,
  commands: readonly string[],
  port: number,
): Promise<readonly string[]> {
  const scratch = new Scratch();
  try {
    for (const path of globSync('tests/fixtures/plans/*.plan', { cwd: root }))
      scratch.write(path, readFileSync(root + path));
    const env = { ...gitEnv, LANG: language === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8', PORT: String(port) };
    const script = [CALL, 'exec 2>&1', ...commands.flatMap((command) => [command, "printf '\\036'"])];
    const called = shell('bash', ['--norc', '-c', script.join('\n')], { cwd: scratch.folder, env });
    called.child.stdin?.end();
    return (await called).stdout.split(END);
  } finally {
    scratch.remove();
  }
}

const shell = promisify(execFile);

/** No text holds it. */
const END = '\u{1E}';

/** Has Planlint called in this process, since a program takes its time to start: words apart by tabs, what is given, an end. */
const CALL = `planlint() {
  local code said shown given
  given=$(cat)
  exec 3<> "/dev/tcp/127.0.0.1/$PORT"
  { printf '%s\\t' "$LANG" "$PWD" "$@"; printf '\\n%s\\036' "$given"; } >&3
  IFS= read -r -d $'\\x1f' code <&3
  IFS= read -r -d $'\\x1f' said <&3
  IFS= read -r -d $'\\x1f' shown <&3
  exec 3>&-
  printf '%s' "$said" >&2
  printf '%s' "$shown"
  return "$code"
}`;

/** Answers calls: one a connection. */
const answering = createServer((socket) => {
  let call = '';
  socket.setEncoding('utf8').on('data', async (data) => {
    call += data;
    if (!call.endsWith(END)) return;
    const line = call.slice(0, call.indexOf('\n'));
    const [lang = '', folder = '', ...args] = line.split('\t').slice(0, -1);
    const { code, stderr, stdout } = await onDisk(folder, {
      args,
      env: { LANG: lang },
      stdin: call.slice(line.length + 1, -1),
    });
    socket.end([code, stderr, stdout, ''].join('\u{1F}'));
  });
});
