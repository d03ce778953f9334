import { HoverRequest } from 'vscode-languageserver';
import { links } from '../../core/features/going/links.ts';
import {
  type Detail,
  deadlineHover,
  documentHover,
  headerHover,
  labelHover,
  numberHover,
  ruleHover,
} from '../../core/features/reading/details.ts';
import { daysShown, deadlinesOf, leftLabel } from '../../core/features/reading/hints.ts';
import { partyHover } from '../../core/features/reading/hover.ts';
import { sumHover } from '../../core/features/reading/sums.ts';
import type { Deadline } from '../../core/plan/plan.ts';
import { labelsWith } from '../../core/read/fields/labels.ts';
import { rules } from '../../core/rules/index.ts';
import { rangeOf } from '../convert.ts';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import { type Feature, feature } from './feature.ts';
import { markup } from './markup.ts';
import { at } from './places.ts';

/** Cards of units and persons, deadlines as dates, quoted documents, rules in comments. */
export const hovers: readonly Feature[] = [
  feature(HoverRequest.type, (params, session) => {
    const card = at(params, session, (path, offset) => detailAt(path, offset, session));
    const lines = session.linesOf(pathOf(params.textDocument.uri));
    if (!card || !lines) return null;
    return {
      contents: markup(card.text[session.locale], session.client.textDocument?.hover?.contentFormat),
      range: rangeOf(lines, card.span, session.encoding),
    };
  }),
];

function detailAt(path: string, offset: number, session: Session): Detail | undefined {
  const { workspace } = session;
  const plan = workspace.documents.get(path)?.plan;
  if (!plan) return undefined;
  const today = session.platform.today();
  const left = (deadline: Deadline) => {
    const days = daysShown(plan, deadline, today);
    return days === undefined ? undefined : leftLabel(days);
  };
  const link = links(workspace, path).find(({ span }) => span.start <= offset && offset <= span.end);
  return (
    partyHover(workspace, path, offset) ??
    deadlineHover(deadlinesOf(plan), offset, left, today) ??
    (link && 'path' in link.target ? documentHover(workspace, link.target.path, link.span) : undefined) ??
    ruleHover(plan, offset, rules) ??
    labelHover(plan, offset) ??
    headerHover(plan, offset, labelsWith(session.settingsOf(path).labels)) ??
    numberHover(plan, offset) ??
    sumHover(plan, offset)
  );
}
