/** Wraps words in the terminal codes of each style, or leaves them as they are where `enabled` is false. */
export function painter(enabled: boolean): Paint {
  const style = (on: number, off: number) => (text: string) =>
    enabled && text !== '' ? `\u{1B}[${on}m${text}\u{1B}[${off}m` : text;
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    underline: style(4, 24),
    red: style(31, 39),
    green: style(32, 39),
    yellow: style(33, 39),
    blue: style(34, 39),
    cyan: style(36, 39),
  };
}

export type Paint = Readonly<
  Record<
    'bold' | 'dim' | 'underline' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan',
    (text: string) => string
  >
>;

/** Whether to colour: as `asked` for, else `NO_COLOR` before `FORCE_COLOR`, else where a person looks at it. */
export function wantsColor(
  asked: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
  isTTY: boolean,
): boolean {
  if (asked !== undefined) return asked;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTTY && env.TERM !== 'dumb';
}
