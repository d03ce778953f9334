// Writes bundles in `dist` anew, each in fewer bytes: `node .ci/shorten.mjs office.js …`
import { readFileSync, writeFileSync } from 'node:fs';
import { smaller } from './smaller.mjs';

for (const name of process.argv.slice(2)) {
  const file = new URL(`../dist/${name}`, import.meta.url);
  writeFileSync(file, smaller(name, readFileSync(file, 'utf8')));
}
