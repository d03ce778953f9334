import type { ClientCapabilities } from 'vscode-languageserver-protocol';

const all = (most: number) => Array.from({ length: most }, (_, i) => i + 1);

/** A client that knows everything that LSP 3.18 has. */
const everything = {
  workspace: {
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      failureHandling: 'transactional',
      normalizesLineEndings: true,
      changeAnnotationSupport: { groupsOnLabel: true },
      metadataSupport: true,
      snippetEditSupport: true,
    },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    symbol: {
      dynamicRegistration: true,
      symbolKind: { valueSet: all(26) },
      tagSupport: { valueSet: [1] },
      resolveSupport: { properties: ['location.range'] },
    },
    executeCommand: { dynamicRegistration: true },
    workspaceFolders: true,
    configuration: true,
    semanticTokens: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    fileOperations: {
      dynamicRegistration: true,
      didCreate: true,
      didRename: true,
      didDelete: true,
      willCreate: true,
      willRename: true,
      willDelete: true,
    },
    inlineValue: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
    foldingRange: { refreshSupport: true },
  },
  textDocument: {
    synchronization: { dynamicRegistration: true, willSave: true, willSaveWaitUntil: true, didSave: true },
    completion: {
      dynamicRegistration: true,
      completionItem: {
        snippetSupport: true,
        commitCharactersSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        deprecatedSupport: true,
        preselectSupport: true,
        tagSupport: { valueSet: [1] },
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
        insertTextModeSupport: { valueSet: [1, 2] },
        labelDetailsSupport: true,
      },
      insertTextMode: 2,
      completionItemKind: { valueSet: all(25) },
      contextSupport: true,
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] },
    },
    hover: { dynamicRegistration: true, contentFormat: ['markdown', 'plaintext'] },
    signatureHelp: {
      dynamicRegistration: true,
      signatureInformation: {
        documentationFormat: ['markdown', 'plaintext'],
        parameterInformation: { labelOffsetSupport: true },
        activeParameterSupport: true,
        noActiveParameterSupport: true,
      },
      contextSupport: true,
    },
    declaration: { dynamicRegistration: true, linkSupport: true },
    definition: { dynamicRegistration: true, linkSupport: true },
    typeDefinition: { dynamicRegistration: true, linkSupport: true },
    implementation: { dynamicRegistration: true, linkSupport: true },
    references: { dynamicRegistration: true },
    documentHighlight: { dynamicRegistration: true },
    documentSymbol: {
      dynamicRegistration: true,
      symbolKind: { valueSet: all(26) },
      hierarchicalDocumentSymbolSupport: true,
      tagSupport: { valueSet: [1] },
      labelSupport: true,
    },
    codeAction: {
      dynamicRegistration: true,
      codeActionLiteralSupport: {
        codeActionKind: {
          valueSet: ['', 'quickfix', 'refactor', 'refactor.rewrite', 'source', 'source.fixAll'],
        },
      },
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit', 'command'] },
      honorsChangeAnnotations: true,
      documentationSupport: true,
      tagSupport: { valueSet: [1] },
    },
    codeLens: { dynamicRegistration: true, resolveSupport: { properties: ['command'] } },
    documentLink: { dynamicRegistration: true, tooltipSupport: true },
    formatting: { dynamicRegistration: true },
    rangeFormatting: { dynamicRegistration: true, rangesSupport: true },
    onTypeFormatting: { dynamicRegistration: true },
    rename: {
      dynamicRegistration: true,
      prepareSupport: true,
      prepareSupportDefaultBehavior: 1,
      honorsChangeAnnotations: true,
    },
    foldingRange: {
      dynamicRegistration: true,
      rangeLimit: 5000,
      lineFoldingOnly: true,
      foldingRangeKind: { valueSet: ['comment', 'imports', 'region'] },
      foldingRange: { collapsedText: true },
    },
    selectionRange: { dynamicRegistration: true },
    publishDiagnostics: {
      relatedInformation: true,
      tagSupport: { valueSet: [1, 2] },
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    callHierarchy: { dynamicRegistration: true },
    semanticTokens: {
      dynamicRegistration: true,
      requests: { range: true, full: { delta: true } },
      tokenTypes: ['namespace', 'class', 'enum', 'property', 'number', 'string', 'keyword', 'comment'],
      tokenModifiers: ['declaration', 'definition', 'deprecated'],
      formats: ['relative'],
      overlappingTokenSupport: false,
      multilineTokenSupport: true,
      serverCancelSupport: true,
      augmentsSyntaxTokens: true,
    },
    linkedEditingRange: { dynamicRegistration: true },
    moniker: { dynamicRegistration: true },
    typeHierarchy: { dynamicRegistration: true },
    inlineValue: { dynamicRegistration: true },
    inlayHint: { dynamicRegistration: true, resolveSupport: { properties: ['tooltip', 'label.location'] } },
    diagnostic: {
      dynamicRegistration: true,
      relatedDocumentSupport: true,
      relatedInformation: true,
      tagSupport: { valueSet: [1, 2] },
      codeDescriptionSupport: true,
      dataSupport: true,
      markupMessageSupport: true,
    },
    inlineCompletion: { dynamicRegistration: true },
  },
  window: { workDoneProgress: true, showMessage: { messageActionItem: {} }, showDocument: { support: true } },
  general: {
    staleRequestSupport: { cancel: true, retryOnContentModified: [] },
    positionEncodings: ['utf-16', 'utf-8', 'utf-32'],
    markdown: { parser: 'marked' },
  },
} as unknown as ClientCapabilities;

/** What clients say of themselves, from nothing to everything, by what is remarkable about them. */
export const profiles: Readonly<Record<string, ClientCapabilities>> = {
  nothing: {},
  everything,
  'everything, by UTF-8': offering('utf-8'),
  'everything, by UTF-32': offering('utf-32'),
  'nothing but documents': { textDocument: everything.textDocument ?? {} },
  'nothing but the workspace': { workspace: everything.workspace ?? {} },
  'without dynamic registration': without(/^dynamicRegistration$/u),
  'without Markdown, snippets and links': mapped(everything, (name, value) =>
    /Format$/u.test(name) && Array.isArray(value)
      ? ['plaintext']
      : /^(?:snippetSupport|snippetEditSupport|linkSupport|insertReplaceSupport)$/u.test(name)
        ? undefined
        : value,
  ),
  'without literals, trees and changes of documents': without(
    /^(?:codeActionLiteralSupport|hierarchicalDocumentSymbolSupport|documentChanges|resourceOperations|changeAnnotationSupport)$/u,
  ),
  'without being asked anything': without(
    /^(?:configuration|refreshSupport|applyEdit|workDoneProgress|showDocument|showMessage)$/u,
  ),
  'that is pushed diagnostics': without(/^diagnostics?$/u),
  'that resolves nothing': without(/^(?:resolveSupport|dataSupport)$/u),
  'with lists of nothing': mapped(everything, (_name, value) => (Array.isArray(value) ? [] : value)),
};

function offering(encoding: string): ClientCapabilities {
  return { ...everything, general: { ...everything.general, positionEncodings: [encoding] } };
}

function without(name: RegExp): ClientCapabilities {
  return mapped(everything, (one, value) => (name.test(one) ? undefined : value));
}

/** The capabilities with every value replaced, from the outside in; undefined leaves it out. */
function mapped(
  value: ClientCapabilities,
  of: (name: string, value: unknown) => unknown,
): ClientCapabilities {
  const deep = (one: unknown): unknown =>
    typeof one !== 'object' || one === null || Array.isArray(one)
      ? one
      : Object.fromEntries(
          Object.entries(one).flatMap(([name, inner]) => {
            const replaced = of(name, inner);
            return replaced === undefined ? [] : [[name, deep(replaced)]];
          }),
        );
  return deep(value) as ClientCapabilities;
}
