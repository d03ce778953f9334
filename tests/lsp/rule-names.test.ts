import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/rules/index.ts';
import type { Requests } from '../../server/src/protocol.ts';
import { begin } from './reading.ts';

const PLAN = 'file:///plans/2026.plan';
const TEXT =
  '2026年工作要点\n一、工作\n1.甲。好。（责任单位：办公室）\n2.乙。好。（责任单位：办公室）\n⟦3.丙⟧。好。\n';

/** The name of a rule stands with its id wherever a person meets it, in the language of the person. */
describe.each([
  ['zh', '缺责任主体'],
  ['en', 'Nobody responsible'],
] as const)('rules in %s', (locale, name) => {
  it('have their name beside their id', async () => {
    const client = await begin({
      locale,
      capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: { dataSupport: true } } },
    });
    const plan = await client.open(PLAN, TEXT);
    const textDocument = { uri: PLAN };
    const { items } = await client.request<{ items: { code: string; data: object }[] }>(
      'textDocument/diagnostic',
      { textDocument },
    );
    expect(items.find(({ code }) => code === 'missing-lead')?.data).toMatchObject({ name });
    const actions = await client.request<{ title: string }[]>('textDocument/codeAction', {
      textDocument,
      range: plan.ranges[0],
      context: { diagnostics: [] },
    });
    const silences = actions.filter(({ title }) => title.includes('missing-lead'));
    expect(silences.length).toBeGreaterThan(0);
    expect(silences.filter(({ title }) => !title.includes(name))).toEqual([]);
    const { findings } = await client.request<Requests['planlint/overview']['result']>('planlint/overview', {
      textDocument,
    });
    expect(findings[0]?.findings.find(({ rule }) => rule === 'missing-lead')?.name).toBe(name);
    const explained = await client.request<string>('planlint/explain', { rule: 'missing-lead' });
    expect(explained.split('\n')[0]).toBe(`# ${name} missing-lead`);
    const listed = await client.request<Requests['planlint/rules']['result']>('planlint/rules', {});
    expect(listed.map((rule) => rule.name)).toEqual(rules.map((rule) => rule.name[locale]));
  });
});
