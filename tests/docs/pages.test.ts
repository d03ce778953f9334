import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Request, readArguments } from '../../server/src/cli/args.ts';
import { commands } from '../../server/src/cli/commands/index.ts';
import { reporters } from '../../server/src/cli/report/index.ts';
import { wordsOf } from '../../server/src/cli/words.ts';
import { manualPage } from '../../server/src/config/manual.ts';
import { configShape, type Shape } from '../../server/src/config/shape.ts';
import { formats } from '../../server/src/core/exports/index.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { anchorsOf, headingsOf, type Page, pages, proseOf, root } from './pages.ts';

const manifest: { scripts: object } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

describe.each(pages)('$path', (page) => {
  it('stands in the other language beside it, with the same headings and the same commands', () => {
    const other = pages.find(({ path }) => path === page.other);
    expect(pages.map(({ path }) => path)).toContain(page.other);
    if (!other) return;
    const levels = (one: Page) => headingsOf(one).map(({ level }) => level);
    expect(levels(page)).toEqual(levels(other));
    expect(callsIn(page).map(shapeOf).sort()).toEqual(callsIn(other).map(shapeOf).sort());
  });

  it('leads to places that are there', () => {
    const targets = [...proseOf(page).matchAll(LINK)].map(({ groups }) => groups?.target ?? '');
    for (const target of targets.filter((one) => !/^\w+:/u.test(one))) {
      const [file = '', anchor] = target.split('#');
      const path = posix.join(posix.dirname(page.path), file === '' ? posix.basename(page.path) : file);
      expect(existsSync(root + path), target).toBe(true);
      if (anchor !== undefined) {
        expect(anchorsOf({ text: readFileSync(root + path, 'utf8') }), target).toContain(anchor);
      }
    }
  });

  it('calls Planlint as it can be called', () => {
    for (const call of callsIn(page)) {
      const request = requestOf(call);
      expect(request, call).not.toMatchObject({ kind: 'wrong' });
      // A word that looks like a command and is none would be a path.
      if (request.kind === 'run') expect(request.typo, call).toBeUndefined();
    }
  });

  it('names scripts and files of this project that are there', () => {
    for (const { groups } of page.text.matchAll(SCRIPT)) {
      expect(Object.keys(manifest.scripts)).toContain(groups?.name);
    }
    for (const { groups } of page.text.matchAll(FILE)) {
      const path = groups?.path ?? '';
      // `rules/FAMILY/RULE.ts` is to be filled in.
      if (!/\b[A-Z]{4,}\b(?!\.md)/u.test(path)) expect(existsSync(root + path), path).toBe(true);
    }
  });
});

describe('the manual', () => {
  const textOf = (path: string) => pages.find((page) => page.path === path)?.text ?? '';

  it('is where the program leads to', () => {
    for (const name of ['rules', 'configuration', 'commands'] as const) {
      for (const language of ['zh', 'en'] as const) {
        const path = manualPage(name, language).replace(/^.*\/blob\/HEAD\//u, '');
        expect(pages.map((page) => page.path)).toContain(path);
      }
    }
  });

  it('has only examples of the format that are tests', () => {
    const examples = textOf('syntaxes/format.zh-CN.md').match(EXAMPLE) ?? [];
    expect(examples.length).toBeGreaterThan(25);
    for (const example of examples) expect(textOf('syntaxes/format.md')).toContain(example);
  });

  it.each(['README.md', 'client/README.zh-CN.md'])('is reached from %s', (start) => {
    const { language } = pages.find(({ path }) => path === start) ?? {};
    const linked = [...textOf(start).matchAll(LINK)].map(({ groups }) =>
      posix.join(posix.dirname(start), (groups?.target ?? '').split('#')[0] ?? ''),
    );
    for (const page of pages) {
      if (page.language === language && page.path !== start) expect(linked).toContain(page.path);
    }
  });

  it.each(['server/src/cli/README.md', 'server/src/cli/README.zh-CN.md'])(
    '%s names every command and every report format',
    (path) => {
      const names = [...commands, ...reporters].map((one) => ('name' in one ? one.name : one.format));
      for (const name of names) expect(textOf(path)).toMatch(new RegExp(`\\b${name}\\b`, 'u'));
    },
  );

  it.each(['server/src/core/exports/README.md', 'server/src/core/exports/README.zh-CN.md'])(
    '%s names every export format',
    (path) => {
      for (const format of formats) expect(textOf(path)).toContain(`\`${format}\``);
    },
  );

  it.each(['server/src/config/README.md', 'server/src/config/README.zh-CN.md'])(
    '%s names every key of a configuration',
    (path) => {
      for (const key of keysOf(configShape(rules))) expect(textOf(path)).toContain(`\`${key}\``);
    },
  );
});

/** A text and the tree that is read in it. */
const EXAMPLE = /^```plan.*\n[\s\S]*?^```$/gmu;

/** `[text](target)` */
const LINK = /\]\((?<target>[^()\s]+)\)/gu;

/** `npm run soak`, `npm test` */
const SCRIPT = /\bnpm (?:run (?:--silent )?)?(?<name>(?<=run (?:--silent )?)[\w:-]+|test\b)/gu;

/** A path with a folder of the top level that is no pattern. */
const FILE = /`(?<path>(?:client|server|syntaxes|tests|\.github)\/[\w./-]+\.\w+)`/gu;

/** Calls of the command: on lines of their own in blocks, or in backticks within a sentence. */
function callsIn(page: Page): readonly string[] {
  const blocks = page.text.matchAll(/^ *(?:\$ )?(?:.*&& )?(?:npx )?(?<call>planlint(?: .*)?)$/gmu);
  const inline = proseOf(page).matchAll(/`(?<call>planlint [^`]+)`/gu);
  const calls = [...blocks, ...inline].map(({ groups }) => groups?.call ?? '');
  // What follows in the shell, a comment, and what a synopsis says in words are no arguments.
  return calls
    .map((call) => (call.split(/ *(?:\||;|&&|<|>| #|&>| {2,}|、)/u)[0] ?? '').trim())
    .filter((call) => !/ (?:COMMAND|命令) /u.test(call));
}

/** A call without what differs between languages: the names of files. */
function shapeOf(call: string): string {
  const [name, ...words] = call.split(' ');
  return [
    name,
    ...words.filter((word) => /^-/u.test(word) || commands.some((one) => one.name === word)),
  ].join(' ');
}

function requestOf(call: string): Request {
  const request = readArguments(wordsIn(call).slice(1), commands, wordsOf('en'));
  return request.kind === 'word' ? request.meant : request;
}

/** The words of a call as a shell parts them; a choice in brackets is left out. */
function wordsIn(call: string): readonly string[] {
  return call
    .replace(/\[[^\]]*\]/gu, '')
    .split(/ +/u)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll(/["']/gu, ''));
}

function keysOf(shape: Shape): readonly string[] {
  if (shape.kind === 'list') return keysOf(shape.of);
  if (shape.kind !== 'record' || shape.ofRules) return [];
  return Object.entries(shape.keys).flatMap(([key, { shape: inner }]) => [key, ...keysOf(inner)]);
}
