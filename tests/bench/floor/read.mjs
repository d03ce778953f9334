import { isUtf8, transcode } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';

// What any program does that checks the files of a folder: it finds, reads and decodes them and splits their lines.
const [, , folder] = process.argv;
let lines = 0;
for (const path of readdirSync(folder, { recursive: true, withFileTypes: true }))
  if (path.isFile()) lines += decoded(readFileSync(`${path.path}/${path.name}`)).split('\n').length;
console.log(lines);

/** The fastest way on Node.js 20 to decode text that is mostly Chinese. */
function decoded(bytes) {
  return isUtf8(bytes) ? transcode(bytes, 'utf8', 'ucs2').ucs2Slice() : bytes.toString();
}
