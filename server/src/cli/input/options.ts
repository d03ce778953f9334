import type { MissingMode, MissingRule } from '../../core/lint/settings.ts';

/** What a person can set about which files are read, under which configuration, and how they are mended. */
export interface InputOptions {
  /** The configuration to use instead of those found around each file; `none` for none at all. */
  readonly config: { readonly path: string } | 'none' | undefined;
  /** The file whose settings to show. */
  readonly printConfig: string | undefined;
  readonly listFiles: boolean;
  /** The language asked for, whatever a configuration says. */
  readonly locale: string | undefined;
  /** Modes given on the command line, which hold whatever a configuration says. */
  readonly missing: Readonly<Partial<Record<MissingRule, MissingMode>>>;
  /** Which fixes to make; undefined for none. */
  readonly fix: 'safe' | 'unsafe' | undefined;
  /** Show what fixes would change, and change nothing. */
  readonly diff: boolean;
}

/** The options behind `InputOptions`, with the names of their values. */
export const inputOptions = {
  config: { value: 'FILE' },
  'no-config': {},
  'print-config': { value: 'FILE' },
  'list-files': {},
  fix: {},
  'unsafe-fixes': {},
  diff: {},
} as const;

export type InputOptionName = keyof typeof inputOptions;

/** `given` holds the values of each option, the last one last, its keys in the order in which they were given last. */
export function inputOptionsOf(
  given: ReadonlyMap<string, readonly string[]>,
  missing: InputOptions['missing'],
): InputOptions {
  const config = [...given.keys()].findLast((name) => name === 'config' || name === 'no-config');
  const path = given.get('config')?.at(-1);
  const unsafe = given.has('unsafe-fixes');
  return {
    config: config === 'no-config' ? 'none' : path === undefined ? undefined : { path },
    printConfig: given.get('print-config')?.at(-1),
    listFiles: given.has('list-files'),
    locale: given.get('locale')?.at(-1),
    missing,
    fix: unsafe ? 'unsafe' : given.has('fix') || given.has('diff') ? 'safe' : undefined,
    diff: given.has('diff'),
  };
}
