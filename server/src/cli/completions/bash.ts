import { flatMapped } from '../../core/text/flat.ts';
import type { CompletionCommand, CompletionTable, CompletionValue } from './table.ts';

/** For bash 3.2 and later: `source <(planlint completions bash)`. */
export function bash(table: CompletionTable): string {
  const names = table.map(({ name }) => name);
  return `# bash completion for planlint
_planlint() {
  local cur prev command word i
  cur=\${COMP_WORDS[COMP_CWORD]}
  prev=\${COMP_WORDS[COMP_CWORD-1]}
  # \`--option=value\` comes in three words.
  if [[ $cur == '=' ]]; then cur=''
  elif [[ $prev == '=' ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  command=
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case $word in
      ${names.join('|')}) command=$word; break ;;
      -*) ;;
      *) break ;;
    esac
  done
  COMPREPLY=()
  case "\${command:-${names[0] ?? ''}} $prev" in
${flatMapped(table, valueCases).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case "\${command:-${names[0] ?? ''}}" in
${table.map(optionCase).join('\n')}
    esac
    return
  fi
  if [[ -z $command ]]; then
    COMPREPLY=($(compgen -W '${names.join(' ')}' -- "$cur"))
    # Alone, files are left to the shell, which knows how to quote them.
    if ((\${#COMPREPLY[@]} > 0)); then
      compopt -o filenames 2>/dev/null
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
    fi
    return
  fi
  case $command in
${table.map(operandCase).join('\n')}
  esac
}
complete -o default -F _planlint planlint
`;
}

/** An empty reply leaves it to the shell, which offers files. */
function valueCases({ name, options }: CompletionCommand): readonly string[] {
  return flatMapped(options, (option) =>
    option.value === undefined ? [] : `    '${name} ${option.name}') ${replyOf(option.value)}return ;;`,
  );
}

function optionCase({ name, options }: CompletionCommand): string {
  const words = flatMapped(options, (option) => (option.short ? [option.name, option.short] : [option.name]));
  return `      ${name}) COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur")) ;;`;
}

function operandCase({ name, operands }: CompletionCommand): string {
  return `    ${name}) ${replyOf(operands)};;`;
}

function replyOf(value: CompletionValue): string {
  if (value === 'files' || value === 'anything') return '';
  const words =
    value === 'revisions'
      ? `"$(git for-each-ref '--format=%(refname:short)' 2>/dev/null)"`
      : `'${value.join(' ')}'`;
  return `COMPREPLY=($(compgen -W ${words} -- "$cur")); `;
}
