import { type Node, nodes } from '../../syntax.ts';

/** A JSON schema, as far as types of messages need one. */
export type Schema = Readonly<Record<string, unknown>> | boolean;

/** The types that declaration files declare, as schemas of the JSON that they describe. */
export class Typings {
  readonly #declared = new Map<string, Node>();
  /** `DocumentDiagnosticReportKind.Full` → `'full'` */
  readonly #constants = new Map<string, Node>();
  readonly #schemas: Record<string, Schema> = {};

  /** Where two programs declare one name, the first says what it is. */
  constructor(programs: readonly unknown[]) {
    for (const node of programs.flatMap((program) => [...nodes(program)])) {
      const name = nameOf(node.id);
      if (DECLARES.has(node.type) && !this.#declared.has(name)) this.#declared.set(name, node);
      if (node.type !== 'TSModuleDeclaration') continue;
      for (const one of constantsIn(node)) this.#constants.set(`${name}.${one.name}`, one.value);
    }
  }

  /** The schemas of all named types that were asked for, by name: what `$ref` leads to. */
  get definitions(): Readonly<Record<string, Schema>> {
    return this.#schemas;
  }

  /** The schema of a type as it is written. */
  schemaOf(type: unknown): Schema {
    const node = type as Node;
    switch (node.type) {
      case 'TSTypeReference':
        return this.#named(nameOf(node.typeName), node);
      case 'TSParenthesizedType':
      case 'TSTypeAnnotation':
        return this.schemaOf(node.typeAnnotation);
      case 'TSTypeOperator':
        return this.schemaOf(node.typeAnnotation);
      case 'TSUnionType':
        return {
          anyOf: listOf(node.types)
            .filter(isValue)
            .map((one) => this.schemaOf(one)),
        };
      case 'TSIntersectionType':
      case 'TSTypeLiteral':
        return this.#object(node);
      case 'TSArrayType':
        return { type: 'array', items: this.schemaOf(node.elementType) };
      case 'TSTupleType': {
        const items = listOf(node.elementTypes).map((one) => this.schemaOf(one));
        return { type: 'array', items, minItems: items.length, maxItems: items.length };
      }
      case 'TSLiteralType':
        return { const: literalOf(node) };
      case 'TSTypeQuery': {
        const value = this.#constants.get(nameOf(node.exprName));
        if (!value) throw new Error(`What is ${nameOf(node.exprName)}?`);
        return { const: literalOf(value) };
      }
      default: {
        const schema = KEYWORDS[node.type];
        if (schema === undefined) throw new Error(`What is a ${node.type}?`);
        return schema;
      }
    }
  }

  /** A reference to a named type; its schema stands among the definitions. */
  #named(name: string, node: Node): Schema {
    const [first] = listOf((node.typeArguments as Node | null)?.params);
    if (name === 'Array' && first) return { type: 'array', items: this.schemaOf(first) };
    const base = BASES[name];
    if (base !== undefined) return base;
    const declared = this.#declared.get(name);
    // A parameter of a generic type stands for anything.
    if (!declared) return true;
    if (!(name in this.#schemas)) {
      this.#schemas[name] = true;
      this.#schemas[name] =
        declared.type === 'TSTypeAliasDeclaration'
          ? this.schemaOf(declared.typeAnnotation)
          : declared.type === 'TSEnumDeclaration'
            ? {
                enum: [...nodes(declared)].filter(({ type }) => type === 'Literal').map(({ value }) => value),
              }
            : this.#object(declared);
    }
    return { $ref: `#/definitions/${name}` };
  }

  /** An object with the members of all that it is made of, and no others. */
  #object(node: Node): Schema {
    const parts = this.#members(node);
    if (parts === undefined) {
      return { allOf: listOf(node.types).map((one) => this.schemaOf(one)) };
    }
    const properties: Record<string, Schema> = {};
    const required = new Set<string>();
    let rest: Schema = false;
    for (const member of parts) {
      if (member.type === 'TSIndexSignature') rest = this.schemaOf(member.typeAnnotation);
      if (member.type !== 'TSPropertySignature') continue;
      const name = nameOf(member.key);
      // What is said last counts: a type narrows what it is made of.
      properties[name] = this.schemaOf(member.typeAnnotation);
      if (member.optional !== true) required.add(name);
    }
    return { type: 'object', properties, required: [...required], additionalProperties: rest };
  }

  /** Its own members behind those of what it is made of; undefined where one of these is no object. */
  #members(node: Node): readonly Node[] | undefined {
    const all = (parts: readonly unknown[]) => {
      const members = parts.map((part) => this.#members(part as Node));
      return members.some((one) => one === undefined) ? undefined : members.flatMap((one) => one ?? []);
    };
    switch (node.type) {
      case 'TSTypeLiteral':
        return listOf(node.members);
      case 'TSIntersectionType':
        return all(listOf(node.types));
      case 'TSParenthesizedType':
        return this.#members(node.typeAnnotation as Node);
      case 'TSTypeAliasDeclaration':
        return this.#members(node.typeAnnotation as Node);
      case 'TSTypeReference':
      case 'TSInterfaceHeritage': {
        const declared = this.#declared.get(nameOf(node.typeName ?? node.expression));
        return declared && this.#members(declared);
      }
      case 'TSInterfaceDeclaration': {
        const inherited = all(listOf(node.extends));
        return inherited && [...inherited, ...listOf((node.body as Node).body)];
      }
      default:
        return undefined;
    }
  }
}

const DECLARES = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSEnumDeclaration']);

const KEYWORDS: Readonly<Record<string, Schema>> = {
  TSStringKeyword: { type: 'string' },
  TSNumberKeyword: { type: 'number' },
  TSBooleanKeyword: { type: 'boolean' },
  TSNullKeyword: { type: 'null' },
  TSObjectKeyword: { type: 'object' },
  TSAnyKeyword: true,
  TSUnknownKeyword: true,
  TSNeverKeyword: false,
  // The result of a request that has none is `null` on the wire (LSP 3.18, Response Message).
  TSVoidKeyword: { type: 'null' },
};

/** What the specification says of numbers and addresses beside their types (LSP 3.18, Base Types). */
const BASES: Readonly<Record<string, Schema>> = {
  integer: { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  uinteger: { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 },
  DocumentUri: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:' },
  URI: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:' },
};

/** `a`, `a.b`, `'a'` */
export function nameOf(node: unknown): string {
  const { type, name, value, left, right, object, property } = (node ?? {}) as Record<string, unknown>;
  if (type === 'TSQualifiedName') return `${nameOf(left)}.${nameOf(right)}`;
  if (type === 'MemberExpression') return `${nameOf(object)}.${nameOf(property)}`;
  return String(name ?? value ?? '');
}

/** The constants of a namespace, whatever their value: `const method: 'a/b'`, `const Full = "full"`. */
export function constantsIn(namespace: Node): readonly { readonly name: string; readonly value: Node }[] {
  return listOf((namespace.body as Node | null)?.body).flatMap((statement) => {
    const declaration =
      statement.type === 'ExportNamedDeclaration' ? (statement.declaration as Node) : statement;
    return listOf(declaration?.declarations).flatMap(({ id, init }) => {
      const { typeAnnotation } = id as { typeAnnotation?: { typeAnnotation: Node } | null };
      const value = typeAnnotation?.typeAnnotation ?? (init as Node | null);
      return value ? [{ name: nameOf(id), value }] : [];
    });
  });
}

/** The value of `'a'`, `-1` or `` `a` ``, as a type or as a value. */
export function literalOf(node: Node): unknown {
  if (node.type === 'TSLiteralType') return literalOf(node.literal as Node);
  if (node.type === 'UnaryExpression') return -Number(literalOf(node.argument as Node));
  if (node.type !== 'TemplateLiteral' && node.type !== 'TSTemplateLiteralType') return node.value;
  const [{ value } = { value: undefined }] = listOf(node.quasis);
  return (value as { cooked: string } | undefined)?.cooked;
}

/** What can be said in JSON: `undefined` is an absent member. */
function isValue({ type }: Node): boolean {
  return type !== 'TSUndefinedKeyword';
}

function listOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value : [];
}
