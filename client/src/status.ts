import {
  commands,
  type ExtensionContext,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Status } from '../../server/src/protocol.ts';
import { nameOf } from './editor/place.ts';
import type { Health, Server } from './server.ts';

/** The item that says how the server is, and offers to start it again. */
export function healthItem({ subscriptions }: ExtensionContext): (health: Health) => void {
  const item = languages.createLanguageStatusItem('planlint.server', SELECTOR);
  item.name = 'Planlint';
  subscriptions.push(item);
  const restart = { command: 'planlint.restartServer', title: l10n.t('Restart') };
  const log = { command: 'planlint.showOutput', title: l10n.t('Log') };
  const show = (health: Health) => {
    item.busy = health === 'starting' || health === 'restarting';
    item.severity =
      health === 'down' || health === 'failed'
        ? LanguageStatusSeverity.Error
        : LanguageStatusSeverity.Information;
    item.text = words()[health];
    item.command = health === 'down' || health === 'failed' ? restart : log;
  };
  show('starting');
  return (health) => {
    show(health);
    if (health !== 'down' && health !== 'failed') return;
    void window.showErrorMessage(words()[health], restart.title, log.title).then((chosen) => {
      if (chosen === restart.title) return commands.executeCommand(restart.command);
      if (chosen === log.title) return commands.executeCommand(log.command);
    });
  };
}

/** The items that say how complete the plan in the editor is: its tasks, what they lack, the directory it has. */
export function documentItems({ subscriptions }: ExtensionContext, server: Server): void {
  const tasks = itemOf('tasks', l10n.t('Tasks'));
  const missing = itemOf('missing', l10n.t('Missing'));
  const directory = itemOf('directory', l10n.t('Unit Directory'));
  const bar = window.createStatusBarItem('planlint.count', StatusBarAlignment.Left, 10);
  bar.name = l10n.t('Tasks');
  subscriptions.push(tasks, missing, directory, bar);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = async (document: TextDocument) => {
    const status = await server.ask('planlint/status', { textDocument: { uri: document.uri.toString() } });
    if (!status || window.activeTextEditor?.document !== document) return;
    showTasks(tasks, status);
    showMissing(missing, status);
    showDirectory(directory, status);
    showCount(bar, tasks, missing, status);
  };
  const soon = (wait: number) => {
    clearTimeout(timer);
    const document = window.activeTextEditor?.document;
    if (document?.languageId === 'workplan') timer = setTimeout(() => update(document), wait);
    else bar.hide();
  };
  subscriptions.push(
    { dispose: () => clearTimeout(timer) },
    window.onDidChangeActiveTextEditor(() => soon(0)),
    server.onSettled(() => soon(QUIET)),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) soon(QUIET);
    }),
  );
  soon(0);
}

const SELECTOR = { language: 'workplan' };
/** Milliseconds without a change before the plan is counted anew. */
const QUIET = 400;

function itemOf(id: string, name: string): LanguageStatusItem {
  const item = languages.createLanguageStatusItem(`planlint.${id}`, SELECTOR);
  item.name = name;
  return item;
}

function showTasks(item: LanguageStatusItem, { kind, tasks, conflict }: Status): void {
  item.text =
    kind === 'directory'
      ? tasks === 1
        ? l10n.t('1 entry')
        : l10n.t('{0} entries', tasks)
      : tasks === 1
        ? l10n.t('1 task')
        : l10n.t('{0} tasks', tasks);
  item.severity = conflict ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  item.detail = conflict ? l10n.t('Marks of an unfinished merge stand in the text.') : '';
  item.command = conflict
    ? { command: 'planlint.openPlace', title: l10n.t('Show'), arguments: [undefined, conflict] }
    : { command: 'planlint.showPreviewToSide', title: l10n.t('Table') };
}

function showMissing(item: LanguageStatusItem, { kind, withoutOwner, withoutDeadline }: Status): void {
  const lacking = kind === 'directory' ? 0 : withoutOwner + withoutDeadline;
  if (lacking === 0) item.text = l10n.t('Nothing missing');
  else if (withoutDeadline === 0) item.text = l10n.t('{0} without an owner', withoutOwner);
  else if (withoutOwner === 0) item.text = l10n.t('{0} without a deadline', withoutDeadline);
  else {
    item.text = l10n.t('{0} without an owner, {1} without a deadline', withoutOwner, withoutDeadline);
  }
  item.command = lacking > 0 ? { command: 'planlint.nextGap', title: l10n.t('Next') } : undefined;
}

/** What the items behind the brackets say, where one sees it: `20项任务 · 2项缺时限`. */
function showCount(
  bar: StatusBarItem,
  { text: tasks }: LanguageStatusItem,
  { text: missing, command }: LanguageStatusItem,
  { kind, withoutOwner, withoutDeadline }: Status,
): void {
  const lacks = kind !== 'directory' && withoutOwner + withoutDeadline > 0;
  bar.text = lacks ? `$(checklist) ${tasks} · ${missing}` : `$(checklist) ${tasks}`;
  bar.tooltip = lacks ? l10n.t('Go to the next gap') : l10n.t('Open the responsibility table');
  bar.command = lacks && command ? command.command : 'planlint.showPreviewToSide';
  bar.show();
}

function showDirectory(item: LanguageStatusItem, { kind, directories: [nearest, ...others] }: Status): void {
  if (kind === 'directory') {
    item.text = l10n.t('This is a unit directory');
    item.command = undefined;
  } else if (nearest) {
    const name = nameOf(Uri.parse(nearest.uri));
    item.text = others.length > 0 ? l10n.t('{0} and {1} more', name, others.length) : name;
    item.command = {
      command: 'planlint.openPlace',
      title: l10n.t('Open'),
      arguments: [nearest.uri, nearest.range],
    };
  } else {
    item.text = l10n.t('No unit directory');
    item.command = { command: 'planlint.createDirectory', title: l10n.t('Create') };
  }
}

function words(): Readonly<Record<Health, string>> {
  return {
    starting: l10n.t('Starting…'),
    running: l10n.t('The language server runs'),
    restarting: l10n.t('The language server ended and is started again'),
    down: l10n.t('The language server ended six times in three minutes and stays down'),
    failed: l10n.t('The language server could not be started'),
  };
}
