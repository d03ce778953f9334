import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { kinds } from '../cli/no-files.ts';
import { shakeHands } from './client.ts';

const server = fileURLToPath(new URL('../../dist/server.mjs', import.meta.url));
const lacking =
  '青河县2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室；完成时限：2026年13月）\n2.乙项。二。\n';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Each kind in a folder of its own, by the name that a file should have there. */
const places = ['planlint.json', '.gitignore', '.planlintignore', 'b.plan', 'b.txt', 'units', 'base.json'];

describe.skipIf(process.platform === 'win32')(
  'a workspace with what is no file in the place of files',
  () => {
    it('is read all the same, and told of where a configuration cannot be read', async () => {
      folder = mkdtempSync(join(tmpdir(), 'planlint-'));
      const uriOf = (...names: readonly string[]) => pathToFileURL(join(folder, ...names)).href;
      for (const [i, [, make]] of kinds.entries()) {
        for (const place of places) {
          const own = join(folder, `${i}-${place}`);
          mkdirSync(own);
          await make(join(own, place));
          writeFileSync(join(own, 'a.plan'), lacking);
          if (place === 'units') writeFileSync(join(own, 'planlint.json'), '{ "directories": ["units"] }');
          if (place === 'base.json')
            writeFileSync(join(own, 'planlint.json'), '{ "extends": "./base.json" }');
        }
      }
      const child = spawn(process.execPath, [server, '--stdio', '--locale', 'en'], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      try {
        const client = await shakeHands(
          createMessageConnection(
            new StreamMessageReader(child.stdout),
            new StreamMessageWriter(child.stdin),
          ),
          {
            folders: [uriOf()],
            capabilities: {
              textDocument: { diagnostic: {} },
              workspace: { diagnostics: { refreshSupport: true } },
            },
          },
        );
        await client.hear('workspace/diagnostic/refresh');
        const { items } = await client.request<{
          items: { uri: string; items: { message: string; code?: string }[] }[];
        }>('workspace/diagnostic', { previousResultIds: [] });
        const said = new Map(items.map((one) => [one.uri, one.items]));
        for (const [i, [kind]] of kinds.entries()) {
          for (const place of places) {
            const own = uriOf(`${i}-${place}`, 'a.plan');
            expect([kind, place, said.get(own)?.map(({ code }) => code)]).toEqual([
              kind,
              place,
              expect.arrayContaining(['impossible-deadline']),
            ]);
          }
        }
        const published = client.heard.flatMap(({ method, params }) =>
          method === 'textDocument/publishDiagnostics'
            ? [params as { uri: string; diagnostics: object[] }]
            : [],
        );
        const told = new Map(published.map(({ uri, diagnostics }) => [uri, diagnostics.length]));
        for (const [i, [kind]] of kinds.entries()) {
          for (const place of ['planlint.json', 'units', 'base.json'])
            expect([kind, place, told.get(uriOf(`${i}-${place}`, 'planlint.json'))]).toEqual([
              kind,
              place,
              1,
            ]);
        }
      } finally {
        child.kill();
      }
    });
  },
);
