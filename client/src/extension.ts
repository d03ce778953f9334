import type { ExtensionContext } from 'vscode';
import type * as Web from './extension.web.ts';

/** The Node door: what VS Code calls when a plan is opened or a command is run. */
export function activate(context: ExtensionContext): Promise<void> {
  // biome-ignore lint/correctness/useImportExtensions: it is the file that the build makes of it, beside this one.
  const { activateInNode }: typeof Web = require('./extension.web.js');
  return activateInNode(context);
}
