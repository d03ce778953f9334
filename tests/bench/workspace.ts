import { pathToFileURL } from 'node:url';
import { readAll, writePlans } from './check.ts';
import { Client } from './client.ts';
import type { Figure } from './figures.ts';
import { inTurns, median } from './turns.ts';

const FILES = 2_000;

/** A folder of plans that an editor opens, until it was told of each what there is to say. */
export async function workspace(folder: string): Promise<readonly Figure[]> {
  writePlans(folder, FILES);
  const { floor, ours } = await inTurns(
    { floor: async () => (await readAll(folder)).wall, ours: () => untilToldOfAll(folder) },
    { seconds: 25, least: 2 },
  );
  return [
    {
      name: 'a workspace of 2,000 files',
      value: median(ours),
      unit: 'ms',
      floor: median(floor),
      must: 8,
      aim: 4,
    },
  ];
}

async function untilToldOfAll(folder: string): Promise<number> {
  const begun = performance.now();
  const client = new Client(['dist/server.mjs', '--stdio']);
  const known = new Map<string, string>();
  const told = new Promise<number>((done) => {
    client.onPart = (value) => {
      for (const { uri, resultId } of (value as Part).items ?? []) known.set(uri, resultId);
      if (known.size >= FILES) done(performance.now() - begun);
    };
  });
  await client.begin(pathToFileURL(folder).href);
  let over = false;
  // As VS Code asks: again when it was answered, with what it knows.
  const asking = (async () => {
    while (!over) {
      const previousResultIds = [...known].map(([uri, value]) => ({ uri, value }));
      const asked = { previousResultIds, partialResultToken: 'plans' };
      // What is asked when all was told is not waited for any more.
      await client.request('workspace/diagnostic', asked).catch((error: unknown) => {
        if (!over) throw error;
      });
      await new Promise((done) => setTimeout(done, 10));
    }
  })();
  const taken = await told;
  over = true;
  await client.end();
  await asking;
  return taken;
}

interface Part {
  readonly items?: readonly { readonly uri: string; readonly resultId: string }[];
}
