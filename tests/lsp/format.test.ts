import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type FormatStyle, formattingThrough } from '../../server/src/core/features/writing/formatting.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { startClient } from './client.ts';

const PLAN = 'file:///plans/2026.plan';
const HEAD = '2026年工作要点\n一、工作\n';

const FOLDER = new URL('../fixtures/plans/', import.meta.url);
const FIXTURES = readdirSync(FOLDER).filter((name) => /\.(?:txt|plan)$/u.test(name));

/** A text after formatting, as the server has it. */
function through(text: string, style: FormatStyle): string {
  const check = (words: string) => {
    const plan = parse(words);
    return { plan, findings: lint(plan, rules, defaultSettings, []) };
  };
  const edits = formattingThrough(check(text), check, { start: 0, end: text.length }, style);
  return [...edits]
    .reverse()
    .reduce((all, { span, newText }) => all.slice(0, span.start) + newText + all.slice(span.end), text);
}

let client: Awaited<ReturnType<typeof startClient>> | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

interface TextEdit {
  readonly range: Record<'start' | 'end', { readonly line: number; readonly character: number }>;
  readonly newText: string;
}

/** The text after the edits of the server, all of which speak of the text before. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  const offset = ({ line, character }: { line: number; character: number }) =>
    Math.min(text.length, (starts[line] ?? text.length) + character);
  return [...edits]
    .sort(
      (a, b) => offset(b.range.start) - offset(a.range.start) || offset(b.range.end) - offset(a.range.end),
    )
    .reduce(
      (all, { range, newText }) => all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end)),
      text,
    );
}

async function formatted(text: string, format?: unknown): Promise<string> {
  client = await startClient({ configuration: { format } });
  await client.open(PLAN, text);
  const edits = await client.request<TextEdit[]>('textDocument/formatting', {
    textDocument: { uri: PLAN },
    options: { tabSize: 2, insertSpaces: true },
  });
  return edited(text, edits);
}

describe('formatting', () => {
  const LOOSE = `${HEAD}1.甲项。开放图书馆，每周统计一次。 延长借阅时间。  \n2．乙项。二。\n3.丙项。三。\n`;

  it('takes stray spaces out and unifies number marks', async () => {
    expect(await formatted(LOOSE)).toBe(
      `${HEAD}1.甲项。开放图书馆，每周统计一次。延长借阅时间。\n2.乙项。二。\n3.丙项。三。\n`,
    );
  });

  it('leaves spaces or number marks as the person wants', async () => {
    expect(await formatted(LOOSE, { spacing: false })).toBe(LOOSE.replace('2．', '2.'));
    await client?.close();
    expect(await formatted(LOOSE, { numbering: 'keep' })).toBe(
      LOOSE.replace('。 延长借阅时间。  ', '。延长借阅时间。'),
    );
  });

  const BRACKET = `${HEAD}1.甲项。一。（责任单位：办公室；完成时限：6月底）\n2.乙项。二。（责任单位：人事科；完成时限：7月底）\n`;
  const LINES = `${HEAD}1.甲项。一。\n责任单位：办公室\n完成时限：6月底\n2.乙项。二。\n责任单位：人事科\n完成时限：7月底\n`;

  it('puts fields where the person wants them, and once is enough', async () => {
    expect(await formatted(BRACKET, { fields: 'line' })).toBe(LINES);
    await client?.close();
    expect(await formatted(LINES, { fields: 'bracket' })).toBe(BRACKET);
    await client?.close();
    expect(await formatted(LINES, { fields: 'line' })).toBe(LINES);
    await client?.close();
    expect(await formatted(BRACKET, { fields: 'bracket' })).toBe(BRACKET);
    await client?.close();
    expect(await formatted(BRACKET, { fields: 'keep' })).toBe(BRACKET);
  });

  it('leaves nothing to format, whatever the first changes bring to light', async () => {
    const loose = `${HEAD}1.甲项。建设阅读角，每周开放三次，由学生自己管理。\n责任单位：教育研究院、 新华书店\n完成时限：6月底\n`;
    const once = await formatted(loose, { fields: 'bracket' });
    expect(once).toContain('（责任单位：教育研究院、新华书店；完成时限：6月底）');
    await client?.close();
    expect(await formatted(once, { fields: 'bracket' })).toBe(once);
  });

  const STYLES: readonly FormatStyle['fields'][] = ['keep', 'bracket', 'line'];

  it.each(STYLES.flatMap((fields) => FIXTURES.map((name) => [name, fields] as const)))(
    'of %s leaves nothing to format (%s)',
    (name, fields) => {
      const style = { spacing: true, numbering: 'unify', fields } as const;
      const once = through(readFileSync(new URL(name, FOLDER), 'utf8'), style);
      expect(through(once, style)).toBe(once);
    },
  );

  it('leaves brackets alone that close measures of their own', async () => {
    const measures = `${HEAD}1.甲项。一是学习（责任单位：办公室）；二是检查（责任单位：人事科）。\n`;
    expect(await formatted(measures, { fields: 'line' })).toBe(measures);
  });
});

describe('Enter behind an item', () => {
  const ask = async (configuration: unknown) => {
    client = await startClient({ configuration });
    const { cursor } = await client.open(PLAN, `${HEAD}1.甲项。一。\n‸`);
    return client.request('textDocument/onTypeFormatting', {
      textDocument: { uri: PLAN },
      position: cursor,
      ch: '\n',
      options: { tabSize: 2, insertSpaces: true },
    });
  };
  it('continues the numbering unless that is switched off', async () => {
    expect(await ask({})).toMatchObject([{ newText: '2.' }]);
    await client?.close();
    expect(await ask({ format: { continueNumbering: false } })).toEqual([]);
  });
});

describe('places to fill', () => {
  const TEXT = `${HEAD}1.甲项。一。（责任单位：办公室；完成时限：6月底）\n⟦2.乙项⟧。二。\n3.丙项。三。\n`;
  interface Action {
    readonly title: string;
    readonly data?: { readonly id?: string };
    readonly edit: {
      readonly documentChanges?: { edits: unknown[] }[];
      readonly changes?: Record<string, unknown[]>;
    };
  }
  const actions = async (workspaceEdit: object): Promise<readonly Action[]> => {
    client = await startClient({ capabilities: { workspace: { workspaceEdit } } });
    const { ranges } = await client.open(PLAN, TEXT);
    return client.request('textDocument/codeAction', {
      textDocument: { uri: PLAN },
      range: ranges[0],
      context: { diagnostics: [] },
    });
  };

  it('are stops of a snippet where the client has them, and empty text elsewhere', async () => {
    const own = (all: readonly Action[]) => all.find(({ data }) => data?.id === 'fill-task');
    const able = own(await actions({ documentChanges: true, snippetEditSupport: true }));
    expect(able?.edit.documentChanges?.[0]?.edits).toMatchObject([
      { snippet: { kind: 'snippet', value: '（责任单位：$1；完成时限：$2）$0' } },
    ]);
    await client?.close();
    const plain = own(await actions({ documentChanges: true }));
    expect(plain?.edit.documentChanges?.[0]?.edits).toMatchObject([
      { newText: '（责任单位：；完成时限：）' },
    ]);
  });

  it('are offered for a finding, for the task and for all tasks', async () => {
    const all = await actions({ documentChanges: true, snippetEditSupport: true });
    const fix = all.find(({ title }) => title === '为第2项任务补上“责任单位”，内容待填');
    expect(fix?.edit.documentChanges?.[0]?.edits).toMatchObject([
      { snippet: { value: '（责任单位：$1）$0' } },
    ]);
    const every = all.find(({ data }) => data?.id === 'fill-all');
    expect(every?.title).toContain('2处');
    expect(every?.edit.documentChanges?.[0]?.edits).toMatchObject([
      { newText: '（责任单位：；完成时限：）' },
      { newText: '（责任单位：；完成时限：）' },
    ]);
  });
});
