import { resolve } from 'node:path';
import { disk, type Files, git } from '../../server/src/files.ts';
import { type Call, inProcess, type Outcome } from './host.ts';

/** Calls `main` in this process on the disk, as from a folder: a program takes longer to start than to check. */
export function onDisk(folder: string, call: Omit<Call, 'files' | 'broken' | 'git'>): Promise<Outcome> {
  return inProcess({
    ...call,
    broken: diskFrom(folder),
    git: (words, input) => git(['-C', folder, ...words], input),
  });
}

/** The disk as it is seen from a folder. */
function diskFrom(folder: string): Files {
  const from = (path: string) => resolve(folder, path);
  return {
    resolve: (path) => disk.resolve(from(path)),
    real: (path) => disk.real(from(path)),
    kind: (path) => disk.kind(from(path)),
    size: (path) => disk.size(from(path)),
    stamp: (path) => disk.stamp(from(path)),
    read: (path, what) => disk.read(from(path), what),
    list: (path) => disk.list(from(path)),
    write: (path, content) => disk.write(from(path), content),
    append: (path, content) => disk.append(from(path), content),
    replace: (path, content) => disk.replace(from(path), content),
  };
}
