import { afterEach, describe, expect, it } from 'vitest';
import { type Client, startClient } from './client.ts';
import { DIRECTORY, PLAN, UNITS } from './units.ts';

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

describe('hierarchies', () => {
  it('lead from a unit to its tasks and back, and from a body to its departments', async () => {
    client = await startClient();
    await client.open(DIRECTORY, UNITS);
    const plan = await client.open(
      PLAN,
      '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：综合‸办、人事科）',
    );
    const [unit] = await client.request<{ name: string }[]>('textDocument/prepareCallHierarchy', {
      textDocument: plan,
      position: plan.cursor,
    });
    expect(unit?.name).toBe('办公室');
    const incoming = await client.request<{ from: { name: string } }[]>('callHierarchy/incomingCalls', {
      item: unit,
    });
    expect(incoming.map(({ from }) => from.name)).toEqual(['1.甲项']);
    const outgoing = await client.request<{ to: { name: string } }[]>('callHierarchy/outgoingCalls', {
      item: incoming[0]?.from,
    });
    expect(outgoing.map(({ to }) => to.name)).toEqual(['办公室', '人事科']);
    const [type] = await client.request<{ name: string }[]>('textDocument/prepareTypeHierarchy', {
      textDocument: plan,
      position: plan.cursor,
    });
    const above = await client.request<{ name: string }[]>('typeHierarchy/supertypes', { item: type });
    expect(above.map(({ name }) => name)).toEqual(['县教育局']);
    const below = await client.request<{ name: string }[]>('typeHierarchy/subtypes', { item: above[0] });
    expect(below.map(({ name }) => name)).toEqual(['办公室', '人事科']);
  });
});
