import type { FormatStyle } from '../../core/features/writing/formatting.ts';

/** What a person wants to see and how to have it written, from the settings of the editor. */
export interface Display {
  readonly inlayHints: Readonly<Record<'daysLeft' | 'fullName' | 'sums', boolean>>;
  readonly codeLenses: Readonly<Record<'units' | 'sections' | 'objectives', boolean>>;
  readonly inlineCompletion: boolean;
  readonly format: FormatStyle & { readonly continueNumbering: boolean };
}

export const showAll: Display = {
  inlayHints: { daysLeft: true, fullName: true, sums: true },
  codeLenses: { units: true, sections: true, objectives: true },
  inlineCompletion: true,
  format: { spacing: true, numbering: 'unify', fields: 'keep', continueNumbering: true },
};

/**
 * The display settings in what a client answers for the section `planlint`; what is not set is shown, and nothing is
 * beside the text of somebody who reads.
 */
export function displayOf(section: unknown): Display {
  const values = (group: string): unknown => member(section, group);
  const writing = values('reading') !== true;
  const read = (group: string, name: string): boolean => member(values(group), name) !== false;
  const chosen = <T extends string>(name: string, known: readonly T[], usual: T): T =>
    known.find((one) => one === member(values('format'), name)) ?? usual;
  return {
    inlayHints: {
      daysLeft: writing && read('inlayHints', 'daysLeft'),
      fullName: writing && read('inlayHints', 'fullNames'),
      sums: writing && read('inlayHints', 'sums'),
    },
    codeLenses: {
      units: writing && read('codeLenses', 'units'),
      sections: writing && read('codeLenses', 'sections'),
      objectives: writing && read('codeLenses', 'objectives'),
    },
    inlineCompletion: writing && values('inlineCompletion') !== false,
    format: {
      spacing: read('format', 'spacing'),
      numbering: chosen('numbering', ['keep', 'unify'], 'unify'),
      fields: chosen('fields', ['keep', 'bracket', 'line'], 'keep'),
      continueNumbering: read('format', 'continueNumbering'),
    },
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
