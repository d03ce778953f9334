import { ConfigurationTarget, l10n, workspace } from 'vscode';
import type { Commands } from '../editor/commands.ts';
import { say } from '../editor/say.ts';

/** Commands that switch what is shown beside the text and when. */
export function displayCommands(): Commands {
  return {
    'planlint.toggleFocusMode': async () => {
      const on = await toggled('focusMode', false);
      say(on ? l10n.t('Focus mode is on.') : l10n.t('Focus mode is off.'));
    },
    'planlint.toggleReading': async () => {
      const on = await toggled('reading', false);
      say(on ? l10n.t('Reading, the text alone') : l10n.t('Writing, with hints and suggestions'));
    },
    'planlint.toggleDaysLeft': async () => {
      const on = await toggled('inlayHints.daysLeft', true);
      say(on ? l10n.t('Days left are shown') : l10n.t('Days left are hidden'));
    },
  };
}

/** Turns a switch over where it is set, since what is nearer wins over the person's own settings; what it is now. */
async function toggled(name: string, usual: boolean): Promise<boolean> {
  const settings = workspace.getConfiguration('planlint');
  const on = !settings.get(name, usual);
  const inWorkspace = settings.inspect(name)?.workspaceValue !== undefined;
  await settings.update(name, on, inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
  return on;
}
