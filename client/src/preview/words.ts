import { env, l10n } from 'vscode';

/** Words of the page in the language of the editor. */
export interface PageWords {
  readonly language: string;
  readonly table: string;
  readonly timeline: string;
  readonly print: string;
  readonly export: string;
  readonly search: string;
  readonly number: string;
  readonly task: string;
  readonly lead: string;
  readonly units: string;
  readonly support: string;
  readonly deadline: string;
  readonly notStated: string;
  readonly lacking: string;
  readonly empty: string;
  readonly load: string;
  readonly copy: string;
  readonly group: string;
  readonly bySection: string;
  readonly byUnit: string;
  readonly byLeader: string;
  readonly byMonth: string;
  readonly who: string;
  readonly everybody: string;
  readonly scope: string;
  readonly thisPlan: string;
  readonly allPlans: string;
  readonly none: string;
  readonly loading: string;
  readonly perMonth: string;
  readonly today: string;
  readonly noDay: string;
}

/** Those of the editor's language. */
export function pageWords(): PageWords {
  return {
    language: env.language,
    table: l10n.t('Responsibility table'),
    timeline: l10n.t('Timeline'),
    print: l10n.t('Print'),
    export: l10n.t('Export…'),
    search: l10n.t('Search'),
    number: l10n.t('No.'),
    task: l10n.t('Task'),
    lead: l10n.t('Lead'),
    units: l10n.t('Units'),
    support: l10n.t('Support'),
    deadline: l10n.t('Deadline'),
    notStated: l10n.t('not stated'),
    lacking: l10n.t('Show only what lacks something'),
    empty: l10n.t('No tasks: the text names none.'),
    load: l10n.t('Load'),
    copy: l10n.t('Copy as a table'),
    group: l10n.t('Group'),
    bySection: l10n.t('By section'),
    byUnit: l10n.t('By unit'),
    byLeader: l10n.t('By lead'),
    byMonth: l10n.t('By month'),
    who: l10n.t('Unit or lead'),
    everybody: l10n.t('All units and leads'),
    scope: l10n.t('Plans'),
    thisPlan: l10n.t('This plan'),
    allPlans: l10n.t('All plans'),
    none: l10n.t('No task fits what is searched and chosen.'),
    loading: l10n.t('Loading…'),
    perMonth: l10n.t('Tasks due per month'),
    today: l10n.t('Today'),
    noDay: l10n.t('Without a day'),
  };
}
