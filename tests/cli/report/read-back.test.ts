import * as fc from 'fast-check';
import { Parser } from 'tap-parser';
import { describe, expect, it } from 'vitest';
import { printable, uncontrolled } from '../../../server/src/cli/terminal/cells.ts';
import { rounds } from '../../rounds.ts';
import { checkedOf, fileOf } from './checked.ts';
import { troubled, write } from './trouble.ts';

describe('what is read back', () => {
  it('from XML is what was written', () => {
    fc.assert(
      fc.property(troubled, ({ file, path, message }) => {
        const findings = file.findings.map((finding) => ({ ...finding, severity: 'warning' as const }));
        for (const format of ['junit', 'checkstyle']) {
          const values = [
            ...write(format, checkedOf({ ...file, findings })).matchAll(
              /(?:name|message)="(?<value>[^"]*)"/gu,
            ),
          ];
          const read = values.map(({ groups }) => unescaped(groups?.value ?? ''));
          expect(read).toContain(inXml(path));
          expect(read).toContain(inXml(message));
        }
      }),
      rounds(100, 5000),
    );
  });

  it('from GitHub’s and Azure’s commands is what was written', () => {
    fc.assert(
      fc.property(troubled, ({ file, message }) => {
        const command = write('github', checkedOf(file));
        const value = command.slice(command.indexOf('::', 2) + 2, -1);
        expect(decodeCommand(value)).toBe(uncontrolled(message));
        const issue = write('azure', checkedOf(file));
        if (issue.startsWith('##vso[')) {
          const text = issue.slice(issue.indexOf(']') + 1, -1);
          expect(text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%AZP25', '%')).toBe(
            uncontrolled(message),
          );
        }
      }),
      rounds(100, 5000),
    );
  });

  it('from lines of text runs nothing in a pipeline', () => {
    const file = (path: string, severity: 'warning' | 'info') => ({
      ...fileOf(
        '##vso[⟦task⟧.x]##⟦[error]⟧##VSO[y]',
        { severity, message: { zh: '##[x', en: '##vso[x' } },
        path,
      ),
    });
    for (const path of ['::error::x', '##[error]x', '##vso[x]', ' ::x', 'x/##vso[x]']) {
      const checked = checkedOf(file(path, 'info'), file(path, 'warning'));
      for (const format of ['compact', 'pretty']) {
        expect(write(format, checked)).not.toMatch(/##(?:vso)?\[|^\s*::/imu);
      }
      const lines = write('azure', checkedOf(file(path, 'info')));
      expect(lines).not.toMatch(/##(?:vso)?\[/iu);
    }
  });

  it('from TAP is what was written', () => {
    fc.assert(
      fc.property(troubled, ({ file, message }) => {
        const events = Parser.parse(write('tap', checkedOf(file))) as [string, { diag?: unknown }][];
        const point = events.find(([kind]) => kind === 'assert');
        expect(point?.[1].diag).toMatchObject({
          findings: [{ rule: 'missing-lead', message: message.replace(/\p{Cs}/gu, '\u{FFFD}') }],
        });
      }),
      rounds(100, 5000),
    );
  });

  it('from lines of text can drive no terminal', () => {
    fc.assert(
      fc.property(troubled, ({ file }) => {
        for (const format of ['compact', 'pretty']) {
          expect(write(format, checkedOf(file)).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
      }),
      rounds(100, 5000),
    );
  });
});

function unescaped(text: string): string {
  return text.replace(/&#(?<code>\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
}

/** What XML cannot hold is named. */
function inXml(text: string): string {
  return [...text]
    .map((one) =>
      /[\t\n\r\u{7F}-\u{9F}]/u.test(one) || !/[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]/u.test(one)
        ? one
        : printable(one),
    )
    .map((one) =>
      one === '\u{FFFE}' || one === '\u{FFFF}' ? `<${one.charCodeAt(0).toString(16).toUpperCase()}>` : one,
    )
    .join('');
}

function decodeCommand(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
