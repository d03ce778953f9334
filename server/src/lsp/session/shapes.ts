/**
 * Whether the parameters of a message hold what its handler relies on (LSP 3.17). What is optional may be left out or
 * null; what nobody reads may be anything.
 */
export function fits(method: string, params: unknown): boolean {
  const shape = SHAPES[method] ?? (method.startsWith('textDocument/') ? inDocument : object);
  return shape(params);
}

/** Tells whether a value is of a shape. */
type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const number: Shape = (value) => typeof value === 'number' && Number.isFinite(value);
const object: Shape = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function record(members: Readonly<Record<string, Shape>>): Shape {
  const entries = Object.entries(members);
  return (value) =>
    object(value) && entries.every(([name, shape]) => shape(Reflect.get(Object(value), name)));
}

function optional(shape: Shape): Shape {
  return (value) => value === undefined || value === null || shape(value);
}

function list(shape: Shape): Shape {
  return (value) => Array.isArray(value) && value.every(shape);
}

const position = record({ line: number, character: number });
const range = record({ start: position, end: position });
const document = record({ uri: text });
const inDocument = record({ textDocument: document });
const atPosition = record({ textDocument: document, position });
const inRange = record({ textDocument: document, range });
const folders = list(document);
const files = record({ files: list(document) });
const item = record({ item: record({ uri: text, range, selectionRange: range }) });
const labelled = record({ label: text });
const change = record({ range: optional(range), text });

const SHAPES: Readonly<Record<string, Shape>> = {
  initialize: record({
    capabilities: object,
    workspaceFolders: optional(folders),
    rootUri: optional(text),
    rootPath: optional(text),
    locale: optional(text),
  }),
  initialized: optional(object),
  'textDocument/didOpen': record({
    textDocument: record({ uri: text, languageId: text, version: number, text }),
  }),
  'textDocument/didChange': record({
    textDocument: record({ uri: text, version: number }),
    contentChanges: list(change),
  }),
  'workspace/didChangeWorkspaceFolders': record({ event: record({ added: folders, removed: folders }) }),
  'workspace/didChangeConfiguration': optional(object),
  'workspace/didChangeWatchedFiles': record({ changes: list(record({ uri: text, type: optional(number) })) }),
  'workspace/didCreateFiles': files,
  'workspace/didDeleteFiles': files,
  ...Object.fromEntries(
    ['workspace/didRenameFiles', 'workspace/willRenameFiles'].map((method) => [
      method,
      record({ files: list(record({ oldUri: text, newUri: text })) }),
    ]),
  ),
  ...Object.fromEntries(
    [
      ...['completion', 'declaration', 'definition', 'documentHighlight', 'hover', 'implementation'],
      ...['inlineCompletion', 'linkedEditingRange', 'prepareCallHierarchy', 'prepareRename'],
      ...['prepareTypeHierarchy', 'signatureHelp', 'typeDefinition'],
    ].map((name) => [`textDocument/${name}`, atPosition]),
  ),
  'textDocument/references': record({
    textDocument: document,
    position,
    context: record({ includeDeclaration: (value) => typeof value === 'boolean' }),
  }),
  'textDocument/rename': record({ textDocument: document, position, newName: text }),
  'textDocument/onTypeFormatting': record({ textDocument: document, position, ch: text }),
  'textDocument/codeAction': record({
    textDocument: document,
    range,
    context: record({ diagnostics: list(object), only: optional(list(text)) }),
  }),
  'textDocument/inlayHint': inRange,
  'textDocument/rangeFormatting': inRange,
  'textDocument/semanticTokens/range': inRange,
  'textDocument/semanticTokens/full/delta': record({ textDocument: document, previousResultId: text }),
  'textDocument/selectionRange': record({ textDocument: document, positions: list(position) }),
  'textDocument/diagnostic': record({ textDocument: document, previousResultId: optional(text) }),
  'workspace/diagnostic': record({ previousResultIds: list(record({ uri: text, value: text })) }),
  'workspace/symbol': record({ query: text }),
  'workspace/executeCommand': record({ command: text, arguments: optional(Array.isArray) }),
  'callHierarchy/incomingCalls': item,
  'callHierarchy/outgoingCalls': item,
  'typeHierarchy/supertypes': item,
  'typeHierarchy/subtypes': item,
  'completionItem/resolve': labelled,
  ...Object.fromEntries(['status', 'gaps', 'publish'].map((name) => [`planlint/${name}`, inDocument])),
  'planlint/table': record({ textDocument: optional(document) }),
  'planlint/overview': record({ textDocument: optional(document) }),
  'planlint/newDirectory': record({ textDocument: optional(document) }),
  'planlint/missingFields': record({ textDocument: document, position: optional(position) }),
  'planlint/newTask': atPosition,
  'planlint/explain': record({ rule: text }),
  'planlint/paste': record({ textDocument: document, text, html: optional(text) }),
  'planlint/isPlan': record({ text }),
  'planlint/export': record({ textDocument: document, format: text }),
};
