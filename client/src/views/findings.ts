import { l10n, ThemeColor, ThemeIcon, Uri } from 'vscode';
import type { FoundIn } from '../../../server/src/protocol.ts';
import { nameOf } from '../editor/place.ts';
import { type Node, unlike } from './node.ts';

/** Problems by rule; for the workspace, by plan first. */
export function findingNodes(
  documents: readonly FoundIn[],
  scope: 'document' | 'workspace',
): readonly Node[] {
  if (scope === 'document') return documents.flatMap((document) => rulesIn(document));
  return documents.flatMap((document): readonly Node[] => {
    const children = rulesIn(document);
    if (children.length === 0) return [];
    const file = nameOf(Uri.parse(document.uri));
    return [
      {
        id: document.uri,
        label: file,
        description: document.title,
        icon: ThemeIcon.File,
        children,
        unfolded: documents.length < 4,
      },
    ];
  });
}

type Found = FoundIn['findings'][number];

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

function rulesIn({ uri, findings }: FoundIn): readonly Node[] {
  const byRule = new Map<string, Found[]>();
  for (const found of findings) {
    const alike = byRule.get(found.rule);
    if (alike) alike.push(found);
    else byRule.set(found.rule, [found]);
  }
  const nodes = [...byRule]
    .map(([rule, found]) => ({ rule, found, rank: Math.min(...found.map(rankOf)) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ rule, found, rank }) => ({
      rank,
      count: found.length,
      node: {
        id: `${uri}:${rule}`,
        label: found[0]?.name ?? rule,
        description: `${found.length} · ${rule}`,
        icon: iconOf(SEVERITIES[rank] ?? 'hint'),
        unfolded: rank < 2,
        children: unlike(found.map((one) => findingNode(uri, one))),
      },
    }));
  // Hints are for who looks for them: folded, below all that should be looked at.
  const hints = nodes.filter(({ rank }) => rank === HINT);
  const seen = nodes.filter(({ rank }) => rank !== HINT).map(({ node }) => node);
  if (hints.length === 0) return seen;
  return [
    ...seen,
    {
      id: `${uri}:hints`,
      label: l10n.t('Hints'),
      description: `${hints.reduce((sum, { count }) => sum + count, 0)}`,
      icon: iconOf('hint'),
      unfolded: false,
      children: hints.map(({ node }) => node),
    },
  ];
}

const HINT = SEVERITIES.indexOf('hint');

function findingNode(uri: string, { rule, message, place }: Found): Node {
  return {
    id: `${uri}:${rule}:${message}`,
    label: message,
    description: l10n.t('line {0}', place.range.start.line + 1),
    place,
  };
}

function rankOf({ severity }: Found): number {
  return SEVERITIES.indexOf(severity);
}

function iconOf(severity: Found['severity']): ThemeIcon {
  const [name, color] = ICONS[severity];
  return new ThemeIcon(name, color ? new ThemeColor(color) : undefined);
}

const ICONS: Readonly<Record<Found['severity'], readonly [name: string, color?: string]>> = {
  error: ['error', 'list.errorForeground'],
  warning: ['warning', 'list.warningForeground'],
  info: ['info', 'editorInfo.foreground'],
  hint: ['lightbulb'],
};
