import { loaded, office } from './loaded.ts';

/** The door for an editor: the language server, as the arguments say. */
void loaded('serve').serve(office);
