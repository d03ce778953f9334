import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { actions } from './actions.ts';
import { annotations } from './annotations.ts';
import { completion } from './completion.ts';
import { diagnostics } from './diagnostics.ts';
import type { Feature } from './feature.ts';
import { hierarchies } from './hierarchies.ts';
import { hovers } from './hover.ts';
import { navigation } from './navigation.ts';
import { own } from './own.ts';
import { structure } from './structure.ts';
import { symbols } from './symbols.ts';
import { writing } from './writing.ts';

/** Everything that the server does for a client beside keeping documents: the table of what is announced and served. */
export const features: readonly Feature[] = [
  ...diagnostics,
  ...symbols,
  ...structure,
  ...navigation,
  ...hovers,
  ...completion,
  ...actions,
  ...annotations,
  ...writing,
  ...hierarchies,
  ...own,
];

/** What is announced to a client of these capabilities. */
export function capabilitiesFor(client: ClientCapabilities): ServerCapabilities {
  return Object.assign({}, ...features.map(({ capability }) => capability(client)));
}
