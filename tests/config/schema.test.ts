import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { type ParseError, parse, parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/src/config/read.ts';
import { configSchema } from '../../server/src/config/schema.ts';
import { rules } from '../../server/src/core/rules/index.ts';

const shipped = fileURLToPath(new URL('../../client/schemas/planlint.schema.json', import.meta.url));

describe('the JSON schema of planlint.json', () => {
  it('is written from the rules and settings', async () => {
    await expect(`${JSON.stringify(configSchema(), null, 2)}\n`).toMatchFileSnapshot(shipped);
  });

  it('knows every rule, and says what each is for', () => {
    const schema = JSON.parse(JSON.stringify(configSchema()));
    expect(Object.keys(schema.properties.rules.properties)).toEqual(rules.map(({ id }) => id));
    const overrides = schema.properties.overrides.items;
    expect(overrides.required).toEqual(['files']);
    expect(overrides.properties.rules).toEqual({ $ref: '#/properties/rules' });
  });

  it('says of each setting what it is for, in Chinese and English', () => {
    const { properties } = configSchema() as { properties: Record<string, { description: string }> };
    for (const { description } of Object.values(properties)) {
      expect(description).toMatch(/\p{Script=Han}.*。\n\n[^\p{Script=Han}]+\.$/su);
    }
  });

  // What an editor tells of by the schema, or for it is no JSON; the loader says of what else is wrong.
  it.each([
    ...['{ "ruels": {} }', '{ "rules": { "missing-lead": "warn" } }', '{ "rules": { "missing-lead": 2 } }'],
    ...['{ "rules": [] }', '{ "root": "yes" }', '{ "labels": { "lead": "甲" } }', '[]', '{ "$schema": 1 }'],
    ...[
      '{ "labels": { "lead": ["甲", " "] } }',
      '{ "overrides": [{ "rules": {} }] }',
      '{ "overrides": [1] }',
    ],
    ...['{ "overrides": [{ "files": "*.{plan,txt}" }] }', '{ "overrides": [{ "files": [] }] }'],
    ...['{ "files": ["../x"] }', '{ "files": ["a//b"] }', '{ "files": [" "] }', '{ "root": true }', '{}'],
    ...['{ "root": true, "root": false }', '{ "root": tru }', '{ "root": true', ''],
  ])('finds what the loader calls a fault of form, and nothing else: %s', (text) => {
    const validate = new Ajv({ strict: false }).compile(configSchema());
    const errors: ParseError[] = [];
    const value: unknown = parse(text, errors, { allowTrailingComma: true });
    const keys = [...text.matchAll(/"(\w+)":/gu)].map(([, key]) => key);
    const isDouble = new Set(keys).size < keys.length;
    const { faults } = readConfig('/planlint.json', text);
    const told = errors.length > 0 || isDouble || !validate(value);
    expect(faults.some(({ formal }) => formal)).toBe(told);
  });

  it('accepts what the loader accepts, key by key', () => {
    const { properties } = configSchema() as { properties: object };
    for (const key of Object.keys(properties)) {
      const { faults } = readConfig('/planlint.json', `{ "${key}": null }`);
      expect(faults.map(({ message }) => message.en)).not.toContainEqual(
        expect.stringContaining('no setting'),
      );
    }
    expect(parseTree('{}')?.type).toBe('object');
  });
});
