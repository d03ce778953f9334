import { actions } from './answers/actions/actions.ts';
import { annotations } from './answers/annotations.ts';
import { commands } from './answers/commands.ts';
import { completion } from './answers/completion.ts';
import { diagnostics } from './answers/diagnostics.ts';
import type { Feature } from './answers/feature.ts';
import { hierarchies } from './answers/hierarchies.ts';
import { hovers } from './answers/hover.ts';
import { navigation } from './answers/navigation.ts';
import { own } from './answers/own/own.ts';
import { structure } from './answers/structure.ts';
import { symbols } from './answers/symbols.ts';
import { writing } from './answers/writing.ts';

/** Everything that the server does for a client beside keeping documents, each announced in `announced.ts`. */
export const features: readonly Feature[] = [
  ...diagnostics,
  ...symbols,
  ...structure,
  ...navigation,
  ...hovers,
  ...completion,
  ...actions,
  ...commands,
  ...annotations,
  ...writing,
  ...hierarchies,
  ...own,
];
