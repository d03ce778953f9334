// The package as npm gets it, in a folder of its own: what `npm pack` takes from the sources, with a manifest that is
// not the extension's. The same folder is what hooks and actions are run from, so it has what they look for.
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { output } from './run.mjs';

export function npmPackage(source, folder, { version, home, commit, description }) {
  const listed = output('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], source);
  const [{ files }] = JSON.parse(listed);
  for (const { path } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(source, path), join(folder, path));
  }
  const own = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const manifest = {
    name: own.name,
    version,
    description,
    keywords: own.keywords,
    homepage: `${home}#readme`,
    bugs: { url: `${home}/issues` },
    repository: { type: 'git', url: `git+${home}.git` },
    license: own.license,
    type: own.type,
    bin: own.bin,
    files: [...new Set(files.map(({ path }) => path.split('/')[0]))].filter((one) => !ALWAYS.test(one)),
    engines: { node: own.engines.node },
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const path of Object.values(own.bin)) chmodSync(join(folder, path), 0o755);
  for (const path of ['README.md', 'client/README.zh-CN.md']) {
    const text = readFileSync(join(folder, path), 'utf8');
    writeFileSync(
      join(folder, path),
      absolute(text, path, { home, commit, shipped: files.map((one) => one.path) }),
    );
  }
  copyFileSync(join(source, '.pre-commit-hooks.yaml'), join(folder, '.pre-commit-hooks.yaml'));
  copyFileSync(join(source, '.github/actions/planlint/action.yml'), join(folder, 'action.yml'));
}

/** What npm packs without being told. */
const ALWAYS = /^(?:package\.json|README\.md|LICENSE)$/u;

/** `![picture](client/pictures/x.png)` and `[page](syntaxes/format.md#part)`, not an address and not a place in the page. */
const LINK = /(?<picture>!?)\[(?<label>[^\]\n]*)\]\((?<target>(?![a-z]+:|#)[^)\s]+)\)/gu;

/** The links of a manual as addresses, where they lead to what is not in the package: wherever it is read, they hold. */
function absolute(text, path, { home, commit, shipped }) {
  return text.replace(LINK, (link, picture, label, target) => {
    const { pathname, hash } = new URL(target, `file:///${path}`);
    const file = decodeURIComponent(pathname.slice(1));
    if (shipped.includes(file) && path !== 'README.md') return link;
    return `${picture}[${label}](${home}/${picture ? 'raw' : 'blob'}/${commit}${pathname}${hash})`;
  });
}
