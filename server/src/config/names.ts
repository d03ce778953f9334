import type { Message } from '../core/lint/finding.ts';

/** The one name that a configuration has. */
export const CONFIG_NAME = 'planlint.json';

/** What to say about a file that is meant to be a configuration and is named otherwise; undefined for all others. */
export function nearMiss(name: string): Message | undefined {
  if (name === CONFIG_NAME || !isMeant(name.toLowerCase())) return undefined;
  return {
    zh: `配置文件只能叫 ${CONFIG_NAME}，请改名，否则不会读取。`,
    en: `a configuration is named ${CONFIG_NAME} and nothing else; rename it, or it will not be read.`,
  };
}

/** `.planlintrc`, `plan-lint.json`, `planlint.config.yaml`; and `planlit.json`, one slip away. */
function isMeant(name: string): boolean {
  return (PLAN.test(name) && CONFIG_LIKE.test(name.replace(/[-_. ]/gu, ''))) || isSlip(name);
}

/** Most files of most folders begin otherwise: `.plan-lint.json` */
const PLAN = /^[-_. ]*p/u;
const CONFIG_LIKE =
  /^planlint(?:(?:rc|config)(?:json|jsonc|json5|ya?ml|toml|ini|[mc]?[jt]s)?|json|jsonc|json5|ya?ml|toml|ini)$/u;

/** At most one letter more, less or other than the right name. */
function isSlip(name: string): boolean {
  if (Math.abs(name.length - CONFIG_NAME.length) > 1) return false;
  let same = 0;
  while (same < name.length && name[same] === CONFIG_NAME[same]) same += 1;
  const rests = [
    [name.slice(same + 1), CONFIG_NAME.slice(same + 1)],
    [name.slice(same), CONFIG_NAME.slice(same + 1)],
    [name.slice(same + 1), CONFIG_NAME.slice(same)],
    [name.slice(same + 2), CONFIG_NAME.slice(same + 2)],
  ];
  return rests.some(([left, right]) => left === right);
}

/** Whether a file may hold a plan, by its name; a `.txt` is then judged by what it says. */
export function isCandidate(name: string): boolean {
  return CANDIDATE.test(name);
}

// `2026年工作要点.txt`, `责任单位名录.units.plan`
const CANDIDATE = /\.(?:plan|workplan|txt)$/iu;
