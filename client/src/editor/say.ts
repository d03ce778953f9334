import { window } from 'vscode';

/** Says for a moment what came of a command, above all that nothing was done where a person would wait for something. */
export function say(message: string): void {
  window.setStatusBarMessage(message, 5000);
}
