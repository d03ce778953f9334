import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { Owner, Range } from '../../../server/src/protocol.ts';
import type { Commands } from '../editor/commands.ts';
import { goTo, openPlace, planInFront } from '../editor/place.ts';
import { say } from '../editor/say.ts';
import type { Server } from '../server.ts';

/** Commands that lead somewhere. */
export function goingCommands(server: Server): Commands {
  return {
    'planlint.nextGap': () => goToGap(server, 1),
    'planlint.previousGap': () => goToGap(server, -1),
    'planlint.goToUnit': () => goToUnit(server),
    'planlint.openPlace': (uri: string | undefined, range: Range) => {
      const here = uri ?? window.activeTextEditor?.document.uri.toString();
      return here && openPlace({ uri: here, range });
    },
  };
}

/** To the nearest task that lacks something, around the end of the text if need be. */
async function goToGap(server: Server, step: 1 | -1): Promise<void> {
  const editor = await planInFront();
  if (!editor) return;
  const gaps = await server.ask('planlint/gaps', { textDocument: { uri: editor.document.uri.toString() } });
  if (!gaps) return;
  const { line } = editor.selection.active;
  const next =
    step > 0
      ? (gaps.find(({ start }) => start.line > line) ?? gaps[0])
      : (gaps.findLast(({ start }) => start.line < line) ?? gaps.at(-1));
  if (next) goTo(editor, next);
  else say(l10n.t('No task lacks anything.'));
}

/** Lets a person choose somebody whom the plans name, and leads to the directory, else to their first task. */
async function goToUnit(server: Server): Promise<void> {
  const overview = await server.ask('planlint/overview', {});
  if (!overview) return;
  const items = [...overview.leaders, ...overview.units].map(itemOf);
  if (items.length === 0) return say(l10n.t('No plan names anybody yet.'));
  const chosen = await window.showQuickPick(items, {
    placeHolder: l10n.t('Unit, group or person'),
    matchOnDescription: true,
  });
  const place = chosen?.owner.defined ?? chosen?.owner.tasks[0]?.place;
  if (place) await openPlace(place);
}

function itemOf(owner: Owner): QuickPickItem & { readonly owner: Owner } {
  const { name, kind, tasks, defined } = owner;
  const icon = { person: 'account', unit: 'organization', group: 'layers' }[kind];
  const count = tasks.length === 1 ? l10n.t('1 task') : l10n.t('{0} tasks', tasks.length);
  const file = defined && workspace.asRelativePath(Uri.parse(defined.uri));
  return { label: `$(${icon}) ${name}`, description: count, owner, ...(file && { detail: file }) };
}
