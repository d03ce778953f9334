import { modelOf } from '../../core/exports/json.ts';
import { parse } from '../../core/read/read.ts';
import type { Call } from '../command.ts';
import type { Exit } from '../host.ts';
import type { Options } from '../options.ts';
import { briefMemory } from './brief.ts';
import { recordSettings } from './settings.ts';
import { streamRecords } from './stream.ts';

/** Reads the records of standard input and writes a line with the model of each, as in the JSON export. */
export async function exportRecords(options: Options, call: Call): Promise<Exit> {
  const settings = await recordSettings(options, call);
  if (!settings) return 2;
  const memoryFor = briefMemory();
  return streamRecords(
    async ({ path, text }) => {
      const { labels } = (await settings.of(path)).settings;
      const [model] = modelOf([{ path, plan: parse(text, { labels, path }, memoryFor(text)) }]).plans;
      return model ?? {};
    },
    { width: 1, forgiving: false },
    call,
  );
}
