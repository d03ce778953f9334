import { Client } from './client.ts';
import type { Figure } from './figures.ts';
import { generatePlan, randomOf } from './generate.ts';
import { inTurns, quantile } from './turns.ts';

/** From a keystroke until the outline and the diagnostics behind it are there, in plans of three sizes. */
export async function keys(): Promise<readonly Figure[]> {
  return [
    ...(await keystrokes(1_000, { must: 5, aim: 2.5 })),
    ...(await keystrokes(10_000, { must: 6, aim: 2.5 })),
    ...(await keystrokes(100_000, {}, { must: 4, aim: 3 })),
  ];
}

type Bounds = Pick<Figure, 'must' | 'aim'>;

/** Against the floor, and against a plan of a tenth of the lines. */
async function keystrokes(lines: number, bounds: Bounds, growth: Bounds = {}): Promise<readonly Figure[]> {
  const text = generatePlan(lines);
  const editors = {
    floor: await opened(['tests/bench/floor/server.mjs'], text),
    ours: await opened(['dist/server.mjs', '--stdio'], text),
    tenth: await opened(['dist/server.mjs', '--stdio'], generatePlan(lines / 10)),
  };
  const { floor, ours, tenth } = editors;
  const taken = await inTurns(
    { floor: floor.stroke, ours: ours.stroke, tenth: tenth.stroke },
    { seconds: 15, least: 3, most: 300 },
  );
  for (const { close } of Object.values(editors)) await close();
  const name = `keys, ${lines.toLocaleString('en')} lines`;
  const at = (part: number) => ({ value: quantile(taken.ours, part), unit: 'ms' }) as const;
  // The first, which is not counted, wrote; each second one does.
  const writing = (all: readonly number[]) =>
    quantile(
      all.filter((_, i) => i % 2 === 1),
      0.5,
    );
  return [
    { name: `${name}, p50`, ...at(0.5), floor: quantile(taken.floor, 0.5), ...bounds },
    {
      name: `${name}, p50 of those that write`,
      value: writing(taken.ours),
      unit: 'ms',
      floor: writing(taken.floor),
    },
    { name: `${name}, p99`, ...at(0.99), floor: quantile(taken.floor, 0.99) },
    {
      name: `${name} to ${(lines / 10).toLocaleString('en')}`,
      ...at(0.5),
      floor: quantile(taken.tenth, 0.5),
      ...growth,
    },
  ];
}

interface Editor {
  /** Writes a character somewhere, or takes it away again: milliseconds until both answers are there. */
  stroke(): Promise<number>;
  close(): Promise<void>;
}

/** A plan that is open, and known to the server. */
async function opened(server: readonly string[], text: string): Promise<Editor> {
  const client = new Client(server);
  const plan = { textDocument: { uri: 'file:///plans/bench.plan' } };
  const answered = () =>
    Promise.all([
      client.request('textDocument/documentSymbol', plan),
      client.request('textDocument/diagnostic', plan),
    ]);
  await client.begin();
  const { textDocument } = plan;
  client.notify('textDocument/didOpen', {
    textDocument: { ...textDocument, languageId: 'workplan', version: 0, text },
  });
  const [outline, findings] = await answered();
  const { items } = findings.result() as { readonly items?: unknown };
  if (!isFull(outline.result()) || !isFull(items)) throw new Error(`${server[0]} says nothing of a plan`);
  const lines = text.split('\n');
  const random = randomOf(lines.length);
  let version = 0;
  let place = { line: 0, character: 0 };
  return {
    stroke: async () => {
      version += 1;
      const writes = version % 2 === 1;
      if (writes) place = placeIn(lines, random);
      const end = writes ? place : { ...place, character: place.character + 1 };
      const change = { range: { start: place, end }, text: writes ? '好' : '' };
      const begun = performance.now();
      client.notify('textDocument/didChange', {
        textDocument: { ...textDocument, version },
        contentChanges: [change],
      });
      return Math.max(...(await answered()).map(({ at }) => at)) - begun;
    },
    close: () => client.end(),
  };
}

function isFull(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

/** Somewhere in the middle of a line that says something. */
function placeIn(lines: readonly string[], random: () => number): { line: number; character: number } {
  for (;;) {
    const line = Math.floor(lines.length * random());
    const { length } = lines[line] ?? '';
    if (length >= 8) return { line, character: Math.floor(length * (0.3 + 0.5 * random())) };
  }
}
