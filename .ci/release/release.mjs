// Makes a release of what is committed, and uploads it unless --dry-run is given. Nothing in the work tree changes:
// all is done in a clone below dist/release, so that a release holds what the repository holds and no more.
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checksums } from './checksums.mjs';
import { fill, notesOf } from './fill.mjs';
import { npmPackage } from './npm-package.mjs';
import { commitPackage } from './package-commit.mjs';
import { git, output, run } from './run.mjs';
import { sbomOf } from './sbom.mjs';

const USAGE = `npm run release -- [--dry-run] [--version X.Y.Z] [--repository URL] [--date YYYY-MM-DD] [--out FOLDER]

  --dry-run     do everything but upload
  --version     the version to release; the one of package.json unless given
  --repository  where Planlint is kept, such as https://github.com/somebody/planlint; filled in where package.json
                still says OWNER
  --date        the day of the release; today unless given
  --out         where to put what is made; dist/release unless given`;

const PLACEHOLDER = 'OWNER';
const MADE = /^(?:source|package|notes\.md|SHA256SUMS|planlint-\d.*\.(?:tgz|vsix|cdx\.json))$/u;
const root = fileURLToPath(new URL('../../', import.meta.url));

const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    version: { type: 'string' },
    repository: { type: 'string' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: join(root, 'dist/release') },
    help: { type: 'boolean', default: false },
  },
});
try {
  if (values.help) console.log(USAGE);
  else release({ ...values, isRehearsal: values['dry-run'], out: resolve(values.out) });
} catch (error) {
  console.error(`release: ${error.message}`);
  process.exitCode = 1;
}

function release({ isRehearsal, version: wanted, repository: filled, date, out }) {
  const refuse = (why) => {
    // A rehearsal shows what is wrong and goes on.
    if (!isRehearsal) throw new Error(why);
    console.log(`A release would end here: ${why}`);
  };
  if (output('git', ['status', '--porcelain'], root) !== '')
    refuse('there are changes that are not committed.');
  if (!existsSync(join(root, 'node_modules/.bin/esbuild'))) throw new Error('run npm ci first.');
  const branch = output('git', ['branch', '--show-current'], root) || 'main';

  step('Clone');
  mkdirSync(out, { recursive: true });
  // The folder may be anybody's: what earlier releases left goes, and nothing else.
  for (const name of readdirSync(out).filter((one) => MADE.test(one)))
    rmSync(join(out, name), { recursive: true });
  const source = join(out, 'source');
  run('git', ['clone', '--quiet', '--no-hardlinks', root, source], out);
  git(source, 'checkout', '--quiet', '-B', branch, output('git', ['rev-parse', 'HEAD'], root));
  symlinkSync(join(root, 'node_modules'), join(source, 'node_modules'), 'junction');

  step('Version, repository and changelog');
  const { version, home, description } = fill(source, { version: wanted, repository: filled, date });
  const tag = `v${version}`;
  if (home.includes(`/${PLACEHOLDER}/`)) refuse(`--repository is needed: package.json says ${home}.`);
  if (output('git', ['tag', '--list', tag], root) !== '') refuse(`${tag} is there already.`);
  if (output('git', ['status', '--porcelain', '--untracked-files=no'], source) !== '')
    git(source, 'commit', '--quiet', '--all', '--message', `Release ${version}`);
  const commit = output('git', ['rev-parse', 'HEAD'], source);
  writeFileSync(join(out, 'notes.md'), notesOf(source, version));

  step('The extension, built anew');
  const vsix = `planlint-${version}.vsix`;
  const bases = ['--baseContentUrl', `${home}/blob/${commit}`, '--baseImagesUrl', `${home}/raw/${commit}`];
  run(
    'npx',
    ['--no-install', 'vsce', 'package', '--no-dependencies', ...bases, '--out', join(out, vsix)],
    source,
  );

  step('The command line, for npm');
  const folder = join(out, 'package');
  npmPackage(source, folder, { version, home, commit, description });
  const tgz = `planlint-${version}.tgz`;
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', out], folder);

  step('The built tree, for hooks and actions');
  const moving = commitPackage(source, folder, { branch, commit, version });

  step('Bill of materials and checksums');
  const sbom = `planlint-${version}.cdx.json`;
  writeFileSync(join(out, sbom), sbomOf(source, description));
  writeFileSync(join(out, 'SHA256SUMS'), checksums(out, [tgz, vsix, sbom]));

  step(isRehearsal ? 'Not uploaded; a release would run' : 'Upload');
  const files = [tgz, vsix, sbom, 'SHA256SUMS'];
  const address = `${home}.git`;
  const uploads = [
    ['git', 'push', '--atomic', address, branch, tag, `+${moving}`],
    ['npm', 'publish', tgz, '--access', 'public'],
    ['npx', 'vsce', 'publish', '--packagePath', join(out, vsix)],
    ['npx', '--yes', 'ovsx', 'publish', join(out, vsix)],
    ['gh', 'release', 'create', tag, '--repo', home, '--title', tag, '--notes-file', 'notes.md', ...files],
  ];
  const list = (calls) => calls.map((call) => `  ${call.join(' ')}`).join('\n');
  if (isRehearsal) console.log(list(uploads));
  else upload(uploads, { source, out, list });
  console.log(`
Planlint ${version} lies in ${out}: ${files.join(', ')}, notes.md, package/ and, with its tags, source/.`);
}

/** What failed may have other reasons than what was released: the rest is told, to be run by hand. */
function upload(uploads, { source, out, list }) {
  for (const [index, [program, ...args]] of uploads.entries()) {
    try {
      run(program, args, program === 'git' || args[0] === 'vsce' ? source : out);
    } catch (error) {
      throw new Error(
        `${error.message}\nLeft to run, git in ${source} and the others in ${out}:\n${list(uploads.slice(index))}`,
      );
    }
  }
}

function step(name) {
  console.log(`\n== ${name}`);
}
