import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inProcess } from '../host.ts';
import { lacking } from '../plans.ts';
import { Scratch } from '../team/scratch.ts';

/** The paths that reports of each format name, each once. */
const pathsIn: Readonly<Record<string, (report: string) => readonly string[]>> = {
  github: (report) => all(report, /file=(?<path>[^,]+),/gu),
  azure: (report) => all(report, /sourcepath=(?<path>[^;]+);/gu),
  gitlab: (report) => all(report, /"path": "(?<path>[^"]+)"/gu),
  sarif: (report) => all(report.slice(report.indexOf('"artifacts"')), /"uri": "(?<path>[^"]+)"/gu),
  rdjson: (report) => all(report, /"path": "(?<path>[^"]+)"/gu),
  compact: (report) => all(report, /^(?<path>[^:]+):/gmu),
};

function all(report: string, pattern: RegExp): readonly string[] {
  return [...new Set([...report.matchAll(pattern)].map(({ groups }) => groups?.path ?? ''))];
}

describe('paths in reports', () => {
  const named = async (format: string, args: readonly string[], env = {}) => {
    const files = { 'x/a.plan': lacking, '../b.plan': lacking };
    return pathsIn[format]!((await inProcess({ args: ['--format', format, ...args], files, env })).stdout);
  };

  it.each(['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'BUILD_SOURCESDIRECTORY'])(
    'start where %s says that the repository is',
    async (name) => {
      for (const format of ['github', 'azure', 'gitlab', 'sarif']) {
        expect(await named(format, ['./x/a.plan'], { [name]: '/' }), format).toEqual(['office/x/a.plan']);
        expect(await named(format, ['/office/x/a.plan'], { [name]: '/office/' }), format).toEqual([
          'x/a.plan',
        ]);
        expect(await named(format, ['x/a.plan'], { [name]: '/elsewhere' }), format).toEqual(['x/a.plan']);
      }
    },
  );

  it.each(['GITHUB_WORKSPACE', 'BUILD_SOURCESDIRECTORY'])(
    'start at the repository where it was checked out below %s, but not at a submodule',
    async (name) => {
      const env = { [name]: '/' };
      const under = async (files: Readonly<Record<string, string>>) =>
        pathsIn.github!(
          (
            await inProcess({
              args: ['--format=github', 'x/a.plan'],
              files: { 'x/a.plan': lacking, ...files },
              env,
            })
          ).stdout,
        );
      expect(await under({ '.git/HEAD': '' })).toEqual(['x/a.plan']);
      expect(await under({ '.git': 'gitdir: ../.git/modules/office\n' })).toEqual(['office/x/a.plan']);
      expect(await under({ 'x/.git/HEAD': '' })).toEqual(['office/x/a.plan']);
    },
  );

  it('are left alone for standard input without a name', async () => {
    const call = { stdin: lacking, env: { GITHUB_WORKSPACE: '/' } };
    for (const format of ['github', 'azure', 'gitlab']) {
      const { stdout } = await inProcess({ args: ['--format', format, '-'], ...call });
      expect(pathsIn[format]!(stdout), format).toEqual(['<stdin>']);
    }
  });

  it('are whole where they lie outside', async () => {
    expect(await named('github', ['../b.plan'])).toEqual(['/b.plan']);
    expect(await named('gitlab', ['../b.plan'])).toEqual(['/b.plan']);
    expect(await named('sarif', ['../b.plan'])).toEqual(['file:///b.plan']);
  });

  it('are as given for people, and for reviewdog, which runs in the same folder', async () => {
    expect(await named('compact', ['../b.plan'], { GITHUB_WORKSPACE: '/' })).toEqual(['../b.plan']);
    expect(await named('rdjson', ['../b.plan'], { GITHUB_WORKSPACE: '/' })).toEqual(['../b.plan']);
  });

  it('have a base in SARIF', async () => {
    const { stdout } = await inProcess({ args: ['--format=sarif'], files: { 'a.plan': lacking } });
    const [run] = JSON.parse(stdout).runs;
    expect(run.originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: 'file:///office/' } });
    // As the text is read: a lone CR ends a line, too.
    expect(run.newlineSequences).toEqual(['\r\n', '\n', '\r']);
    expect(run.artifacts[0].location).toEqual({ uri: 'a.plan', uriBaseId: '%SRCROOT%' });
  });
});

describe('in a repository', () => {
  let scratch: Scratch;

  beforeEach(() => {
    scratch = new Scratch();
    scratch.write('下级/x/a.plan', lacking);
  });
  afterEach(() => scratch.remove());

  it('the same file has one path and one fingerprint, wherever the check is run and however it is named', async () => {
    const reports = await Promise.all(
      [
        { below: '.', path: '下级/x/a.plan' },
        { below: '下级', path: './x/a.plan' },
        { below: '下级/x', path: 'a.plan' },
        { below: '下级/x', path: '../x/a.plan' },
        { below: '下级/x', path: `${scratch.folder}/下级/x/a.plan` },
      ].map(async ({ below, path }) => {
        const [gitlab, sarif] = await Promise.all(
          ['gitlab', 'sarif'].map((format) => scratch.planlint(['--format', format, path], { below })),
        );
        return { gitlab: gitlab?.stdout, sarif: sarif?.stdout };
      }),
    );
    expect(pathsIn.gitlab!(reports[0]?.gitlab ?? '')).toEqual(['下级/x/a.plan']);
    for (const report of reports) expect(report).toEqual(reports[0]);
    const program = await scratch.program(['--format=gitlab', '../x/a.plan'], { below: '下级/x' });
    expect(program.stdout).toBe(reports[0]?.gitlab);
  });

  it.skipIf(process.platform === 'win32')('a backslash in a name stays one', async () => {
    scratch.write('甲\\乙.plan', lacking);
    const { stdout } = await scratch.planlint(['--format', 'gitlab', '甲\\乙.plan']);
    expect(JSON.parse(stdout)[0].location.path).toBe('甲\\乙.plan');
  });
});
