// What a release fills into the sources: the version, where they are kept, and the day in CHANGELOG.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output } from './run.mjs';

/** `1.2.3`; the galleries of VS Code take no other. */
const VERSION = /^\d+\.\d+\.\d+$/u;

/** Fills the sources in `source`, and tells what they say then: `home` is the address of the repository's page. */
export function fill(source, { version: wanted, repository, date }) {
  const manifest = readJson(join(source, 'package.json'));
  const version = wanted ?? manifest.version;
  if (!VERSION.test(version)) throw new Error(`${version} is no version such as 1.2.3.`);
  const before = pageOf(manifest.repository.url);
  const home = pageOf(repository ?? manifest.repository.url);
  if (!/^https:\/\/[^/]+\/[^/]+\/[^/]+$/u.test(home))
    throw new Error(`${home} is no https://HOST/OWNER/NAME.`);
  writeJson(join(source, 'package.json'), {
    ...manifest,
    version,
    repository: { ...manifest.repository, url: `${home}.git` },
  });
  const lock = readJson(join(source, 'package-lock.json'));
  lock.version = version;
  lock.packages[''].version = version;
  writeJson(join(source, 'package-lock.json'), lock);
  name(source, before, home);
  edit(join(source, 'CHANGELOG.md'), (text) => dated(text, version, date));
  return { version, home, description: readJson(join(source, 'package.nls.json')).description };
}

/** The part of CHANGELOG.md in `source` that is about this version, without its heading. */
export function notesOf(source, version) {
  const text = readFileSync(join(source, 'CHANGELOG.md'), 'utf8');
  const [, after = ''] = text.split(new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\].*$`, 'mu'));
  const [notes] = after.split(/^## /mu);
  if (notes.trim() === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return `${notes.trim()}\n`;
}

/** What is unreleased becomes this version's, unless there is a section for it already. */
function dated(text, version, date) {
  if (text.includes(`\n## [${version}]`)) return text;
  return text.replace('\n## [Unreleased]\n', `\n## [Unreleased]\n\n## [${version}] - ${date}\n`);
}

/** Manuals and snippets name the repository by its owner: `OWNER/planlint`. */
function name(source, before, home) {
  const path = (page) => new URL(page).pathname.slice(1);
  if (before === home) return;
  const files = output('git', ['grep', '-l', '-F', path(before), '--', '*.md', '*.yml', '*.yaml'], source);
  for (const file of files.split('\n').filter(Boolean))
    edit(join(source, file), (text) => text.replaceAll(before, home).replaceAll(path(before), path(home)));
}

function pageOf(url) {
  return url
    .replace(/^git\+/u, '')
    .replace(/\.git$/u, '')
    .replace(/\/$/u, '');
}

function edit(path, change) {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
