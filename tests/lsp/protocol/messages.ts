import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parseSync } from 'oxc-parser';
import { type Node, nodes } from '../../syntax.ts';
import { constantsIn, literalOf, nameOf, type Schema, Typings } from './typings.ts';

/** A message of LSP: what belongs to it, as the protocol's own package types it. */
export interface Described {
  readonly params: Schema;
  /** Undefined for a notification. */
  readonly result?: Schema;
  /** What `$/progress` carries for it, of one that can be answered in parts. */
  readonly partial?: Schema;
  /** What its dynamic registration says. */
  readonly registration: Schema;
  /** Where the client says that it knows the message: `workspace.inlayHint.refreshSupport`. */
  readonly capability?: string;
}

/** The protocol, whole. */
export interface Protocol {
  readonly messages: ReadonlyMap<string, Described>;
  /** What `$/progress` carries of work that is under way. */
  readonly workDone: Schema;
  /** What is wrong with a value by a schema of this protocol; nothing where it keeps to it. */
  readonly faultsIn: (schema: Schema, value: unknown) => readonly unknown[];
}

/**
 * LSP as `vscode-languageserver-protocol` publishes it. The package has the schema of the metaModel but not
 * metaModel.json, which is made from these very typings: they are read instead.
 */
export function publishedProtocol(): Protocol {
  const programs = PACKAGES.flatMap(programsOf);
  const typings = new Typings(programs);
  const schema = (node: Node | undefined) =>
    node && node.type !== 'TSVoidKeyword' ? typings.schemaOf(node) : {};
  const messages = new Map<string, Described>();
  let workDone: Schema = false;
  for (const { method, kind, given, capability } of programs.flatMap(namespacesIn)) {
    if (kind === 'ProgressType') workDone = schema(given[0]);
    if (method === undefined) continue;
    const isRequest = kind.startsWith('ProtocolRequestType');
    // The types of what has no parameters end in 0.
    const [params, ...rest] = kind.endsWith('0') ? [undefined, ...given] : given;
    const [result, partial] = isRequest ? rest : [];
    messages.set(method, {
      params: schema(params),
      registration: schema(rest.at(-1)),
      ...(result && { result: typings.schemaOf(result) }),
      ...(partial && { partial: schema(partial) }),
      ...(capability !== undefined && { capability }),
    });
  }
  const ajv = new Ajv({ strict: false, inlineRefs: false });
  ajv.addSchema({ $id: 'lsp', definitions: typings.definitions });
  const compiled = new Map<Schema, ValidateFunction>();
  const faultsIn = (wanted: Schema, value: unknown) => {
    const validate = compiled.get(wanted) ?? ajv.compile(amongDefinitions(wanted));
    compiled.set(wanted, validate);
    return validate(value) ? [] : (validate.errors ?? []);
  };
  return { messages, workDone, faultsIn };
}

/** In this order: the types say what the others speak of. */
const PACKAGES = ['vscode-languageserver-types', 'vscode-languageserver-protocol', 'vscode-jsonrpc'] as const;

/** The syntax trees of a package's declarations. */
function programsOf(name: (typeof PACKAGES)[number]): readonly unknown[] {
  const main = createRequire(import.meta.url).resolve(name);
  const folder = name === 'vscode-languageserver-types' ? dirname(main) : join(dirname(main), '../common');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.d.ts'))
    .sort()
    .map((file) => parseSync(file, readFileSync(join(folder, file), 'utf8')).program);
}

/** The namespaces that describe a message: `namespace HoverRequest { const method: …; const type: ProtocolRequestType<…> }`. */
function namespacesIn(program: unknown) {
  return [...nodes(program)].flatMap((node) => {
    if (node.type !== 'TSModuleDeclaration') return [];
    const constants = new Map(constantsIn(node).map(({ name, value }) => [name, value]));
    const type = constants.get('type');
    if (type?.type !== 'TSTypeReference') return [];
    const method = constants.get('method');
    return [
      {
        method: method && String(literalOf(method)),
        kind: nameOf(type.typeName),
        given: argumentsOf(type),
        capability: clientSideOf(constants.get('capabilities')),
      },
    ];
  });
}

function argumentsOf(type: Node): readonly Node[] {
  return ((type.typeArguments as { params?: readonly Node[] } | null)?.params ?? []) as readonly Node[];
}

/** Of `CM<"workspace.configuration", undefined>` the first. */
function clientSideOf(type: Node | undefined): string | undefined {
  const [client] = type ? argumentsOf(type) : [];
  return client?.type === 'TSLiteralType' ? String(literalOf(client)) : undefined;
}

function amongDefinitions(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/definitions/', '"lsp#/definitions/')) as Schema;
}
