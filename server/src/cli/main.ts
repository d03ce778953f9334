import { version } from '../../../package.json';
import { Memory } from '../core/read/memory.ts';
import { localeOf, type Request, readArguments, type Word } from './args.ts';
import { commands } from './commands/index.ts';
import { Misuse } from './contain.ts';
import { help } from './help.ts';
import { type Exit, type Host, worst } from './host.ts';
import { configuredLocale } from './input/configuration.ts';
import { withListed } from './input/files-from.ts';
import { problemOf } from './input/inputs.ts';
import { printable } from './terminal/cells.ts';
import { Progress } from './terminal/progress.ts';
import { painter, wantsColor } from './terminal/style.ts';
import { wordsOf } from './words.ts';
import { collisionIn, write } from './write.ts';

/** Runs `planlint` as `host` calls it and gives the exit code. Never rejects. */
export async function main(host: Host): Promise<Exit> {
  const usual = localeOf(host.args, host.env);
  const request = await settled(readArguments(host.args, commands, wordsOf(usual)), host);
  const configured = request.kind === 'run' ? await configuredLocale(request.options, host) : undefined;
  const words = wordsOf(configured ?? usual);
  const progress = new Progress(host.stderr, host.env);
  const say = (text: string) => {
    progress.clear();
    return host.stderr.write(text).catch(() => {});
  };
  const complain = (line: string) => say(`planlint: ${printable(line)}\n`);
  let blamed: Exit = 0;
  const blame = async (fault: unknown, path?: string): Promise<Exit> => {
    const met = pathIn(fault);
    if (met !== undefined) {
      const { reason, code } = problemOf(path ?? met, fault);
      await complain(words.problem[reason](path ?? met, code ?? ''));
      blamed = worst(blamed, 2);
      return 2;
    }
    blamed = 3;
    const said = words.fault(fault instanceof Error ? fault.message : String(fault));
    await complain(path === undefined ? said : `${path}${words.colon}${said}`);
    if (host.env.PLANLINT_DEBUG && fault instanceof Error) await say(`${fault.stack}\n`);
    return 3;
  };
  const { output, color } = request.kind === 'run' ? request.options : {};
  const paint = painter(wantsColor(color, host.env, host.stdout.isTTY && output === undefined));
  const call = { host, words, paint, output, memory: new Memory(OF_RUN), progress, complain, blame };
  try {
    switch (request.kind) {
      case 'help':
        return await write(help(commands, request.command, words), call);
      case 'version':
        return await write(`planlint ${version}\n`, call);
      case 'wrong':
        await complain(request.message);
        return 2;
      case 'run': {
        const { command, options: given, typo } = request;
        if (typo && (await host.files.kind(typo.word)) === undefined) {
          await complain(words.unknownCommand(typo.word, typo.near));
          return 2;
        }
        const options = await withListed(given, call);
        if (!options) return 2;
        const collision = await collisionIn(options, host);
        if (collision !== undefined) throw new Misuse(words.sameFile(collision));
        // Whatever a command makes of it, a fault that was met is not passed over.
        return worst(await command.run(options, call), blamed);
      }
    }
  } catch (fault) {
    if (fault instanceof Misuse) {
      await complain(fault.message);
      return 2;
    }
    return await blame(fault);
  } finally {
    progress.clear();
  }
}

/** In characters: what a run remembers of all its texts, twice at most; more costs more room than it saves time. */
const OF_RUN = 240_000;

/** The path at which the file system refused something; undefined for a fault of this program. */
function pathIn(fault: unknown): string | undefined {
  const isRefused = fault instanceof Error && 'code' in fault && 'path' in fault;
  return isRefused && typeof fault.path === 'string' ? fault.path : undefined;
}

/** Whoever has a file or folder that is named as the word means that. */
async function settled(request: Request | Word, { files }: Host): Promise<Request> {
  if (request.kind !== 'word') return request;
  const kind = await files.kind(request.word).catch(() => undefined);
  return kind === undefined ? request.meant : request.otherwise;
}
