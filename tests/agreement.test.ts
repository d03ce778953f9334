import { describe, expect, it } from 'vitest';
import { inProcess } from './cli/host.ts';
import { startClient } from './lsp/client.ts';
import { documents, hasReal, someDocuments } from './rules/texts.ts';

/** The editor and the command line, on one tree of files: what each says about every plan. */
async function both(files: Readonly<Record<string, string>>, locale: 'zh' | 'en') {
  const args = ['check', '--format', 'json', '--severity', 'hint', '--locale', locale, '.'];
  const ran = await inProcess({ args, files });
  const { files: checked } = JSON.parse(ran.stdout) as { files: readonly Checked[] };
  const uris = Object.fromEntries(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
  const client = await startClient({
    folders: ['file:///office'],
    files: uris,
    locale,
    capabilities: { workspace: { diagnostics: { refreshSupport: true } } },
  });
  // All files were read.
  await client.hear('workspace/diagnostic/refresh');
  const said = new Map<string, readonly string[]>();
  for (const { path } of checked) {
    await client.open(uriOf(path), files[path] ?? '');
    const { items } = await client.request<{ items: readonly Item[] }>('textDocument/diagnostic', {
      textDocument: { uri: uriOf(path) },
    });
    said.set(path, items.map(lineOfItem).sort());
  }
  await client.close();
  return {
    stderr: ran.stderr,
    commandLine: checked.map(({ path, findings }) => [path, findings.map(lineOfFinding).sort()] as const),
    editor: checked.map(({ path }) => [path, said.get(path)] as const),
  };
}

interface Checked {
  readonly path: string;
  readonly findings: readonly (Readonly<Record<'line' | 'column' | 'endLine' | 'endColumn', number>> &
    Readonly<Record<'rule' | 'severity' | 'message', string>>)[];
}

interface Item {
  readonly code: string;
  readonly severity: number;
  readonly message: string;
  readonly range: Readonly<Record<'start' | 'end', { readonly line: number; readonly character: number }>>;
}

function lineOfFinding({ line, column, endLine, endColumn, ...more }: Checked['findings'][number]): string {
  return `${line}:${column}-${endLine}:${endColumn} ${more.severity} ${more.rule} ${more.message}`;
}

function lineOfItem({ code, severity, message, range: { start, end } }: Item): string {
  const level = ['', 'error', 'warning', 'info', 'hint'][severity];
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${level} ${code} ${message}`;
}

function uriOf(path: string): string {
  return `file:///office/${path.split('/').map(encodeURIComponent).join('/')}`;
}

const own = documents().filter(([name]) => name.startsWith('plans/'));
const county = Object.fromEntries(own.map(([name, text]) => [name.replace('plans/', '县局/'), text]));

describe('editor and command line', () => {
  it.each(['zh', 'en'] as const)('say the same of the same file (%s)', async (locale) => {
    const { commandLine, editor, stderr } = await both(county, locale);
    expect(stderr).toBe('');
    expect(commandLine.length).toBeGreaterThan(9);
    expect(commandLine.flatMap(([, lines]) => lines).length).toBeGreaterThan(10);
    expect(editor).toEqual(commandLine);
  });

  it('say the same under the same configurations', async () => {
    const { commandLine, editor, stderr } = await both(
      {
        'planlint.json': '{ "missing-lead": "always", "rules": { "missing-deadline": "error" } }',
        '县局/planlint.json': `{
          "extends": "../base.json",
          "overrides": [{ "files": "n*.plan", "missing-lead": "never" }],
        }`,
        'base.json':
          '{ "rules": { "missing-unit": "off", "halfwidth-mark": "error" }, "labels": { "unit": ["具体承办"] } }',
        '学校/planlint.json': '{ "root": true }',
        '学校/a b.plan': '2026年工作要点\n一、任务\n1. 建园。建设一所,两层。（具体承办：基建办）\n',
        '县局/a.plan': '2026年工作要点\n一、任务\n1. 建园。建设一所,两层。（具体承办：基建办）\n',
        ...county,
      },
      'zh',
    );
    expect(stderr).toBe('');
    expect(commandLine.flatMap(([, lines]) => lines).join('\n')).toContain(' error halfwidth-mark ');
    expect(editor).toEqual(commandLine);
  });

  it('say the same where a configuration appoints the directories and leaves files out', async () => {
    const { commandLine, editor, stderr } = await both(
      {
        'planlint.json': '{ "directories": ["lists"], "ignore": ["old/"], "files": ["*.md"] }',
        // Nothing but the configuration says that it is a directory.
        'lists/科室.txt': '一、科室\n1. 基教科（又称：基础教育科）\n2. 办公室\n',
        'old/a.plan': '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：基教股）\n',
        '2026.plan':
          '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：基教股、基础教育科；完成时限：6月底）\n',
        '2027.md': '2027年工作要点\n一、工作\n1.甲项。一。（责任单位：体卫艺科；完成时限：6月底）\n',
      },
      'zh',
    );
    expect(stderr).toBe('');
    const said = commandLine.flatMap(([path, lines]) => lines.map((line) => `${path} ${line}`)).join('\n');
    expect(said).toContain(' unknown-unit ');
    expect(said).not.toContain('old/');
    expect(editor).toEqual(commandLine);
  });

  it.runIf(hasReal)('say the same of real documents', async () => {
    const real = someDocuments(12).filter(
      ([name]) => name.startsWith('seeds/') || name.startsWith('corpus/'),
    );
    const { commandLine, editor, stderr } = await both(Object.fromEntries(real), 'zh');
    expect(stderr).toBe('');
    expect(commandLine.length).toBeGreaterThan(10);
    expect(editor).toEqual(commandLine);
  });
});
