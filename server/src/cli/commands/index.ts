import { check } from './check.ts';
import type { Command } from './command.ts';
import { exportPlans } from './export.ts';
import { outlinePlans } from './outline.ts';

/** Every command; the first is the one that a call without a command word means. */
export const commands: readonly Command[] = [check, exportPlans, outlinePlans];
