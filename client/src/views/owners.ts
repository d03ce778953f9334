import { l10n, ThemeIcon } from 'vscode';
import type { Duty, Owner } from '../../../server/src/protocol.ts';
import { type Node, unlike } from './node.ts';

/** Units or leaders with their tasks. */
export function ownerNodes(owners: readonly Owner[]): readonly Node[] {
  return unlike(owners.map(ownerNode));
}

function ownerNode(owner: Owner): Node {
  const { name, kind, tasks, defined, unknown } = owner;
  const place = defined ?? tasks[0]?.place;
  return {
    id: `${kind}:${name}`,
    label: name,
    description: unknown ? l10n.t('{0} · not in the directory', tasks.length) : String(tasks.length),
    icon: new ThemeIcon({ person: 'account', unit: 'organization', group: 'layers' }[kind]),
    children: unlike(tasks.map((duty) => dutyNode(name, duty))),
    owner,
    ...(place && { place }),
  };
}

function dutyNode(name: string, { role, label, place }: Duty): Node {
  return {
    id: `${name}:${place.uri}:${label}`,
    label,
    description: { lead: l10n.t('leads'), unit: '', support: l10n.t('supports') }[role],
    icon: new ThemeIcon({ lead: 'star-empty', unit: 'circle-outline', support: 'circle-small' }[role]),
    place,
  };
}
