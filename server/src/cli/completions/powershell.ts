import { flatMapped } from '../../core/text/flat.ts';
import type { CompletionCommand, CompletionTable, CompletionValue } from './table.ts';

/** For PowerShell 5.1 and later: `planlint completions powershell | Out-String | Invoke-Expression`. */
export function powershell(table: CompletionTable): string {
  const first = table[0]?.name ?? '';
  return `# PowerShell completion for planlint
Register-ArgumentCompleter -Native -CommandName 'planlint' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${table.map(({ name, about }) => `    ${quoted(name)} = ${quoted(about)}`).join('\n')}
  }
  $options = @{
${table.map(optionsOf).join('\n')}
  }
  $values = @{
${flatMapped(table, valuesOf).join('\n')}
  }
  $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $word = @($before | Where-Object { $_ -notlike '-*' }) | Select-Object -First 1
  $command = if ($word -and $commands.Contains($word)) { $word } else { '${first}' }
  $last = if ($before.Count -gt 0) { $before[-1] } else { '' }
  $prefix = ''
  $typed = $wordToComplete
  if ($wordToComplete -match '^(--[a-z-]+)=(.*)$') {
    $last = $Matches[1]
    $prefix = "$last="
    $typed = $Matches[2]
  }
  $found = if ($values.ContainsKey("$command $last")) {
    $known = $values["$command $last"]
    if ($known -eq 'revisions') { $known = @(git for-each-ref '--format=%(refname:short)' 2>$null) }
    $known | ForEach-Object { , @($_, $_) }
  } elseif ($typed -like '-*') {
    $options[$command].GetEnumerator() | ForEach-Object { , @($_.Key, $_.Value) }
  } elseif (-not $word -or $word -eq $wordToComplete) {
    $commands.GetEnumerator() | ForEach-Object { , @($_.Key, $_.Value) }
  } elseif ($values.ContainsKey("$command ")) {
    $values["$command "] | ForEach-Object { , @($_, $_) }
  }
  $found | Where-Object { $_ -and $_[0] -like "$typed*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new("$prefix$($_[0])", $_[0], 'ParameterValue', $_[1])
  }
}
`;
}

function optionsOf({ name, options }: CompletionCommand): string {
  const rows = options.map((option) => `      ${quoted(option.name)} = ${quoted(option.about)}`);
  return `    ${quoted(name)} = [ordered]@{\n${rows.join('\n')}\n    }`;
}

/** What stands behind a command and an option, or behind the command alone; for files the shell itself is asked. */
function valuesOf({ name, operands, options }: CompletionCommand): readonly string[] {
  const all = [{ name: '', value: operands }, ...options];
  return flatMapped(all, (option) =>
    option.value === undefined || option.value === 'files' || option.value === 'anything'
      ? []
      : `    ${quoted(`${name} ${option.name}`)} = ${listOf(option.value)}`,
  );
}

function listOf(value: CompletionValue): string {
  return typeof value === 'string' ? quoted(value) : `@(${value.map(quoted).join(', ')})`;
}

/** PowerShell reads typographic quotes as quotes, too. */
function quoted(text: string): string {
  return `'${text.replace(/['‘’‚‛]/gu, '$&$&')}'`;
}
