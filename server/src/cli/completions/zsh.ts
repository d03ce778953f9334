import { flatMapped } from '../../core/text/flat.ts';
import type { CompletionCommand, CompletionTable, CompletionValue } from './table.ts';

/** For zsh 5: write it to a file `_planlint` in a folder of `fpath`, or `source` it after `compinit`. */
export function zsh(table: CompletionTable): string {
  const names = table.map(({ name }) => name);
  return `#compdef planlint
# zsh completion for planlint

_planlint_revisions() {
  local -a revisions
  revisions=(\${(f)"$(git for-each-ref '--format=%(refname:short)' 2>/dev/null)"})
  compadd -a revisions
}

_planlint_first() {
  local -a commands
  commands=(
${table.map(({ name, about }) => `    ${quoted(`${name}:${about.replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  _describe -t commands planlint commands
  _files
}

_planlint() {
  local word command=
  integer i
  for ((i = 2; i < CURRENT; i++)); do
    word=$words[i]
    case $word in
      (${names.join('|')}) command=$word; break ;;
      (-*) ;;
      (*) break ;;
    esac
  done
  case $command in
${table.map(commandCase).join('\n')}
    (*) _arguments -s -S \\
${[...argumentsOf(table[0]), `      '*:planlint:_planlint_first'`].join(' \\\n')} ;;
  esac
}

if [[ $funcstack[1] == _planlint ]]; then _planlint "$@"; else compdef _planlint planlint; fi
`;
}

function commandCase(command: CompletionCommand): string {
  const rest =
    command.operands === 'anything' ? [] : [`      '*:${command.name}:${actionOf(command.operands)}'`];
  // The command word itself is an argument, too.
  const word = `      '1:command:(${command.name})'`;
  return `    (${command.name}) _arguments -s -S \\\n${[...argumentsOf(command), word, ...rest].join(' \\\n')} ;;`;
}

function argumentsOf(command: CompletionCommand | undefined): readonly string[] {
  return flatMapped(command?.options ?? [], ({ name, short, about, value }) =>
    [name, ...(short ? [short] : [])].map((word) => {
      const text = about.replace(/[[\]:\\]/gu, '\\$&');
      const tail = value === undefined ? '' : `:${name.slice(2)}:${actionOf(value)}`;
      return `      ${quoted(`*${word}${value === undefined ? '' : '='}[${text}]${tail}`)}`;
    }),
  );
}

function actionOf(value: CompletionValue): string {
  if (value === 'files') return '_files';
  if (value === 'revisions') return '_planlint_revisions';
  return value === 'anything' ? ' ' : `(${value.join(' ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
