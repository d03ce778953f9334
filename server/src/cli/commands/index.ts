import type { Commands } from '../args.ts';
import { baseline } from './baseline.ts';
import { check, fix } from './check.ts';
import { explain } from './explain.ts';
import { exportPlans } from './export.ts';
import { outlinePlans } from './outline.ts';
import { listRules } from './rules.ts';

/** Every command, the default first. */
export const commands: Commands = [check, fix, exportPlans, outlinePlans, baseline, listRules, explain];
