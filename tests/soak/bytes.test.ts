import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../server/src/cli/encoding.ts';
import { messy } from '../cli/cases/fixing.ts';
import { inProcess } from '../cli/host.ts';
import { likes } from '../cli/plans.ts';
import { rounds } from '../rounds.ts';

/** Words that no rule minds, some of them of four bytes in GB18030 or of two units in UTF-16. */
const words = fc.array(fc.constantFrom('镇', '䶮', '𠮷', '王䶮', '㙍', '鿍', '·', '〇', '万', 'é', '龦'), {
  minLength: 1,
  maxLength: 12,
});

const COMMA = '公办园两所,';
const MENDED = '公办园两所，';

const plan = fc.record({
  like: fc.constantFrom(...likes),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  text: words.map((all) => `${messy}3. 走访${all.join('')}学校。（责任科室：人事科）\n`),
});

/** Mends a file of these bytes; what stands there afterwards, or undefined where nothing was written. */
async function fix(given: Uint8Array) {
  let after: Uint8Array | undefined;
  const outcome = await inProcess({
    args: ['fix', '2026.plan', '--locale', 'en'],
    files: { '2026.plan': given },
    broken: {
      replace: async (_path, content) => {
        after = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      },
    },
  });
  return { ...outcome, after };
}

describe('a file of any bytes', () => {
  it('is mended where the fault stands, and nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ like, end, text }) => {
        const written = text.replaceAll('\n', end);
        const given = encode(written, like);
        expect(given && decode(given)).toEqual({ text: written, ...like });
        const { after } = await fix(given ?? new Uint8Array());
        const wanted = encode(written.replace(COMMA, MENDED), like);
        expect(after && Buffer.from(after).toString('hex')).toBe(Buffer.from(wanted ?? []).toString('hex'));
      }),
      rounds(6, 1500),
    );
  });

  it('is refused in one line and left as it is, or read as one of the encodings and kept in it', async () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.nat(255)), { minLength: 1, maxLength: 4 });
    const marks = fc.constantFrom<readonly number[]>(
      [],
      [0xef, 0xbb, 0xbf],
      [0xff, 0xfe],
      [0xfe, 0xff],
      [0x84, 0x31, 0x95, 0x33],
    );
    await fc.assert(
      fc.asyncProperty(plan, damage, marks, fc.boolean(), async ({ like, text }, all, mark, cut) => {
        let bytes = [...mark, ...(encode(text, like) ?? [])];
        for (const [where, kind, byte] of all) {
          const at = where % bytes.length;
          if (kind === 0) bytes.splice(at, 1);
          else if (kind === 1) bytes.splice(at, 0, byte);
          else if (kind === 2) bytes[at] = byte;
          else if (cut) bytes = bytes.slice(0, Math.max(1, at));
        }
        const given = Uint8Array.from(bytes);
        const { code, stderr, after } = await fix(given);
        expect(code, stderr).not.toBe(3);
        const before = decode(given);
        if ('refused' in before) {
          expect([code, stderr.split('\n').length, after]).toEqual([2, 2, undefined]);
          expect(stderr).toMatch(/^planlint: 2026\.plan: /u);
        } else if (after) {
          const { text: _, ...kept } = before;
          expect(decode(after)).toMatchObject(kept);
        }
      }),
      rounds(12, 3000),
    );
  });
});
