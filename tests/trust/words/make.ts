import { writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { dataFileOf, madeFrom } from './made.ts';
import { textsIn } from './texts.ts';

/** Makes the table of the genre's wording anew: `npm run words:make`, with the texts beside the project. */
const [shared = '', output = ''] = process.argv.slice(2);
const table = madeFrom(textsIn(shared).learnt);
writeFileSync(output, dataFileOf(table));
const sizes = Object.entries(table).map(([name, text]) => `${name} ${deflateRawSync(text).length}`);
const size = deflateRawSync(dataFileOf(table)).length;
console.log(`${output}: ${size} bytes packed (${sizes.join(', ')})`);
