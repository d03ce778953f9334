import { l10n, Uri, window, workspace } from 'vscode';
import type { Owner } from '../../../server/src/protocol.ts';
import type { Commands } from '../editor/commands.ts';
import { exists } from '../editor/files.ts';
import { activePlan, folderOf, openPlace, planAtHand, rangeOf } from '../editor/place.ts';
import { say } from '../editor/say.ts';
import { Texts } from '../editor/texts.ts';
import type { Server } from '../server.ts';

/** Commands around the unit directory. */
export function directoryCommands(server: Server): Commands {
  return {
    'planlint.createDirectory': () => createDirectory(server),
    'planlint.openDirectory': () => openDirectory(server),
    'planlint.views.createEntry': ({ owner }: { readonly owner: Owner }) => createEntry(server, owner),
  };
}

/**
 * A new document with everybody whom the plans name, not saved yet: a person completes it first. A file of its name is
 * opened instead.
 */
async function createDirectory(server: Server): Promise<void> {
  const plan = planAtHand()?.uri;
  const folder = folderOf(plan);
  const file = folder && Uri.joinPath(folder, FILE_NAME).with({ query: '', fragment: '' });
  if (file && (await exists(file))) {
    await window.showTextDocument(file);
    return say(l10n.t('The unit directory is there already.'));
  }
  const text = await server.ask(
    'planlint/newDirectory',
    plan ? { textDocument: { uri: plan.toString() } } : {},
  );
  if (text === undefined) return;
  if (!text) return say(l10n.t('No plan names anybody yet.'));
  const target = file?.with({ scheme: 'untitled' }) ?? Uri.from({ scheme: 'untitled', path: FILE_NAME });
  const document = await workspace.openTextDocument(target);
  const editor = await window.showTextDocument(document);
  if (document.getText() === '') {
    await editor.edit((edit) => edit.insert(document.positionAt(0), text));
  }
}

const FILE_NAME = '责任单位名录.units.plan';

/** The directory that serves the plan in the editor, else one of the workspace. */
async function openDirectory(server: Server): Promise<void> {
  const active = activePlan()?.document.uri.toString();
  const status = active && (await server.ask('planlint/status', { textDocument: { uri: active } }));
  const nearest = status ? status.directories[0] : undefined;
  if (nearest) return openPlace(nearest);
  const overview = await server.ask('planlint/overview', {});
  const defined = [...(overview?.units ?? []), ...(overview?.leaders ?? [])].find((owner) => owner.defined);
  if (defined?.defined) return openPlace({ ...defined.defined, range: TOP });
  const create = l10n.t('Create');
  const chosen = await window.showInformationMessage(l10n.t('There is no unit directory yet.'), create);
  if (chosen === create) await createDirectory(server);
}

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** By the quick fix of the finding that somebody is in no directory. */
async function createEntry(server: Server, { name, tasks }: Owner): Promise<void> {
  const place = tasks[0]?.place;
  if (!place) return;
  await openPlace(place);
  const texts = new Texts();
  const edit = await server.editFor(place.uri, rangeOf(place.range), 'quickfix', 'add-to-directory');
  if (edit) await texts.apply(edit);
  else say(l10n.t('{0} cannot be added by itself; write it into the directory.', name));
}
