import { Memory } from '../../core/read/memory.ts';

/**
 * A memory for each text in turn that is begun anew now and then: what is known of short lines takes many times the room
 * that they do, and a stream has no end.
 */
export function briefMemory(): (text: string) => Memory {
  let memory = new Memory();
  let characters = 0;
  return ({ length }) => {
    characters += length;
    if (characters > MOST) {
      memory = new Memory();
      characters = length;
    }
    return memory;
  };
}

/** In characters of texts: twenty plans or so, since those of one sender are alike. */
const MOST = 300_000;
