import { flatMapped } from '../../core/text/flat.ts';
import type { CompletionCommand, CompletionTable, CompletionValue } from './table.ts';

/** For fish 3: `planlint completions fish > ~/.config/fish/completions/planlint.fish`. */
export function fish(table: CompletionTable): string {
  const names = table.map(({ name }) => name).join(' ');
  const none = `not __fish_seen_subcommand_from ${names}`;
  const commands = table.map(
    ({ name, about }) => `complete -c planlint -n '${none}' -a ${name} -d ${quoted(about)}`,
  );
  const [first] = table;
  return `# fish completion for planlint
${[
  ...commands,
  ...(first ? optionLines(first, none) : []),
  ...flatMapped(table, (command) => [
    ...operandLines(command, `__fish_seen_subcommand_from ${command.name}`),
    ...optionLines(command, `__fish_seen_subcommand_from ${command.name}`),
  ]),
].join('\n')}
`;
}

function optionLines({ options }: CompletionCommand, condition: string): readonly string[] {
  return options.map(({ name, short, about, value }) =>
    [
      `complete -c planlint -n '${condition}' -l ${name.slice(2)}`,
      ...(short ? [`-s ${short.slice(1)}`] : []),
      ...(value === undefined ? [] : [wantOf(value)]),
      `-d ${quoted(about)}`,
    ].join(' '),
  );
}

function operandLines({ operands }: CompletionCommand, condition: string): readonly string[] {
  if (operands === 'files') return [];
  const words = typeof operands === 'string' ? '' : ` -a ${quoted(operands.join(' '))}`;
  return [`complete -c planlint -n '${condition}' -f${words}`];
}

/** `-r` wants a value, `-x` wants one that is no file. */
function wantOf(value: CompletionValue): string {
  if (value === 'files') return '-rF';
  if (value === 'anything') return '-x';
  const words =
    value === 'revisions' ? `(git for-each-ref "--format=%(refname:short)" 2>/dev/null)` : value.join(' ');
  return `-xa ${quoted(words)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/gu, '\\$&')}'`;
}
