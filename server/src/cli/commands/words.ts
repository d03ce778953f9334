import { CONFIG_NAME } from '../../config/names.ts';
import { readConfig } from '../../config/read.ts';
import { EMPTY_CONFIG, withWords } from '../../config/words.ts';
import { ownTerms } from '../../core/lint/wording/own-terms.ts';
import type { Call, Command } from '../command.ts';
import { Misuse } from '../contain.ts';
import { readDocuments } from '../documents.ts';
import { decode } from '../encoding.ts';
import { type Exit, worst } from '../host.ts';
import type { Options } from '../options.ts';
import { write } from '../write.ts';

/** Lists the terms of one's own that plans use; `--learn` writes them into the dictionary. */
export const listWords: Command = {
  name: 'words',
  summary: {
    zh: '列出计划中自己的专用词；--learn 写入 planlint.json 的词表',
    en: "list the plans' own terms; --learn writes them into the dictionary of planlint.json",
  },
  details: {
    zh: '列出几份计划都这样写、用语表却讲不通的词，以及几份计划都加引号的词，每行一个。--learn 把它们写入当前文件夹 planlint.json 的 words.add，原有内容和说明不动；写入后请通读一遍，删去其实写错的。不加 --learn 什么也不写。',
    en: 'Lists what several plans write and the table of wording does not explain, and what several put in quotes, one a line. --learn adds them to words.add of planlint.json in the current folder and keeps what else stands there; go through them afterwards and take out what is a mistake after all. Without --learn nothing is written.',
  },
  examples: ['planlint words plans/', 'planlint words --learn plans/'],
  options: ['learn', 'output', 'config', 'no-config', 'files-from'],
  formats: [],
  run: writeWords,
};

async function writeWords(options: Options, call: Call): Promise<Exit> {
  const { host, words, complain } = call;
  const { documents, exit } = await readDocuments(options, call);
  const found = ownTerms(documents.map(({ plan }) => plan));
  if (!options.learn) {
    const written = await write(found.map((word) => `${word}\n`).join(''), call);
    return worst(exit, written);
  }
  const before = (await host.files.kind(CONFIG_NAME)) === undefined ? EMPTY_CONFIG : await textIn(call);
  const after = withWords(before, found);
  const written = after === before ? 0 : await write(after, { ...call, output: CONFIG_NAME });
  if (written === 0) await complain(words.learnt(CONFIG_NAME, found.length));
  return worst(exit, written);
}

/** What is faulty is left to a person: it would come out worse. */
async function textIn({ host, words }: Call): Promise<string> {
  const decoded = decode(await host.files.read(CONFIG_NAME));
  const text = 'text' in decoded ? decoded.text : '';
  if (readConfig(CONFIG_NAME, text).faults.length > 0) throw new Misuse(words.faultyDictionary(CONFIG_NAME));
  return text;
}
