import type { Rule } from '../lint.ts';
import { missingDeadline } from './missing-deadline.ts';
import { missingLead } from './missing-lead.ts';
import { missingUnit } from './missing-unit.ts';
import { unusedSilence } from './silence/unused-silence.ts';

/** Every rule there is. */
export const rules: readonly Rule[] = [missingLead, missingUnit, missingDeadline, unusedSilence];
