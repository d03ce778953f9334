import { exporters } from '../../server/src/core/exports/index.ts';
import { definition, typeDefinition } from '../../server/src/core/features/going/definition.ts';
import {
  bodiesAbove,
  bodiesBelow,
  itemAt,
  namedBy,
  tasksNaming,
} from '../../server/src/core/features/going/hierarchy.ts';
import { links, titlesOf } from '../../server/src/core/features/going/links.ts';
import { highlights, references } from '../../server/src/core/features/going/references.ts';
import { deadlineHover, labelHover, numberHover } from '../../server/src/core/features/reading/details.ts';
import { foldings } from '../../server/src/core/features/reading/folding.ts';
import { deadlinesOf, hints } from '../../server/src/core/features/reading/hints.ts';
import { partyHover } from '../../server/src/core/features/reading/hover.ts';
import { lenses } from '../../server/src/core/features/reading/lenses.ts';
import { outline } from '../../server/src/core/features/reading/outline.ts';
import { overview } from '../../server/src/core/features/reading/overview.ts';
import { selectionsAt } from '../../server/src/core/features/reading/selection.ts';
import { sumHints } from '../../server/src/core/features/reading/sums.ts';
import { workspaceSymbols } from '../../server/src/core/features/reading/symbols.ts';
import { tableOf } from '../../server/src/core/features/reading/table.ts';
import { tokens } from '../../server/src/core/features/reading/tokens.ts';
import {
  completeness,
  gaps,
  missingFieldEdits,
} from '../../server/src/core/features/writing/completeness.ts';
import { completeNames } from '../../server/src/core/features/writing/completion.ts';
import { entered, gaveWay } from '../../server/src/core/features/writing/enter.ts';
import { fillings } from '../../server/src/core/features/writing/filling.ts';
import { formatting } from '../../server/src/core/features/writing/formatting.ts';
import { missingFields } from '../../server/src/core/features/writing/inline.ts';
import { newDirectory, plansOfBody } from '../../server/src/core/features/writing/new-directory.ts';
import { newTask } from '../../server/src/core/features/writing/new-task.ts';
import { prepareRename, rename } from '../../server/src/core/features/writing/rename.ts';
import { suggestions } from '../../server/src/core/features/writing/suggestions.ts';
import { applyFixes } from '../../server/src/core/lint/fix.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { withoutSilences } from '../../server/src/core/lint/silence.ts';
import { emptyCell } from '../../server/src/core/lint/stub/cell.ts';
import {
  directoriesFor,
  emptyWorkspace,
  indexed,
  withDocument,
} from '../../server/src/core/people/workspace.ts';
import { isPlanLike } from '../../server/src/core/plan/recognize.ts';
import { labelsWith } from '../../server/src/core/read/fields/labels.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { refactoringsAt } from '../../server/src/core/refactor/index.ts';
import { organizeUnits } from '../../server/src/core/refactor/organize.ts';
import { pastedAsPlan } from '../../server/src/core/refactor/paste.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { office } from '../../server/src/office/office.ts';

const LABELS = labelsWith();
const AS = { format: 'html', language: 'zh' } as const;
const SETTING = { titles: [], labels: LABELS, today: '2026-06-15' };

/** Everything that an editor, an export or a fix asks of a text that was read and checked, by name. */
export function workOn(text: string): Readonly<Record<string, () => unknown>> {
  const path = 'root/a.plan';
  const plan = parse(text, { path });
  const other = parse('责任单位名录\n一、科室\n1. 办公室（简称：办）\n2. 人事科\n', {
    path: 'root/b.units.plan',
  });
  const workspace = [indexed(plan, path, 'root'), indexed(other, 'root/b.units.plan', 'root')].reduce(
    withDocument,
    emptyWorkspace,
  );
  const directories = directoriesFor(workspace, path);
  const findings = lint(plan, rules, defaultSettings, directories);
  const { mentions } = workspace.documents.get(path) ?? { mentions: [] };
  const middle = mentions[mentions.length >> 1]?.span.start ?? text.length >> 1;
  const offsets = [0, middle, plan.tasks.at(-1)?.numberSpan.start ?? 0, text.length];
  const at = (work: (offset: number) => unknown) => () => offsets.map(work);
  const whole = { start: 0, end: text.length };
  const style = { spacing: true, numbering: 'unify' } as const;
  const documents = [{ path, plan }];
  return {
    tokens: () => tokens(workspace, path),
    lenses: () => lenses(workspace, path),
    links: () => links(workspace, path),
    titles: () => titlesOf(workspace, path),
    outline: () => outline(plan),
    foldings: () => foldings(plan),
    table: () => tableOf(plan),
    symbols: () => workspaceSymbols(workspace, '办'),
    overview: () => overview([{ path, plan, directories, findings }] as never),
    hints: () => hints(workspace, path, 0, text.length, '2026-06-15'),
    sums: () => sumHints(plan, 0, text.length),
    completeness: () => completeness(plan),
    gaps: () => gaps(plan, findings),
    'missing fields': () => missingFieldEdits(plan),
    filling: () => fillings(plan, findings, findings),
    'empty cells': () => plan.tasks.map((task) => emptyCell(plan, task, 'deadline')),
    'plans of a body': () => plansOfBody([plan, other], plan),
    directory: () => newDirectory([plan]),
    'units in order': () => organizeUnits(plan, directories),
    'plan-like': () => isPlanLike(plan),
    read: () => parse(text, { path }),
    checked: () => lint(parse(text, { path }), rules, defaultSettings, directories),
    'for publication': () => withoutSilences(plan),
    pasted: () => pastedAsPlan(text, () => findings),
    comparison: () => office.compare({ path, plan: other }, { path, plan }, AS),
    'comparison with itself': () => office.compare({ path, plan }, { path, plan }, AS),
    agenda: () => office.agenda(documents, { by: 'month', today: '2026-06-15', within: 30 }, AS),
    trace: () => office.trace(documents, AS),
    progress: () => office.progress([], documents, '2026-06-15', AS),
    fixes: () => applyFixes(text, findings, new Set(['safe', 'unsafe'])),
    ...Object.fromEntries(
      (['keep', 'bracket', 'line'] as const).map((fields) => [
        `formatting, fields ${fields}`,
        () => formatting(plan, findings, whole, { ...style, fields }),
      ]),
    ),
    ...Object.fromEntries(
      [...exporters, ...office.exporters].map(({ format, write }) => [
        `export ${format}`,
        () => write(documents),
      ]),
    ),
    definition: at((offset) => [
      definition(workspace, path, offset),
      typeDefinition(workspace, path, offset),
    ]),
    references: at((offset) => references(workspace, path, offset, { withDefinition: true })),
    highlights: at((offset) => highlights(workspace, path, offset)),
    hover: at((offset) => [
      partyHover(workspace, path, offset),
      deadlineHover(deadlinesOf(plan), offset, () => undefined, '2026-06-15'),
      labelHover(plan, offset),
      numberHover(plan, offset),
    ]),
    selections: at((offset) => selectionsAt(plan, offset)),
    completion: at((offset) => [
      completeNames(workspace, path, offset, LABELS),
      suggestions(plan, offset, SETTING),
    ]),
    inline: at((offset) => missingFields(plan, offset)),
    'new task': at((offset) => newTask(plan, offset)),
    rename: at((offset) => [
      prepareRename(workspace, path, offset),
      rename(workspace, path, offset, '新名称科'),
    ]),
    enter: at((offset) => [entered(plan, offset), gaveWay(plan, offset)]),
    refactorings: at((offset) => refactoringsAt(plan, offset)),
    hierarchy: at((offset) => {
      const item = itemAt(workspace, path, offset);
      return (
        item && [tasksNaming, namedBy, bodiesAbove, bodiesBelow].map((feature) => feature(workspace, item))
      );
    }),
  };
}
