import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { lineStartsOf } from '../../server/src/core/text/text.ts';

const file = fileURLToPath(new URL('../../syntaxes/workplan.tmLanguage.json', import.meta.url));

/** The grammar as VS Code runs it: the same matcher and the same pattern engine. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(file, 'utf8'), file),
  });
  const grammar = await registry.loadGrammar('text.workplan');
  if (!grammar) throw new Error('the grammar has no scope text.workplan');
  return grammar;
}

/** A stretch of text with its scopes, the innermost last; offsets into the whole text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The tokens of `text`, line by line, those without a scope of their own left out. */
export function tokenize(grammar: IGrammar, text: string): readonly Token[] {
  const starts = lineStartsOf(text);
  let state = textmate.INITIAL;
  return starts.flatMap((start, index) => {
    const line = text.slice(start, starts[index + 1] ?? text.length).replace(/[\r\n]+$/u, '');
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens
      .filter((token) => token.scopes.length > 1)
      .map(({ startIndex, endIndex, scopes }) => ({
        start: start + startIndex,
        end: Math.min(start + endIndex, start + line.length),
        text: line.slice(startIndex, endIndex),
        scopes: scopes.slice(1),
      }));
  });
}

/** The tokens that carry a scope beginning with `scope`, neighbours of one scope joined. */
export function withScope(tokens: readonly Token[], scope: string): readonly Token[] {
  const found: Token[] = [];
  for (const token of tokens) {
    if (!token.scopes.some((one) => one.startsWith(scope))) continue;
    const last = found.at(-1);
    if (last && last.end === token.start && last.scopes.join() === token.scopes.join()) {
      found[found.length - 1] = { ...last, end: token.end, text: last.text + token.text };
    } else found.push(token);
  }
  return found;
}
