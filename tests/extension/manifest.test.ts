import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { PLAN_NAMES } from '../../server/src/config/plan-names.ts';
import { tokenKinds } from '../../server/src/core/features/reading/tokens.ts';
import { rules } from '../../server/src/core/rules/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');
const nls: Readonly<Record<'en' | 'zh', Readonly<Record<string, string>>>> = {
  en: JSON.parse(read('package.nls.json')),
  zh: JSON.parse(read('package.nls.zh-cn.json')),
};
const HAN = /\p{Script=Han}/u;
const RULE_KEY = 'setting.rules.';
const severities = ['error', 'warning', 'info', 'hint', 'off'];

/** Written from the rules; `vitest -u` brings the files up to date when a rule comes or goes. */
describe('what is written from the rules is up to date (else: npx vitest run … -u)', () => {
  it('package.json offers a severity for every rule', async () => {
    const manifest = structuredClone(pkg) as unknown as Manifest;
    const setting = manifest.contributes.configuration
      .map(({ properties }) => properties['planlint.rules'])
      .find((property) => property !== undefined);
    if (!setting) throw new Error('package.json has no setting planlint.rules');
    setting.properties = Object.fromEntries(
      rules.map(({ id }) => [id, { type: 'string', enum: severities, description: `%${RULE_KEY}${id}%` }]),
    );
    await expect(asFile(manifest)).toMatchFileSnapshot(`${root}package.json`);
  });

  it.each([
    ['en', 'package.nls.json'],
    ['zh', 'package.nls.zh-cn.json'],
  ] as const)('the words of the rules are in %s', async (locale, file) => {
    const others = Object.entries(nls[locale]).filter(([key]) => !key.startsWith(RULE_KEY));
    const ofRules = rules.map(({ id, summary }) => [`${RULE_KEY}${id}`, summary[locale]] as const);
    await expect(asFile(Object.fromEntries([...others, ...ofRules]))).toMatchFileSnapshot(root + file);
  });
});

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Record<string, { properties: unknown }> }[];
  };
}

function asFile(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

describe('everything is said in Chinese and English', () => {
  const used = new Set([...JSON.stringify(pkg).matchAll(/"%([^%"]+)%"/gu)].map(([, key]) => key ?? ''));

  it('has every key on both sides and no other', () => {
    expect(Object.keys(nls.en).sort()).toEqual([...used].sort());
    expect(Object.keys(nls.zh).sort()).toEqual([...used].sort());
  });

  it('is Chinese in the one and English in the other', () => {
    expect(Object.entries(nls.zh).filter(([, text]) => !HAN.test(text))).toEqual([]);
    // English sentences quote Chinese terms, but are not made of them.
    const share = (text: string) => [...text.matchAll(/\p{Script=Han}/gu)].length / text.length;
    expect(Object.entries(nls.en).filter(([, text]) => text === '' || share(text) > 0.5)).toEqual([]);
  });

  it('leaves no words in the manifest that should be translated', () => {
    const shown = ['title', 'label', 'description', 'markdownDescription', 'contents', 'contextualTitle'];
    const literal: string[] = [];
    walk(pkg.contributes, (key, value) => {
      if (shown.includes(key) && typeof value === 'string' && !/^%.+%$/u.test(value)) literal.push(value);
    });
    expect(literal).toEqual([]);
  });

  it('names the same commands and links in both', () => {
    const links = (text: string) => [...text.matchAll(/\]\((command:[^)]+)\)/gu)].map(([, link]) => link);
    for (const key of used) expect(links(nls.zh[key] ?? ''), key).toEqual(links(nls.en[key] ?? ''));
  });

  it('translates every message of the client', () => {
    const messages = globSync('client/src/**/*.ts', { cwd: root }).flatMap((path) =>
      messagesIn(path, read(path)),
    );
    const bundles = {
      en: JSON.parse(read('client/l10n/bundle.l10n.json')),
      zh: JSON.parse(read('client/l10n/bundle.l10n.zh-cn.json')),
    };
    expect(messages.length).toBeGreaterThan(0);
    expect(Object.keys(bundles.en).sort()).toEqual([...new Set(messages)].sort());
    expect(Object.keys(bundles.zh).sort()).toEqual([...new Set(messages)].sort());
    const placeholders = (text: string) => (text.match(/\{\w+\}/gu) ?? []).sort();
    for (const [key, text] of Object.entries<string>(bundles.zh)) {
      expect(text, key).toMatch(HAN);
      expect(placeholders(text), key).toEqual(placeholders(key));
      expect(bundles.en[key]).toBe(key);
    }
  });

  it('has each walkthrough page in both, with its picture', () => {
    const pages = pkg.contributes.walkthroughs.flatMap(({ steps }) =>
      steps.map(({ media }) => media.markdown),
    );
    expect(pages).toHaveLength(6);
    for (const page of pages) {
      const [english, chinese] = [read(page), read(page.replace('.md', '.nls.zh-cn.md'))];
      const picture = /!\[[^\]]+\]\(\.\/(?<file>[\w.-]+\.webp)\)/u;
      expect(chinese).toMatch(HAN);
      const [shown = '', other = ''] = [english, chinese].map((text) => picture.exec(text)?.groups?.file);
      // What has no words of the editor in it is the same in both.
      expect([shown, shown.replace('.webp', '.zh-cn.webp')]).toContain(other);
      for (const file of [shown, other]) expect(webpIn(`client/walkthrough/${file}`)).toBe(true);
    }
  });
});

describe('the manifest is of one piece', () => {
  const { contributes } = pkg;
  const commands = contributes.commands.map(({ command }) => command);

  it('knows the names by which the command line takes a file for a plan', () => {
    const plans = contributes.languages.find(({ id }) => id === 'workplan');
    const names = [...(plans?.extensions ?? []).map((end) => `*${end}`), ...(plans?.filenamePatterns ?? [])];
    expect(names).toEqual(PLAN_NAMES);
  });

  it('declares twenty commands and more, each with icon, category and a title of its own', () => {
    expect(commands.length).toBeGreaterThanOrEqual(20);
    expect(new Set(commands).size).toBe(commands.length);
    expect(new Set(contributes.commands.map(({ title }) => nls.zh[title.slice(1, -1)])).size).toBe(
      commands.length,
    );
    for (const { command, icon, category } of contributes.commands) {
      expect(command).toMatch(/^planlint\.[a-zA-Z.]+$/u);
      expect(icon).toMatch(/^\$\([a-z-]+\)$/u);
      expect(category).toBe('%category%');
    }
  });

  it('names only commands that are declared', () => {
    const named: string[] = [];
    walk([contributes.menus, contributes.keybindings, contributes.walkthroughs], (key, value) => {
      if (key === 'command' || key === 'alt') named.push(String(value));
    });
    const linked = JSON.stringify([nls, contributes.walkthroughs]).matchAll(
      /(?:command|onCommand):([\w.]+)/gu,
    );
    const all = [...named, ...[...linked].map(([, command]) => command ?? '')];
    const ours = all.filter((command) => command.startsWith('planlint'));
    expect(ours.length).toBeGreaterThan(30);
    expect(ours.filter((command) => !commands.includes(command))).toEqual([]);
  });

  it('asks in no menu outside the code editor for what is known only there', () => {
    const menus = ['editor/title/context', 'explorer/context', 'view/title', 'view/item/context'] as const;
    const greyed = new Map(
      contributes.commands.map((one) => [one.command, 'enablement' in one ? one.enablement : '']),
    );
    const asked = menus.flatMap((menu) =>
      contributes.menus[menu].map(({ command, when }) => `${command}: ${when} ${greyed.get(command)}`),
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((conditions) => /\beditor(?:LangId|Readonly)\b/u.test(conditions))).toEqual([]);
  });

  it('has four views with words of welcome', () => {
    const views = contributes.views.planlint.map(({ id }) => id);
    expect(views).toHaveLength(4);
    expect(contributes.viewsWelcome.map(({ view }) => view)).toEqual(views);
  });

  it('sets things in five ordered sections, each setting explained', () => {
    expect(contributes.configuration.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5]);
    for (const { properties } of contributes.configuration) {
      const settings: readonly [string, Setting][] = Object.entries(properties);
      expect(settings.map(([, { order }]) => order)).toEqual(settings.map((_, i) => i + 1));
      for (const [name, setting] of settings) {
        expect(name).toMatch(/^planlint\.[a-zA-Z.]+$/u);
        expect(setting.markdownDescription).toBe(`%setting.${name.replace('planlint.', '')}%`);
        expect(setting.default, name).toBeDefined();
        if (setting.enum) expect(setting.markdownEnumDescriptions).toHaveLength(setting.enum.length);
      }
    }
  });

  it('colours the tokens that the server sends', () => {
    const [scopes] = contributes.semanticTokenScopes;
    // Titles keep the colours of the grammar, which tells sections from tasks.
    const coloured = tokenKinds.filter((kind) => kind !== 'title');
    expect(Object.keys(scopes?.scopes ?? {}).sort()).toEqual(coloured.sort());
  });

  it('runs in untrusted and virtual workspaces and says why', () => {
    expect(pkg.capabilities).toMatchObject({
      untrustedWorkspaces: { supported: true, description: '%capability.untrusted%' },
      virtualWorkspaces: { supported: true, description: '%capability.virtual%' },
    });
  });
});

/** Whether a file is a picture as `npm run pictures` makes them. */
function webpIn(path: string): boolean {
  return /^RIFF[\s\S]{4}WEBP/u.test(readFileSync(root + path).toString('latin1', 0, 12));
}

interface Setting {
  readonly order: number;
  readonly markdownDescription: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

function walk(value: unknown, visit: (key: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    visit(key, child);
    walk(child, visit);
  }
}

/** The texts that `l10n.t` is called with; they are literals, or nobody could translate them. */
function messagesIn(path: string, source: string): string[] {
  const found: string[] = [];
  walk(parseSync(path, source).program, (_, node) => {
    if (!isCallOfT(node)) return;
    const [first] = node.arguments;
    if (typeof first?.value !== 'string') throw new Error(`${path}: l10n.t without a literal`);
    found.push(first.value);
  });
  return found;
}

interface CallOfT {
  readonly arguments: readonly { readonly value?: unknown }[];
}

function isCallOfT(node: unknown): node is CallOfT {
  const call = node as {
    readonly type?: string;
    readonly callee?: {
      readonly object?: { readonly name?: string };
      readonly property?: { readonly name?: string };
    };
  } | null;
  return (
    call?.type === 'CallExpression' &&
    call.callee?.object?.name === 'l10n' &&
    call.callee.property?.name === 't'
  );
}
