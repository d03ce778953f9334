import { describe, expect, it } from 'vitest';
import { newMemory } from '../../server/src/config/layers.ts';
import { type Given, settingsFor } from '../../server/src/config/settings-for.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { configFiles } from './files.ts';

const plan = '/office/plans/2026.plan';

const resolved = (map: Readonly<Record<string, string | Error>>, path = plan, given?: Given) =>
  settingsFor(path, configFiles(map), given);

/** Messages of all faults with the file and the marked words. */
async function faults(map: Readonly<Record<string, string | Error>>, given?: Given): Promise<string[]> {
  const found = await resolved(map, plan, given);
  return found.faults.map(
    ({ path, text, span, message }) =>
      `${path} ${span ? `«${text.slice(span.start, span.end)}» ` : ''}${message.en}`,
  );
}

describe('settings for a file', () => {
  it('are the usual ones where nothing says otherwise', async () => {
    expect(await resolved({})).toEqual({
      settings: defaultSettings,
      locale: undefined,
      directories: [],
      files: undefined,
      ignored: undefined,
      values: [],
      configurations: [],
      bases: [],
      faults: [],
    });
  });

  it('take everything that a configuration may say', async () => {
    const { settings, locale, directories, faults } = await resolved({
      '/office/planlint.json': `{
        // comments, and a comma too many
        "$schema": "./planlint.schema.json",
        "root": true,
        "locale": "en",
        "rules": { "missing-lead": "error", "missing-unit": "off" },
        "missing-deadline": "always",
        "labels": { "lead": ["包保领导"], "deadline": ["交账时间", "交账时间"] },
        "words": { "add": ["集团化办学"], "ignore": ["双减"] },
        "directories": ["units/", "../all.units.plan"],
      }`,
    });
    expect(faults).toEqual([]);
    expect(settings).toEqual({
      ...defaultSettings,
      severities: { 'missing-lead': 'error', 'missing-unit': 'off' },
      missing: { 'missing-lead': 'auto', 'missing-unit': 'auto', 'missing-deadline': 'always' },
      labels: { lead: ['包保领导'], deadline: ['交账时间'] },
      words: { add: ['集团化办学'], ignore: ['双减'] },
    });
    expect(locale).toBe('en');
    expect(directories).toEqual(['/all.units.plan', '/office/units']);
  });

  it('come from the folder up: single values replace, lists add up', async () => {
    const { settings, configurations } = await resolved({
      '/planlint.json': '{ "missing-unit": "never", "rules": { "missing-lead": "error" } }',
      '/office/planlint.json':
        '{ "missing-lead": "never", "labels": { "lead": ["甲"] }, "rules": { "missing-unit": "hint" } }',
      '/office/plans/planlint.json': '{ "missing-lead": "always", "labels": { "lead": ["乙"] } }',
      '/office/plans/deeper/planlint.json': '{ "missing-lead": "auto" }',
      '/elsewhere/planlint.json': '{ "missing-lead": "auto" }',
    });
    expect(configurations).toEqual([
      '/planlint.json',
      '/office/planlint.json',
      '/office/plans/planlint.json',
    ]);
    expect(settings.missing).toMatchObject({ 'missing-lead': 'always', 'missing-unit': 'never' });
    expect(settings.labels).toEqual({ lead: ['甲', '乙'] });
    expect(settings.severities).toEqual({ 'missing-lead': 'error', 'missing-unit': 'hint' });
  });

  it('stop at a root', async () => {
    const { configurations } = await resolved({
      '/planlint.json': '{ "nonsense": 1 }',
      '/office/planlint.json': '{ "root": true }',
    });
    expect(configurations).toEqual(['/office/planlint.json']);
  });

  it('start from what is extended, each configuration once', async () => {
    const { settings, configurations, faults } = await resolved({
      '/office/planlint.json': '{ "extends": ["../base/a.json", "../base/b.json"], "missing-lead": "never" }',
      '/base/a.json': '{ "extends": "c.json", "missing-lead": "always", "missing-unit": "always" }',
      '/base/b.json': '{ "extends": "./c.json", "missing-unit": "never" }',
      '/base/c.json': '{ "missing-deadline": "always", "missing-unit": "auto" }',
    });
    expect(faults).toEqual([]);
    expect(configurations).toEqual(['/base/c.json', '/base/a.json', '/base/b.json', '/office/planlint.json']);
    expect(settings.missing).toEqual({
      'missing-lead': 'never',
      'missing-unit': 'never',
      'missing-deadline': 'always',
    });
  });

  it('start from packages in the nearest node_modules inside of the workspace', async () => {
    const map = {
      '/w/plans/planlint.json':
        '{ "extends": ["@edu/plans", "local.json", "planlint-config-a/strict.json"] }',
      '/w/plans/local.json': '{ "missing-unit": "never" }',
      '/w/node_modules/@edu/plans/planlint.json':
        '{ "extends": "planlint-config-a", "missing-lead": "always" }',
      '/w/node_modules/planlint-config-a/planlint.json': '{ "missing-lead": "never" }',
      '/w/node_modules/planlint-config-a/strict.json': '{ "missing-deadline": "always" }',
      '/w/node_modules/local.json/planlint.json': '{ "nonsense": 1 }',
    };
    const files = { ...configFiles(map), home: async () => '/w' };
    const { settings, faults, bases } = await settingsFor('/w/plans/a.plan', files);
    expect(faults).toEqual([]);
    expect(settings.missing).toEqual({
      'missing-lead': 'always',
      'missing-unit': 'never',
      'missing-deadline': 'always',
    });
    expect(bases).toContain('/w/node_modules/@edu/plans/planlint.json');
    // What lies above the workspace is nobody's.
    const inside = { ...configFiles(map), home: async () => '/w/plans' };
    const { faults: none } = await settingsFor('/w/plans/a.plan', inside);
    expect(none.map(({ message }) => message.en)).toEqual([
      'extends names "@edu/plans", which does not exist; it is neither a path relative to this file nor in node_modules.',
      'extends names "planlint-config-a/strict.json", which does not exist; it is neither a path relative to this file nor in node_modules.',
    ]);
  });

  it('differ for the files of an override, seen from where the configuration is found', async () => {
    const map = {
      '/office/planlint.json': '{ "extends": "../base/a.json" }',
      '/base/a.json': `{ "missing-lead": "never", "overrides": [
        { "files": "plans/", "missing-lead": "always", "labels": { "unit": ["甲"] } },
        { "files": ["*.txt", "!2027.txt"], "missing-lead": "auto", "rules": { "missing-unit": "off" } },
      ] }`,
    };
    const mode = async (path: string) => (await resolved(map, path)).settings.missing['missing-lead'];
    expect(await mode('/office/x.plan')).toBe('never');
    expect(await mode('/office/plans/x.plan')).toBe('always');
    expect(await mode('/office/plans/x.txt')).toBe('auto');
    expect(await mode('/office/plans/2027.txt')).toBe('always');
    expect((await resolved(map)).settings.labels).toEqual({ unit: ['甲'] });
  });

  it('say which files are plans and which are left out', async () => {
    const map = {
      '/office/planlint.json': '{ "files": ["*.md"], "ignore": ["drafts/", "*.old.plan"] }',
      '/office/plans/planlint.json': '{ "ignore": ["!2026.old.plan"] }',
    };
    const of = async (path: string) => {
      const { files, ignored } = await resolved(map, path);
      return [files?.value, ignored?.value];
    };
    expect(await of('/office/a.plan')).toEqual([undefined, undefined]);
    expect(await of('/office/x/a.md')).toEqual(['*.md', undefined]);
    expect(await of('/office/x/drafts/a.md')).toEqual(['*.md', 'drafts/']);
    expect(await of('/office/2026.old.plan')).toEqual([undefined, '*.old.plan']);
    expect(await of('/office/plans/2026.old.plan')).toEqual([undefined, undefined]);
    expect(await of('/other/drafts/a.md')).toEqual([undefined, undefined]);
  });

  it('tell where every value comes from, and only of those that count', async () => {
    const { values } = await resolved({
      '/planlint.json': '{ "missing-lead": "never", "words": { "add": ["甲"] } }',
      '/office/planlint.json': '{ "missing-lead": "always", "words": { "add": ["甲", "乙"] } }',
    });
    const seen = values.map(({ key, value, origin }) =>
      'path' in origin
        ? `${key}=${value} ${origin.path} ${origin.text.slice(origin.span.start, origin.span.end)}`
        : '',
    );
    expect(seen).toEqual([
      'words.add=甲 /planlint.json "甲"',
      'missing-lead=always /office/planlint.json "always"',
      'words.add=乙 /office/planlint.json "乙"',
    ]);
  });

  it('lie between what is given under and over them', async () => {
    const value = (key: string, to: string) => ({ key, value: to, listed: false, origin: { name: 'x' } });
    const { settings } = await resolved(
      { '/office/planlint.json': '{ "missing-lead": "never", "missing-unit": "never" }' },
      plan,
      {
        under: [value('missing-lead', 'always'), value('missing-deadline', 'always')],
        over: [value('missing-unit', 'always')],
      },
    );
    expect(settings.missing).toEqual({
      'missing-lead': 'never',
      'missing-unit': 'always',
      'missing-deadline': 'always',
    });
  });

  it('come from one configuration alone where one is given, or from none', async () => {
    const map = {
      '/office/planlint.json': '{ "missing-lead": "never" }',
      '/ci/strict.json':
        '{ "missing-unit": "never", "overrides": [{ "files": "plans/", "missing-deadline": "never" }] }',
    };
    const only = { path: '/ci/strict.json', folder: '/office' };
    expect((await resolved(map, plan, { only })).settings.missing).toEqual({
      'missing-lead': 'auto',
      'missing-unit': 'never',
      'missing-deadline': 'never',
    });
    expect((await resolved(map, plan, { only: 'none' })).settings).toEqual(defaultSettings);
    expect(await faults({}, { only })).toEqual(['/ci/strict.json there is no such configuration.']);
  });

  it('are the same for an address as for a path', async () => {
    const { settings } = await resolved(
      { 'file:///c%3A/office/planlint.json': '{ "missing-lead": "never" }' },
      'file:///c%3A/office/plans/2026.plan',
    );
    expect(settings.missing['missing-lead']).toBe('never');
  });

  it('read each configuration once', async () => {
    const files = configFiles({ '/planlint.json': '{}', '/office/planlint.json': '{}' });
    const read: string[] = [];
    const counting = {
      ...files,
      text: (path: string) => {
        read.push(path);
        return files.text(path);
      },
    };
    const memory = newMemory();
    for (let i = 0; i < 50; i += 1) await settingsFor(`/office/${i}.plan`, counting, { memory });
    expect(read.length).toBeLessThanOrEqual(4);
  });
});

describe('a configuration at fault', () => {
  it.each([
    ['{ "ruels": {} }', '«"ruels"» there is no setting "ruels"; did you mean "rules"?'],
    ['{ "xyzzy": 1 }', '«"xyzzy"» there is no setting "xyzzy"; there are $schema, root, '],
    [
      '{ "rules": { "mising-lead": "off" } }',
      '«"mising-lead"» there is no rule mising-lead; did you mean missing-lead?',
    ],
    [
      '{ "rules": { "missing-lead": "warn" } }',
      '«"warn"» "rules.missing-lead" cannot be "warn"; did you mean "warning"? It takes error, ',
    ],
    ['{ "rules": { "missing-lead": 2 } }', '«2» "rules.missing-lead" must be one of "error", "warning"'],
    ['{ "rules": [] }', '«[]» "rules" must be an object {…}, not a list.'],
    ['{ "root": "yes" }', '«"yes"» "root" must be true or false, not a string.'],
    [
      '{ "missing-lead": "allways" }',
      '«"allways"» "missing-lead" cannot be "allways"; did you mean "always"?',
    ],
    ['{ "labels": { "lead": "甲" } }', '«"甲"» "labels.lead" must be a list of strings, not a string.'],
    ['{ "labels": { "lead": ["甲", " "] } }', '«" "» "labels.lead" has an empty value.'],
    ['{ "labels": { "leader": [] } }', '«"leader"» there is no setting "leader"; did you mean "lead"?'],
    ['{ "overrides": [{ "rules": {} }] }', '«{» "files" is missing here.'],
    ['{ "overrides": [{ "files": [] }] }', '«[]» "files" is empty; it needs at least one.'],
    ['{ "overrides": [1] }', '«1» this must be an object {…}, not a number.'],
    ['{ "overrides": [{ "files": "x", "root": true }] }', '«"root"» there is no setting "root"; '],
    ['{ "overrides": [{ "files": "*.{plan,txt}" }] }', '«"*.{plan,txt}"» "*.{plan,txt}" may not have braces'],
    ['{ "root": true, "root": false }', '«"root"» "root" is set twice; join the two.'],
    ['{ "today": "2026-01-01" }', '«"today"» there is no setting "today"; '],
    ['{ "extends": "nope.json" }', '«"nope.json"» extends names "nope.json", which does not exist'],
    ['[]', '«[]» this must be an object {…}, not a list.'],
    ['', '«» the file is empty; it needs at least {}.'],
    ['{ "root": tru }', '«tru» this is no valid JSON; words stand in double quotes.'],
    ['{ "root": true', '«» a closing } is missing.'],
    ['{ "root" true }', '«true» a colon is missing after the name.'],
    ['{ "$schema": 1 }', '«1» "$schema" must be a string, not a number.'],
  ])('%s', async (text, expected) => {
    const [first, ...more] = await faults({ '/office/planlint.json': text });
    expect(first).toContain(`/office/planlint.json ${expected}`);
    expect(more).toEqual([]);
  });

  it('may be nothing but brackets', async () => {
    const found = await faults({ '/office/planlint.json': `{ "root": ${'['.repeat(50_000)} }` });
    expect(found).toEqual(['/office/planlint.json «[» brackets are nested deeper than in any setting.']);
  });

  it('has every fault told, each at its place', async () => {
    expect(await faults({ '/office/planlint.json': '{ "a": 1, "root": 1 }' })).toHaveLength(2);
  });

  it('may be one that others extend, far away or in a circle', async () => {
    expect(
      await faults({ '/office/planlint.json': '{ "extends": "a.json" }', '/office/a.json': '{ "x": 1 }' }),
    ).toEqual([expect.stringContaining('/office/a.json «"x"» there is no setting "x"')]);
    expect(
      await faults({
        '/office/planlint.json': '{ "extends": "a.json" }',
        '/office/a.json': '{ "extends": "./planlint.json" }',
      }),
    ).toEqual([
      '/office/a.json «"./planlint.json"» extends goes round in a circle: planlint.json → a.json → planlint.json.',
    ]);
  });

  it('may be one that cannot be read', async () => {
    const locked = Object.assign(new Error('no'), { code: 'EACCES' });
    expect(await faults({ '/office/planlint.json': locked })).toEqual([
      '/office/planlint.json there is no permission to read it; change its permissions.',
    ]);
    expect(
      await faults({ '/office/planlint.json': '{ "extends": "a.json" }', '/office/a.json': locked }),
    ).toEqual([
      expect.stringContaining(
        '«"a.json"» extends names "a.json": there is no permission to read it; change its permissions.',
      ),
    ]);
  });

  it.each([
    ...['planlint.jsonc', '.planlintrc', 'plan-lint.json', '.planlint.json', 'Planlint.json', 'planlit.json'],
    ...['planlint.config.js', 'planlintrc.yaml', 'planlint.toml', '.planlintrc.json', 'plnalint.json'],
  ])('is named like one: %s', async (name) => {
    expect(await faults({ [`/office/${name}`]: '{}' })).toEqual([
      `/office/${name} a configuration is named planlint.json and nothing else; rename it, or it will not be read.`,
    ]);
  });

  it.each([
    'planlint',
    'package.json',
    'planlint.mjs',
    '.planlintignore',
    'planlint.schema.json',
    'planner.json',
  ])('is not what %s is taken for', async (name) => {
    expect(await faults({ [`/office/${name}`]: '{}' })).toEqual([]);
  });
});
