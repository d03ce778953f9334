import { afterEach, describe, expect, it } from 'vitest';
import { type Client, type ClientOptions, startClient } from './client.ts';

const FOLDER = 'file:///plans';
const DIRECTORY = `${FOLDER}/units.plan`;
const PLAN = `${FOLDER}/2026.plan`;

const directory = [
  '⟦青河县教育局责任单位名录⟧',
  '一、局领导',
  '1. ⟦林知远⟧（职务：局长；分管：⟦办公室⟧、⟦基教科⟧）',
  '二、机关科室',
  '1. ⟦办公室⟧（负责人：周明）',
  '2. ⟦基教科⟧（又称：⟦基础教育科⟧；上级：县教育局）',
  '3. 县教育局',
  '4. 办公室文秘组',
].join('\n');

let client: Client;
afterEach(() => client?.close());

async function started(options: ClientOptions = {}): Promise<Client> {
  client = await startClient({ folders: [FOLDER], ...options });
  return client;
}

const links = { textDocument: { definition: { linkSupport: true } } };

describe('definition', () => {
  it('leads from a task to the entry of its unit', async () => {
    const { open, request } = await started({ capabilities: links });
    const units = await open(DIRECTORY, directory);
    const plan = await open(
      PLAN,
      '青河县2026年工作要点\n一、工作\n1.做好工作。内容。（责任单位：⟦基‸教科⟧、办公室）',
    );
    const found = await request('textDocument/definition', { textDocument: plan, position: plan.cursor });
    expect(found).toEqual([
      {
        originSelectionRange: plan.ranges[0],
        targetUri: DIRECTORY,
        targetRange: { start: { line: 5, character: 0 }, end: { line: 5, character: 24 } },
        targetSelectionRange: units.ranges.find(({ start }) => start.line === 5 && start.character === 3),
      },
    ]);
  });

  it('leads from an alias to the alias, and from a person to the person', async () => {
    const { open, request } = await started();
    const units = await open(DIRECTORY, directory);
    const plan = await open(
      PLAN,
      '2026年工作要点\n一、工作\n1.做好工作。内容。（牵头领导：林知远；责任科室：基础‸教育科）',
    );
    const alias = await request('textDocument/definition', { textDocument: plan, position: plan.cursor });
    expect(alias).toEqual([{ uri: DIRECTORY, range: units.ranges.at(-1) }]);
    const person = await request('textDocument/definition', {
      textDocument: plan,
      position: { line: 2, character: 16 },
    });
    expect(person).toEqual([{ uri: DIRECTORY, range: units.ranges[1] }]);
  });

  it('leads to the first mention where there is no directory', async () => {
    const { open, request } = await started();
    const plan = await open(
      PLAN,
      '2026年工作要点\n一、工作\n1.甲。一。（责任单位：⟦基教科⟧）\n2.乙。二。（责任单位：办公室、基教‸科）',
    );
    const found = await request('textDocument/definition', { textDocument: plan, position: plan.cursor });
    expect(found).toEqual([{ uri: PLAN, range: plan.ranges[0] }]);
  });

  it('has nothing to say about prose', async () => {
    const { open, request } = await started();
    const plan = await open(PLAN, '2026年工作要点\n一、工作\n1.做好‸工作。由基教科牵头推进。');
    expect(await request('textDocument/definition', { textDocument: plan, position: plan.cursor })).toEqual(
      [],
    );
    expect(await request('textDocument/hover', { textDocument: plan, position: plan.cursor })).toBeNull();
  });

  it('finds a directory that is not open, and takes what is open for the truth', async () => {
    const { open, request, hear, notify } = await started({
      files: {
        [DIRECTORY]: '青河县教育局责任单位名录\n一、科室\n1. 办公室\n2. 基教科',
        [`${FOLDER}/.hidden/x.plan`]: directory,
      },
      capabilities: { ...links, workspace: { diagnostics: { refreshSupport: true } } },
    });
    await hear('workspace/diagnostic/refresh');
    const plan = await open(PLAN, '2026年工作要点\n一、工作\n1.甲。一。（责任单位：基教‸科）');
    const params = { textDocument: plan, position: plan.cursor };
    const first = await request<{ targetRange: { start: { line: number } } }[]>(
      'textDocument/definition',
      params,
    );
    expect(first[0]?.targetRange.start.line).toBe(3);
    await open(DIRECTORY, '青河县教育局责任单位名录\n一、科室\n1. 基教科');
    const second = await request<{ targetRange: { start: { line: number } } }[]>(
      'textDocument/definition',
      params,
    );
    expect(second[0]?.targetRange.start.line).toBe(2);
    await notify('textDocument/didClose', { textDocument: { uri: DIRECTORY } });
    const third = await request<{ targetRange: { start: { line: number } } }[]>(
      'textDocument/definition',
      params,
    );
    expect(third[0]?.targetRange.start.line).toBe(3);
  });
});

describe('references, highlights and rename', () => {
  const text =
    '2026年工作要点\n一、工作\n1.甲。一。（责任单位：⟦基‸教科⟧、办公室）\n2.乙。二。（责任单位：⟦基础教育科⟧；配合单位：办公室文秘组）';

  it('finds every mention under every name', async () => {
    const { open, request } = await started();
    await open(DIRECTORY, directory);
    const plan = await open(PLAN, text);
    const params = { textDocument: plan, position: plan.cursor, context: { includeDeclaration: true } };
    const all = await request<{ uri: string; range: unknown }[]>('textDocument/references', params);
    expect(all.filter(({ uri }) => uri === PLAN).map(({ range }) => range)).toEqual(plan.ranges);
    expect(all.filter(({ uri }) => uri === DIRECTORY)).toHaveLength(3);
    const uses = await request<unknown[]>('textDocument/references', {
      ...params,
      context: { includeDeclaration: false },
    });
    expect(uses).toHaveLength(all.length - 1);
    const here = await request<{ range: unknown; kind: number }[]>('textDocument/documentHighlight', params);
    expect(here.map(({ range }) => range)).toEqual(plan.ranges);
  });

  it('renames in every file, never a part of another name, and annotates other files', async () => {
    const { open, request } = await started({
      capabilities: {
        workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
        textDocument: { rename: { prepareSupport: true } },
      },
    });
    await open(DIRECTORY, directory);
    const plan = await open(
      PLAN,
      '2026年工作要点\n一、工作\n1.甲。一。（责任单位：⟦办‸公室⟧、办公室文秘组）',
    );
    const params = { textDocument: plan, position: plan.cursor };
    expect(await request('textDocument/prepareRename', params)).toEqual({
      range: plan.ranges[0],
      placeholder: '办公室',
    });
    const edit = await request<RenameEdit>('textDocument/rename', { ...params, newName: '综合办公室' });
    const byUri = Object.fromEntries(
      edit.documentChanges.map(({ textDocument, edits }) => [textDocument.uri, edits]),
    );
    expect(byUri[PLAN]).toEqual([{ range: plan.ranges[0], newText: '综合办公室' }]);
    expect(byUri[DIRECTORY]?.map(({ range }) => range.start)).toEqual([
      { line: 2, character: 16 },
      { line: 4, character: 3 },
    ]);
    expect(
      byUri[DIRECTORY]?.every(
        ({ annotationId }) => annotationId !== undefined && annotationId in edit.changeAnnotations,
      ),
    ).toBe(true);
  });

  it('refuses a name that would be several', async () => {
    const { open, request } = await started();
    const plan = await open(PLAN, text);
    const params = { textDocument: plan, position: plan.cursor, newName: '甲科、乙科' };
    await expect(request('textDocument/rename', params)).rejects.toThrow('分隔符');
    for (const newName of ['办公室/人事科', '基教科和人事科', '办公室）', '（办公室', '办公室牵头', '待定']) {
      await expect(request('textDocument/rename', { ...params, newName })).rejects.toThrow(newName);
    }
    for (const newName of ['基础教育和信息化科', '各县（市、区）', '林 知']) {
      await expect(request('textDocument/rename', { ...params, newName })).resolves.toBeTruthy();
    }
    const still = await request('textDocument/prepareRename', params);
    expect(still).toMatchObject({ placeholder: '基教科' });
  });
});

describe('renaming onto a name that is taken', () => {
  const text = '2026年工作要点\n一、工作\n1.甲。一。（责任单位：基‸教科、人事科；配合单位：团委）';
  const annotating = {
    capabilities: { workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } },
  };

  it.each([
    ['another entry', '办公室'],
    ['the region before it', '县办公室'],
    ['who is only mentioned', '团委'],
  ])('is confirmed where the client can ask, else refused: %s', async (_, newName) => {
    const able = await started(annotating);
    await able.open(DIRECTORY, directory);
    const plan = await able.open(PLAN, text);
    const params = { textDocument: plan, position: plan.cursor, newName };
    const edit = await able.request<RenameEdit>('textDocument/rename', params);
    expect(Object.values(edit.changeAnnotations)).toMatchObject([
      { label: expect.stringContaining(newName), needsConfirmation: true },
    ]);
    const [id] = Object.keys(edit.changeAnnotations);
    const changed = edit.documentChanges.flatMap(({ edits }) => edits);
    expect(changed.map(({ annotationId }) => annotationId)).toEqual(changed.map(() => id));
    await client?.close();
    const plain = await started();
    await plain.open(DIRECTORY, directory);
    await plain.open(PLAN, text);
    await expect(plain.request('textDocument/rename', params)).rejects.toThrow(`已有“${newName}”`);
  });

  it('is refused for its own other names, spaces and what nobody is called', async () => {
    const { open, request } = await started(annotating);
    await open(DIRECTORY, directory);
    const plan = await open(PLAN, text);
    const params = { textDocument: plan, position: plan.cursor };
    const refused: readonly (readonly [newName: string, reason: string])[] = [
      ['基础教育科', '另一个名称'],
      ['基础 教育处', '空格'],
      ['办'.repeat(200), '200个字'],
    ];
    for (const [newName, reason] of refused) {
      await expect(request('textDocument/rename', { ...params, newName })).rejects.toThrow(reason);
    }
  });

  it('is as any other where the name means the same already', async () => {
    const { open, request } = await started(annotating);
    await open(DIRECTORY, directory);
    const plan = await open(PLAN, text);
    const params = { textDocument: plan, position: plan.cursor, newName: '县基教科' };
    const { changeAnnotations } = await request<RenameEdit>('textDocument/rename', params);
    expect(Object.values(changeAnnotations)).toMatchObject([{ needsConfirmation: false }]);
  });
});

interface RenameEdit {
  readonly documentChanges: readonly {
    readonly textDocument: { readonly uri: string };
    readonly edits: readonly {
      readonly range: { readonly start: unknown };
      readonly annotationId?: string;
    }[];
  }[];
  readonly changeAnnotations: Readonly<Record<string, unknown>>;
}

describe('hover, symbols and completion', () => {
  it('shows the card of a unit in the language of the client', async () => {
    const { open, request } = await started({ locale: 'en-GB' });
    await open(DIRECTORY, directory);
    const plan = await open(
      PLAN,
      '2026年工作要点\n一、工作\n1.甲。一。（责任单位：基础‸教育科）\n2.乙。二。（牵头单位：基教科）',
    );
    const hover = await request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: plan,
      position: plan.cursor,
    });
    expect(hover.contents.value).toBe(
      [
        '**基教科**',
        'Also called: 基础教育科',
        'In charge: 林知远',
        'Belongs to: 县教育局',
        'Leads 1 · Responsible for 1',
        '- 1\\.甲\n- 2\\.乙',
      ].join('\n\n'),
    );
  });

  it('knows who is in charge from either side, once, and heads as persons', async () => {
    const { open, request } = await started();
    await open(
      DIRECTORY,
      '县教育局责任单位名录\n一、局领导\n1. 林知远（分管：基教科）\n二、科室\n1. 基教科（负责人：周明；分管领导：林知远、何青）',
    );
    const plan = await open(PLAN, '2026年工作要点\n一、工作\n1.甲。一。（责任单位：基教‸科、）');
    const hover = await request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: plan,
      position: plan.cursor,
    });
    expect(hover.contents.value.split('\n\n').slice(1, 3)).toEqual([
      '负责人：周明',
      '分管领导：林知远、何青',
    ]);
    const end = { line: 2, character: 16 };
    const { items } = await request<{ items: { label: string; kind: number }[] }>('textDocument/completion', {
      textDocument: plan,
      position: end,
    });
    const kinds = new Map(items.map(({ label, kind }) => [label, kind]));
    expect(kinds.get('周明')).toBe(kinds.get('林知远'));
    expect(kinds.has('基教科')).toBe(false);
  });

  it('lists units, persons and tasks of the workspace', async () => {
    const { open, request } = await started();
    await open(DIRECTORY, directory);
    await open(PLAN, '2026年工作要点\n一、工作\n1.建设办公用房。一。');
    const found = await request<{ name: string; location: { uri: string } }[]>('workspace/symbol', {
      query: '办公',
    });
    expect(found.map(({ name }) => name)).toEqual(['办公室', '办公室文秘组', '1.建设办公用房']);
  });

  it('outlines a document with owners', async () => {
    const { open, request } = await started({
      capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
    });
    await open(PLAN, '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室）');
    const [section] = await request<{ name: string; children: { name: string; detail: string }[] }[]>(
      'textDocument/documentSymbol',
      {
        textDocument: { uri: PLAN },
      },
    );
    expect(section?.name).toBe('一、工作');
    expect(section?.children).toMatchObject([{ name: '1.甲项', detail: '办公室' }]);
  });

  it('completes names in a field, canonical ones first, none that stands there', async () => {
    const { open, request } = await started();
    await open(DIRECTORY, directory);
    const plan = await open(PLAN, '2026年工作要点\n一、工作\n1.甲。一。（责任单位：办公室、⟦基⟧‸）');
    const { items } = await request<{ items: { label: string; textEdit: { range: unknown } }[] }>(
      'textDocument/completion',
      { textDocument: plan, position: plan.cursor },
    );
    expect(items.map(({ label }) => label)).not.toContain('办公室');
    expect(items.findIndex(({ label }) => label === '基教科')).toBeLessThan(
      items.findIndex(({ label }) => label === '基础教育科'),
    );
    expect(items[0]?.textEdit.range).toEqual(plan.ranges[0]);
    const item = items.find(({ label }) => label === '基教科');
    const resolved = await request<{ documentation: { value: string } }>('completionItem/resolve', item);
    expect(resolved.documentation.value).toContain('上级：县教育局');
    const prose = await request('textDocument/completion', {
      textDocument: plan,
      position: { line: 1, character: 3 },
    });
    expect(prose).toEqual([]);
  });
});
