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

/** The display settings in what a client answers for the section `planlint`; what is not set is shown. */
export function displayOf(section: unknown): Display {
  const read = (group: string, name: string): boolean => {
    const values: unknown =
      typeof section === 'object' && section !== null ? Reflect.get(section, group) : undefined;
    return !(typeof values === 'object' && values !== null && Reflect.get(values, name) === false);
  };
  const chosen = <T extends string>(name: string, known: readonly T[], usual: T): T => {
    const values: unknown =
      typeof section === 'object' && section !== null ? Reflect.get(section, 'format') : undefined;
    const value: unknown = typeof values === 'object' && values !== null && Reflect.get(values, name);
    return known.find((one) => one === value) ?? usual;
  };
  const inline: unknown =
    typeof section === 'object' && section !== null ? Reflect.get(section, 'inlineCompletion') : undefined;
  return {
    inlayHints: {
      daysLeft: read('inlayHints', 'daysLeft'),
      fullName: read('inlayHints', 'fullNames'),
      sums: read('inlayHints', 'sums'),
    },
    codeLenses: {
      units: read('codeLenses', 'units'),
      sections: read('codeLenses', 'sections'),
      objectives: read('codeLenses', 'objectives'),
    },
    inlineCompletion: inline !== false,
    format: {
      spacing: read('format', 'spacing'),
      numbering: chosen('numbering', ['keep', 'unify'], 'unify'),
      fields: chosen('fields', ['keep', 'bracket', 'line'], 'keep'),
      continueNumbering: read('format', 'continueNumbering'),
    },
  };
}
