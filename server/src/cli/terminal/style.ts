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

/** `text` as a terminal link (OSC 8) to `url`; the same text where there is none. */
export function linked(text: string, url: string | undefined): string {
  return url === undefined || text === '' ? text : `${LINK}${url}${END}${text}${LINK}${END}`;
}

const LINK = '\u{1B}]8;;';
const END = '\u{1B}\\';

/**
 * Whether the terminal turns OSC 8 into links. Most of those that do not leave it out, but some print it, so only
 * those are trusted that say who they are; `FORCE_HYPERLINK` decides for all others.
 */
export function understandsLinks(env: Readonly<Record<string, string | undefined>>): boolean {
  if (env.FORCE_HYPERLINK) return env.FORCE_HYPERLINK !== '0' && env.FORCE_HYPERLINK !== 'false';
  if (env.CI || env.TEAMCITY_VERSION || env.TERM === 'dumb') return false;
  // A multiplexer stands in between, and older ones swallow half of it.
  if (env.TMUX || env.STY) return false;
  if (env.WT_SESSION || env.KITTY_WINDOW_ID || env.KONSOLE_VERSION || env.DOMTERM) return true;
  if (/^(?:vscode|iTerm\.app|WezTerm|ghostty|Tabby|rio|zed)$/iu.test(env.TERM_PROGRAM ?? '')) return true;
  if (/^(?:xterm-kitty|xterm-ghostty|alacritty|foot(?:-extra)?)$/u.test(env.TERM ?? '')) return true;
  // GNOME and its relatives: 0.50.0 crashed on links.
  return /^\d+$/u.test(env.VTE_VERSION ?? '') && Number(env.VTE_VERSION) > 5000;
}
