import type { PartyKind } from '../../core/plan/plan.ts';

/** What the command line says about units and persons. */
export interface UnitsWords {
  readonly columns: Readonly<
    Record<'name' | 'kind' | 'leads' | 'units' | 'support' | 'defined' | 'aliases', string>
  >;
  readonly kinds: Readonly<Record<PartyKind, string>>;
  readonly unlisted: string;
  readonly counted: (units: number, missing: number) => string;
  readonly none: string;
  readonly exists: (path: string) => string;
  readonly written: (path: string) => string;
  readonly summary: Readonly<Record<'units', string>>;
  readonly details: Readonly<Record<'units', string>>;
}

export const unitsZh: UnitsWords = {
  columns: {
    name: '名称',
    kind: '类别',
    leads: '牵头',
    units: '责任',
    support: '配合',
    defined: '名录',
    aliases: '别名',
  },
  kinds: { person: '人员', unit: '单位', group: '统称' },
  unlisted: '未收录',
  counted: (units, missing) =>
    missing === 0 ? `共 ${units} 个，名录都已收录。` : `共 ${units} 个，其中 ${missing} 个名录未收录。`,
  none: '这些计划没有写明任何单位或人员。',
  exists: (path) => `${path}：已有这个文件，不会覆盖；请换一个名称，或先移走它。`,
  written: (path) => `已写入 ${path}，请核对后补充。`,
  summary: { units: '列出单位和人员：各有多少任务，名录在哪里；units init 据此写出名录' },
  details: {
    units:
      '列出计划写到的和名录收录的单位、人员、统称：牵头、责任、配合各多少项任务，在名录的哪一行。\nplanlint units init 把计划写到的名称分类写成责任单位名录，供核对补充；用 --output 写入文件，已有的文件不覆盖。',
  },
};

export const unitsEn: UnitsWords = {
  columns: {
    name: 'Name',
    kind: 'Kind',
    leads: 'Leads',
    units: 'Responsible',
    support: 'Supports',
    defined: 'Directory',
    aliases: 'Other names',
  },
  kinds: { person: 'person', unit: 'unit', group: 'group' },
  unlisted: 'not defined',
  counted: (units, missing) =>
    missing === 0 ? `${units} in all, every one defined.` : `${units} in all, ${missing} not defined.`,
  none: 'these plans name neither units nor persons.',
  exists: (path) => `${path}: this file exists and is not overwritten; choose another name or move it away.`,
  written: (path) => `wrote ${path}; check and complete it.`,
  summary: {
    units:
      'list units and persons with their tasks and where they are defined; units init writes a directory',
  },
  details: {
    units:
      'Lists the units, persons and groups that plans name or directories define: how many tasks each leads, is responsible for and supports, and where a directory has it.\nplanlint units init writes what the plans name as a unit directory to check and complete, to --output or to standard output; a file that exists is not overwritten.',
  },
};
