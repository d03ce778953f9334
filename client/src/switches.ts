import { Disposable, l10n, languages, window, workspace } from 'vscode';

/** Switches behind the brackets of the status bar: between writing and reading, and of the days that are left. */
export function displaySwitches(): Disposable {
  const display = languages.createLanguageStatusItem('planlint.display', { language: 'workplan' });
  display.name = l10n.t('Display');
  const days = languages.createLanguageStatusItem('planlint.daysLeft', { language: 'workplan' });
  days.name = l10n.t('Days Left');
  const show = () => {
    const settings = workspace.getConfiguration('planlint', window.activeTextEditor?.document);
    const reading = settings.get('reading', false);
    const shown = settings.get('inlayHints.daysLeft', true);
    display.text = reading
      ? l10n.t('Reading, the text alone')
      : l10n.t('Writing, with hints and suggestions');
    display.command = {
      command: 'planlint.toggleReading',
      title: reading ? l10n.t('Write') : l10n.t('Read'),
    };
    days.text = reading
      ? l10n.t('Days left are hidden while reading')
      : shown
        ? l10n.t('Days left are shown')
        : l10n.t('Days left are hidden');
    days.command = reading
      ? undefined
      : { command: 'planlint.toggleDaysLeft', title: shown ? l10n.t('Hide') : l10n.t('Show days left') };
  };
  show();
  return Disposable.from(
    display,
    days,
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('planlint')) show();
    }),
  );
}
