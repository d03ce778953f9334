import type { Resolved } from '../../config/settings-for.ts';
import { type Directory, directoryOf } from '../../core/people/directory.ts';
import { parse } from '../../core/read/read.ts';
import { appointedDirectories } from '../check/directories.ts';
import { mayHoldDirectory } from '../check/mentions.ts';
import type { Call } from '../command.ts';
import { complaintsOn, configurationsFor } from '../input/configuration.ts';
import type { Options } from '../options.ts';
import type { TextRecord } from './record.ts';

/**
 * What is set for records. They come from anywhere, so that no file is looked for around their paths: the configuration
 * of the current folder counts, or the one that is named, and a path says no more than which of its `overrides` fit.
 * Undefined where the configuration is faulty, which was complained about.
 */
export async function recordSettings(options: Options, call: Call): Promise<RecordSettings | undefined> {
  const configurations = configurationsFor(options, call);
  const { faults, directories } = await configurations.settingsHere('planlint');
  await complaintsOn(call)(faults);
  if (faults.length > 0) return undefined;
  const appointed = appointedDirectories(configurations, call);
  await appointed.of(directories);
  if (appointed.exit() !== 0) return undefined;
  return {
    of: (path) => configurations.settingsHere(path),
    async directoriesOf({ path, text }, resolved) {
      const own = mayHoldDirectory(path, text)
        ? directoryOf(parse(text, { labels: resolved.settings.labels, path }, call.memory), path)
        : undefined;
      return [...(own ? [own] : []), ...(await appointed.of(resolved.directories))];
    },
  };
}

export interface RecordSettings {
  readonly of: (path: string) => Promise<Resolved>;
  /** The unit directories that serve a record: itself or its appendix, and those that the configuration names. */
  readonly directoriesOf: (record: TextRecord, resolved: Resolved) => Promise<readonly Directory[]>;
}
