import type { Document } from '../../core/exports/exporter.ts';
import { type OutlineNode, outline } from '../../core/features/reading/outline.ts';
import type { Party } from '../../core/plan/plan.ts';
import { flatMapped } from '../../core/text/flat.ts';
import type { Call, Command } from '../command.ts';
import { readDocuments } from '../documents.ts';
import { type Exit, worst } from '../host.ts';
import type { Options } from '../options.ts';
import { printable } from '../terminal/cells.ts';
import { write } from '../write.ts';

/** Prints the outline of plans for people. */
export const outlinePlans: Command = {
  name: 'outline',
  summary: { zh: '显示提纲：编号、责任单位、时限', en: 'print the outline with numbers, owners, deadlines' },
  details: {
    zh: '显示计划的提纲：章节和任务，连同编号、责任单位和时限。',
    en: 'Prints the outline of plans: sections and tasks with their numbers, owners and deadlines.',
  },
  examples: ['planlint outline 2026年工作要点.txt'],
  options: ['output', 'config', 'no-config', 'stdin-filename', 'files-from'],
  formats: [],
  run: printOutlines,
};

async function printOutlines(options: Options, call: Call): Promise<Exit> {
  const { documents, exit } = await readDocuments(options, call);
  if (documents.length === 0) return exit;
  const trees = documents.map((document) => treeOf(document, call));
  return worst(exit, await write(trees.join('\n'), call));
}

function treeOf({ path, plan }: Document, call: Call): string {
  const { bold, dim } = call.paint;
  const title = plan.title ? `${bold(printable(plan.title.text))}  ` : '';
  const lines = flatMapped(outline(plan), (node) => linesOf(node, undefined, call, '  '));
  return `${[`${title}${dim(printable(path))}`, ...lines].join('\n')}\n`;
}

function linesOf(
  node: OutlineNode,
  parent: OutlineNode | undefined,
  call: Call,
  indent: string,
): readonly string[] {
  const { bold, dim } = call.paint;
  const gap = node.label === '' || CLOSED.test(node.label) ? '' : ' ';
  const title = printable(shortened(node.title));
  const parts = [
    `${printable(node.label)}${gap}${node.kind === 'section' ? bold(title) : title}`,
    ...[...roleOf(node, parent, call), ...detailsOf(node, call)].map((detail) => dim(printable(detail))),
  ];
  return [
    `${indent}${parts.join('  ')}`,
    ...flatMapped(node.children, (child) => linesOf(child, node, call, `${indent}  `)),
  ];
}

/** Full-width punctuation brings its own space, and a bracket needs none. */
const CLOSED = /[、．。，）)〕】]$/u;

/** An objective may be a sentence of two hundred characters; an outline is there to look over. */
function shortened(title: string): string {
  const characters = [...title];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}...` : title;
}

const LONGEST = 50;

/** What a section is for, said once for all that it contains. */
function roleOf(node: OutlineNode, parent: OutlineNode | undefined, { words }: Call): readonly string[] {
  if (node.kind === 'task' || node.role === 'tasks' || node.role === parent?.role) return [];
  return [`[${words.role[node.role]}]`];
}

function detailsOf(node: OutlineNode, { words }: Call): readonly string[] {
  const list = (label: string, items: readonly string[]) =>
    items.length > 0 ? [`${label}${words.colon}${[...new Set(items)].join(words.and)}`] : [];
  const names = (parties: readonly Party[]) => parties.map(({ name }) => name);
  return [
    ...list(words.leads, names(node.leads)),
    ...list(words.units, names(node.units)),
    ...list(words.support, names(node.support)),
    ...list(
      words.deadline,
      node.deadlines.map(({ text }) => text),
    ),
  ];
}
