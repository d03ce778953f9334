import type { Commands } from '../args.ts';
import { baseline } from './baseline.ts';
import { check, fix } from './check.ts';
import { completionsFor } from './completions.ts';
import { exportPlans } from './export.ts';
import { importPlan } from './import.ts';
import { init } from './init.ts';
import { serveEditors } from './lsp.ts';
import { outlinePlans } from './outline.ts';
import { agendaPlans, diffPlans, progressPlans, tracePlans } from './reports.ts';
import { explain, listRules } from './rules.ts';
import { listUnits } from './units.ts';
import { listWords } from './words.ts';

const working: Commands = [
  check,
  fix,
  init,
  exportPlans,
  importPlan,
  diffPlans,
  agendaPlans,
  tracePlans,
  progressPlans,
  outlinePlans,
  listUnits,
  listWords,
  baseline,
  listRules,
  explain,
  serveEditors,
];

/** Every command, the default first. */
export const commands: Commands = [...working, completionsFor(working)];
