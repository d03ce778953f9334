import type { ConfigFiles } from '../../server/src/config/layers.ts';
import { folderOf } from '../../server/src/config/paths.ts';

/** Configurations on a map; an error stands for what cannot be read. */
export function configFiles(map: Readonly<Record<string, string | Error>>): ConfigFiles {
  return {
    text: async (path) => {
      const text = map[path];
      if (text instanceof Error) throw text;
      return text;
    },
    names: async (folder) =>
      Object.keys(map)
        .filter((path) => folderOf(path) === folder)
        .map((path) => path.slice(folder.length + 1)),
  };
}
