import { onTestFinished } from 'vitest';
import { type ClientOptions, startClient } from './client.ts';

export const A = 'file:///a';
export const B = 'file:///b';
export const UNITS = '青河县教育局责任单位名录\n一、科室\n1. 办公室\n2. 基教科（又称：基础教育科）';
/** A plan with a task of `unit`. */
export const plan = (unit: string) =>
  `2026年工作要点\n一、工作\n1.甲项。一。（责任单位：${unit}；完成时限：6月底）`;
export const REFRESH = { workspace: { diagnostics: { refreshSupport: true } } };

/** The client of the test that runs; closed behind it. */
export let client: Awaited<ReturnType<typeof startClient>> | undefined;

/** A client whose server has read all folders. */
export async function ready(options: ClientOptions): Promise<NonNullable<typeof client>> {
  const started = await begin({ ...options, capabilities: { ...REFRESH, ...options.capabilities } });
  await started.hear('workspace/diagnostic/refresh');
  return started;
}

/** Resolves when the server asks for all findings anew. */
export const refreshed = () => client!.next('workspace/diagnostic/refresh');

/** Resolves when the server has taken in what it was told last. */
export async function afterRefresh(tell: () => Promise<void>): Promise<void> {
  const taken = refreshed();
  await tell();
  await taken;
}

/** What the server's index holds. */
export const known = () => [...client!.session.workspace.documents.keys()].sort();

/** The rules that a document breaks, and how severely. */
export async function codesOf(uri: string): Promise<readonly (readonly [code: string, severity: number])[]> {
  const { items } = await client!.request<{ items: { code: string; severity: number }[] }>(
    'textDocument/diagnostic',
    { textDocument: { uri } },
  );
  return items.map(({ code, severity }) => [code, severity] as const);
}

/** Where the name at the cursor of `marked` leads. */
export async function definitionOf(uri: string, marked: string): Promise<string[]> {
  const opened = await client!.open(uri, marked);
  const found = await client!.request<{ uri: string }[]>('textDocument/definition', {
    textDocument: opened,
    position: opened.cursor,
  });
  await client!.notify('textDocument/didClose', { textDocument: { uri } });
  return found.map((one) => one.uri);
}

/** What the server asks its client to watch. */
export interface Registration {
  readonly method: string;
  readonly registerOptions: {
    readonly watchers: readonly {
      readonly globPattern: { readonly baseUri: string; readonly pattern: string };
      readonly kind?: number;
    }[];
  };
}

/** A client that does not wait for the server. */
export async function begin(options: ClientOptions): Promise<NonNullable<typeof client>> {
  const started = await startClient(options);
  client = started;
  onTestFinished(async () => {
    // The test may have closed it and begun another.
    if (client !== started) return;
    client = undefined;
    await started.close();
  });
  return started;
}
