import {
  ErrorCodes,
  type FileOperationOptions,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { OwnClient } from '../protocol.ts';
import { announced } from './announced.ts';
import type { Platform } from './session/platform.ts';
import { fits } from './session/shapes.ts';

/** What `initialize` is answered with; throws where it lacks parameters. */
export function greeting(params: InitializeParams, { version, files }: Platform): InitializeResult {
  if (!fits('initialize', params))
    throw new ResponseError(ErrorCodes.InvalidParams, 'initialize lacks parameters.');
  const own = ownClient(params);
  return {
    capabilities: {
      positionEncoding: encodingFor(params),
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        ...(files && { fileOperations }),
      },
      ...Object.assign({}, ...Object.values(announced).map((one) => one(params.capabilities, own))),
    },
    serverInfo: { name: 'planlint', version },
  };
}

/** What our own client says of itself. */
export function ownClient({ initializationOptions: own }: InitializeParams): OwnClient {
  const says = (name: keyof OwnClient, value: boolean) =>
    typeof own === 'object' && own !== null && Reflect.get(own, name) === value;
  return {
    files: says('files', true),
    showPlaces: says('showPlaces', true),
    // Clients that know no trust ask nobody.
    trusted: !says('trusted', false),
  };
}

/** The first of the encodings that a client offers which is spoken here. */
export function encodingFor({ capabilities }: InitializeParams): PositionEncodingKind {
  const offered = capabilities.general?.positionEncodings ?? [PositionEncodingKind.UTF16];
  return offered.find((encoding) => ENCODINGS.includes(encoding)) ?? PositionEncodingKind.UTF16;
}

/** The encodings of positions that the server speaks (LSP 3.17, positionEncodingKind). */
const ENCODINGS: readonly PositionEncodingKind[] = [
  PositionEncodingKind.UTF16,
  PositionEncodingKind.UTF8,
  PositionEncodingKind.UTF32,
];

/** Files and folders whose creation, renaming and removal the server wants to know of (LSP 3.17, fileOperations). */
const OPERATIONS = {
  filters: [
    { pattern: { glob: '**/*.{plan,workplan,txt,json}', matches: 'file' as const } },
    { pattern: { glob: '**/*', matches: 'folder' as const } },
  ],
};

const fileOperations: FileOperationOptions = {
  didCreate: OPERATIONS,
  didRename: OPERATIONS,
  didDelete: OPERATIONS,
  willRename: OPERATIONS,
};
