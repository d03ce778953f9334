import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { Due, Period } from '../../../server/src/protocol.ts';
import { type Node, unlike } from './node.ts';

/** Months with the tasks that end in them. */
export function deadlineNodes(periods: readonly Period[]): readonly Node[] {
  return periods.map(({ key, tasks }) => ({
    id: key,
    label: labelOf(key),
    description: String(tasks.length),
    icon: new ThemeIcon(key === 'none' ? 'circle-slash' : 'calendar'),
    unfolded: key !== 'none',
    children: unlike(tasks.map((due) => dueNode(key, due))),
  }));
}

function labelOf(key: string): string {
  if (key === 'recurring') return l10n.t('Again and again');
  if (key === 'open') return l10n.t('Without a fixed day');
  if (key === 'none') return l10n.t('No deadline');
  const [year = '', month = ''] = key.split('-');
  return l10n.t('{month}/{year}', { month: String(Number(month)), year });
}

function dueNode(key: string, { label, deadline, days, place }: Due): Node {
  const past = days !== null && days < 0;
  const near = days !== null && days >= 0 && days <= SOON;
  const color = past ? 'list.errorForeground' : near ? 'list.warningForeground' : undefined;
  return {
    id: `${key}:${place.uri}:${label}`,
    label,
    description: [deadline, ...(days === null ? [] : [leftOf(days)])].filter(Boolean).join(' · '),
    icon: new ThemeIcon(
      past ? 'warning' : near ? 'clock' : 'circle-outline',
      color ? new ThemeColor(color) : undefined,
    ),
    place,
  };
}

/** A deadline in as many days is near. */
const SOON = 30;

function leftOf(days: number): string {
  if (days === 0) return l10n.t('due today');
  return days > 0 ? l10n.t('{0} days left', days) : l10n.t('{0} days past', -days);
}
