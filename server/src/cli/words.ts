import type { Locale } from './options.ts';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';

/** Everything that the command line says in one language. */
export function wordsOf(locale: Locale): Words {
  return locale === 'en' ? en : zh;
}

export type Words = Readonly<typeof zh>;
