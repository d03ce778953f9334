/**
 * The room `reports`: what is asked of plans as wholes: how two differ, what is due when, which task serves which
 * objective, how far a ledger has come. Each is a value first, and then written as text, data or a page.
 */

import type { Task } from '../plan/plan.ts';

/** The language of what is written around the words of a plan. */
export type Language = 'zh' | 'en';

/** Forms that every report has. */
export const reportFormats = ['text', 'json', 'html'] as const;

/** A document of JSON that people can read, too. */
export function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Who leads and who answers for a task, each once. */
export function ownersOf({ leads, units }: Task): readonly string[] {
  return [...new Set([...leads, ...units].map(({ name }) => name))];
}

/** How a page names its language. */
export function languageTag(language: Language): 'zh-CN' | 'en' {
  return language === 'zh' ? 'zh-CN' : 'en';
}
