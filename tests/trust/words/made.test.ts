import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { soaking } from '../../rounds.ts';
import { realFolder } from '../../rules/texts.ts';
import { dataFileOf, madeFrom } from './made.ts';
import { hasTexts, textsIn } from './texts.ts';

const file = fileURLToPath(new URL('../../../server/src/core/lint/wording/table.data.ts', import.meta.url));

describe.runIf(soaking && hasTexts(realFolder))('the table of wording', () => {
  it('is what npm run words:make makes of the texts', { timeout: 1_200_000 }, () => {
    expect(dataFileOf(madeFrom(textsIn(realFolder).learnt))).toBe(readFileSync(file, 'utf8'));
  });
});
