import { posix } from 'node:path';
import type { ParseResult } from 'oxc-parser';

/** What a module imports, and whether only a type. */
export interface Import {
  readonly name: string;
  readonly typeOnly: boolean;
}

/** A source text as it was parsed. */
export type Parsed = Pick<ParseResult, 'program' | 'errors'>;

/** The modules that this source text, standing at this path, imports from the house, types included. */
export function importsOf(path: string, { program }: Parsed): string[] {
  const names = [...nodes(program)].flatMap((node) => importOf(node)?.name ?? []);
  return names.flatMap((name) => (name.startsWith('.') ? [posix.join(posix.dirname(path), name)] : []));
}

/** The circles in which files import each other: for each, the files in it, sorted (Tarjan's components). */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const places = new Map<string, { index: number; low: number; open: boolean }>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string) => {
    const place = { index: places.size, low: places.size, open: true };
    places.set(file, place);
    stack.push(file);
    for (const next of imports.get(file) ?? []) {
      if (!imports.has(next)) continue;
      const known = places.get(next) ?? visit(next);
      if (known.open) place.low = Math.min(place.low, known.low);
    }
    if (place.low === place.index) {
      const circle = stack.splice(stack.indexOf(file));
      for (const one of circle) Object.assign(places.get(one) ?? {}, { open: false });
      if (circle.length > 1 || imports.get(file)?.includes(file)) circles.push(circle.sort());
    }
    return place;
  };
  for (const file of imports.keys()) if (!places.has(file)) visit(file);
  return circles;
}

/** A node of the syntax tree. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** A node and all below it, as they stand in the text. */
export function* nodes(value: unknown): Generator<Node> {
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (isNode(next)) yield next;
    if (isNode(next) || Array.isArray(next)) left.push(...Object.values(next).reverse());
  }
}

export function importOf(node: Node): Import | undefined {
  const source = sourceOf(node);
  if (source === undefined || source === null) return undefined;
  // A computed address cannot be checked, so it may not be used.
  const name = isNode(source) && typeof source.value === 'string' ? source.value : 'a computed module';
  const typeOnly = node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType';
  return { name, typeOnly };
}

function sourceOf(node: Node): unknown {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'TSImportType':
      return node.source;
    case 'TSExternalModuleReference':
      return node.expression;
    case 'CallExpression':
      return nameOf(node.callee) === 'require' && Array.isArray(node.arguments)
        ? node.arguments[0]
        : undefined;
    default:
      return undefined;
  }
}

export function isDefaultExport(node: Node): boolean {
  if (node.type === 'ExportDefaultDeclaration' || node.type === 'TSExportAssignment') return true;
  return node.type === 'ExportSpecifier' && nameOf(node.exported) === 'default';
}

export function impurityOf(node: Node): string | undefined {
  if (node.async === true) return 'async';
  if (node.type === 'AwaitExpression' || node.await === true) return 'await';
  if (node.type === 'MemberExpression') {
    const name = `${nameOf(node.object)}.${nameOf(node.property)}`;
    if (['Date.now', 'Math.random', 'performance.now'].includes(name)) return name;
  }
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') return 'new Date';
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'Date') return 'Date()';
  if (node.type !== 'Program' || !Array.isArray(node.body)) return undefined;
  const stateful = node.body
    .map((statement) => (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement))
    .find((statement) => statement?.type === 'VariableDeclaration' && statement.kind !== 'const');
  return stateful && `module-level ${stateful.kind}`;
}

function nameOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (typeof value.name === 'string') return value.name;
  return typeof value.value === 'string' ? value.value : undefined;
}
