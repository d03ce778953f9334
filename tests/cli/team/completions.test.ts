import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../../server/src/cli/commands/index.ts';
import { shells } from '../../../server/src/cli/completions/table.ts';
import { options } from '../../../server/src/cli/options.ts';
import { rules } from '../../../server/src/core/rules/index.ts';
import { bundle, inProcess } from '../host.ts';

const has = (program: string) => spawnSync(program, ['--version']).status === 0;

describe('completions', () => {
  it.each(shells)('for %s know every command, option and rule', async (shell) => {
    const { code, stdout, stderr } = await inProcess({ args: ['completions', shell] });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const used = new Set(commands.flatMap((command) => command.options));
    // Fish writes options without their dashes.
    const dashes = shell === 'fish' ? '-l ' : '--';
    for (const name of Object.keys(options)) {
      if (used.has(name as keyof typeof options)) expect(stdout).toContain(`${dashes}${name}`);
    }
    for (const { name } of commands) expect(stdout).toContain(name);
    for (const { id } of rules) expect(stdout).toContain(id);
  });

  it('are described in the language that is asked for', async () => {
    const zh = await inProcess({ args: ['completions', 'fish'] });
    const en = await inProcess({ args: ['completions', 'fish', '--locale', 'en'] });
    expect(zh.stdout).toContain('只检查将要提交的文件');
    expect(en.stdout).toContain('only check files about to be committed');
    expect(en.stdout).not.toMatch(/\p{Script=Han}/u);
  });

  it.each([
    [[], '请写明一种命令行环境，可用：bash、zsh、fish、powershell。'],
    [['bsh'], '没有适用于 bsh 的补全，是不是 bash？可用：bash、zsh、fish、powershell。'],
    [['cmd'], '没有适用于 cmd 的补全，可用：bash、zsh、fish、powershell。'],
  ])('are for one of the shells: %j', async (args, message) => {
    const { code, stderr } = await inProcess({ args: ['completions', ...args] });
    expect({ code, stderr }).toEqual({ code: 2, stderr: `planlint: ${message}\n` });
  });
});

describe.skipIf(process.platform === 'win32')('in a real shell', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'planlint-shell-'));
    mkdirSync(join(folder, 'bin'));
    chmodSync(bundle, 0o755);
    symlinkSync(bundle, join(folder, 'bin/planlint'));
    writeFileSync(join(folder, '计划.plan'), '');
    writeFileSync(join(folder, 'check list.plan'), '');
    mkdirSync(join(folder, 'plans 2026'));
    for (const shell of shells) {
      const script = execFileSync(process.execPath, [bundle, 'completions', shell, '--locale', 'en']);
      writeFileSync(join(folder, `planlint.${shell}`), script);
    }
    execFileSync('git', ['init', '--quiet', '--initial-branch=entwurf'], { cwd: folder });
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
    execFileSync('git', [...identity, 'commit', '--quiet', '--allow-empty', '-m', 'one'], { cwd: folder });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(shell: string, args: readonly string[]): string[] {
    const path = `${join(folder, 'bin')}:${process.env.PATH}`;
    const env = { ...process.env, PATH: path, LANG: 'C.UTF-8', HOME: folder, XDG_CONFIG_HOME: folder };
    const { stdout, stderr, status } = spawnSync(shell, args, {
      cwd: folder,
      env,
      encoding: 'utf8',
      timeout: 300_000,
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    return stdout
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  /** What is offered for the last of `words`, by shell. */
  const offers: Readonly<Record<string, (words: readonly string[]) => string[]>> = {
    bash: (words) => {
      // \`--option=value\` comes to bash in three words.
      const split = words.flatMap((word) => word.split(/(?<==)|(?==)/u));
      const script = `source planlint.bash; COMP_WORDS=(planlint ${split.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${split.length}; _planlint; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return run('bash', ['--noprofile', '--norc', '-c', script]);
    },
    fish: (words) => {
      const line = ['planlint', ...words].join(' ');
      const said = run('fish', [
        '--no-config',
        '-c',
        `source planlint.fish; complete --do-complete '${line}'`,
      ]);
      return said.map((row) => row.split('\t')[0]!.replace(/^--[a-z-]+=(?=.)/u, ''));
    },
  };

  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['commands', ['exp'], ['export', 'explain']],
    ['options of a command', ['outline', '--ou'], ['--output']],
    ['options of the command that is meant without one', ['--max'], ['--max-warnings']],
    ['formats', ['check', '--format', 'js'], ['json', 'jsonl']],
    ['formats of another command', ['export', '--format', 'js'], ['json']],
    ['levels', ['--severity', 'w'], ['warning']],
    ['levels behind an equals sign', ['check', '--severity=w'], ['warning']],
    ['rules', ['check', '--rule', 'missing-l'], ['missing-lead']],
    ['rules to explain', ['explain', 'missing-d'], ['missing-deadline']],
    ['branches', ['check', '--since', 'ent'], ['entwurf']],
    ['shells', ['completions', 'z'], ['zsh']],
  ];

  describe.skipIf(!has('bash'))('bash', () => {
    it.each(cases)('offers %s', (_, words, expected) => {
      expect(offers.bash!(words).sort()).toEqual([...expected].sort());
    });

    it('leaves files to the shell', () => {
      expect(offers.bash!(['check', '计'])).toEqual([]);
      expect(offers.bash!(['check', '--output', '计'])).toEqual([]);
      expect(offers.bash!(['plans'])).toEqual([]);
    });

    it('offers a file whose name has spaces whole, beside a command', () => {
      expect(offers.bash!(['chec'])).toEqual(['check', 'check list.plan']);
    });
  });

  describe.skipIf(!has('fish'))('fish', () => {
    it.each(cases)('offers %s', (_, words, expected) => {
      expect(offers.fish!(words).sort()).toEqual(expect.arrayContaining([...expected]));
    });

    it('offers files, but not for what takes none', () => {
      expect(offers.fish!(['check', '计'])).toEqual(['计划.plan']);
      expect(offers.fish!(['check', '--output', '计'])).toEqual(['计划.plan']);
      expect(offers.fish!(['explain', '计'])).toEqual([]);
    });
  });

  describe.skipIf(!has('zsh'))('zsh', () => {
    /** Presses Tab in an interactive shell on a terminal of its own, and keeps the line that comes of it. */
    function completed(line: string): string {
      const setup = [
        'autoload -U compinit; compinit -u -D; source ./planlint.zsh',
        'bindkey "^I" complete-word; setopt no_beep',
        'show() { print -r -- "$BUFFER" > line.tmp; mv line.tmp line; zle send-break }; zle -N show; bindkey "^X" show',
        'print -n > ready',
      ];
      writeFileSync(join(folder, 'setup.zsh'), setup.join('\n'));
      for (const name of ['line', 'ready']) rmSync(join(folder, name), { force: true });
      const script = [
        'zmodload zsh/zpty',
        'zpty -b shell zsh -f -i',
        'until_there() { for i in {1..400}; do [[ -e $1 ]] && return; zpty -r -t shell part; sleep 0.05; done }',
        "zpty -w shell 'source ./setup.zsh'",
        'until_there ready',
        `zpty -w -n shell $'${line}\\t\\x18'`,
        'until_there line',
        'zpty -d shell; cat line',
      ].join('\n');
      return run('zsh', ['-f', '-c', script]).join('\n');
    }

    it.each([
      ['planlint outl', 'planlint outline'],
      ['planlint check --max', 'planlint check --max-warnings='],
      ['planlint --max', 'planlint --max-warnings='],
      ['planlint check --severity w', 'planlint check --severity warning'],
      ['planlint check --severity=w', 'planlint check --severity=warning'],
      ['planlint explain missing-d', 'planlint explain missing-deadline'],
      ['planlint check --since ent', 'planlint check --since entwurf'],
      ['planlint completions p', 'planlint completions powershell'],
      ['planlint check 计', 'planlint check 计划.plan'],
    ])('makes of %s', (typed, expected) => {
      expect(completed(typed)).toBe(expected);
    });
  });
});
