/**
 * The rooms of the core, each with what it may import beside itself and the file that opens it: there the first
 * comment says what the room is for.
 */
export const rooms: Readonly<Record<string, { readonly sees: readonly string[]; readonly opens: string }>> = {
  text: { sees: [], opens: 'text.ts' },
  plan: { sees: ['text'], opens: 'plan.ts' },
  read: { sees: ['text', 'plan'], opens: 'read.ts' },
  people: { sees: ['text', 'plan', 'read'], opens: 'directory.ts' },
  lint: { sees: ['text', 'plan', 'read', 'people'], opens: 'lint.ts' },
  rules: { sees: ['text', 'plan', 'read', 'people', 'lint'], opens: 'index.ts' },
  refactor: { sees: ['text', 'plan', 'read', 'people', 'lint'], opens: 'index.ts' },
  features: { sees: ['text', 'plan', 'read', 'people', 'lint', 'refactor'], opens: 'place.ts' },
  exports: { sees: ['text', 'plan', 'read', 'people', 'lint'], opens: 'index.ts' },
  reports: { sees: ['text', 'plan', 'read', 'people', 'lint', 'exports'], opens: 'report.ts' },
};
const core = Object.keys(rooms).map((room) => `core/${room}`);

/** What each part of the house may import. `type x` means types only; what is not listed is forbidden. */
export const allowed: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries(rooms).map(([room, { sees }]) => [
      `core/${room}`,
      [room, ...sees].map((one) => `core/${one}`),
    ]),
  ),
  config: ['config', ...core, 'package'],
  protocol: core.map((room) => `type ${room}`),
  // A bundle of its own: the doors load it by its address, everybody else knows its types.
  office: ['office', ...core, 'package'],
  lsp: ['lsp', ...core, 'config', 'protocol', 'type office', 'vscode-languageserver', 'package'],
  cli: ['cli', ...core, 'config', 'type files', 'type office', 'manifest', 'package'],
  files: [...core, 'type cli', 'type lsp', 'pipe', 'node', 'package'],
  pipe: ['node'],
  // The streams of the door for a process, and nothing of what they carry but which lists come in pieces.
  stdio: ['stdio', 'core/text', 'node', 'vscode-languageserver'],
  'main.node': [
    ...['lsp', 'type office', ...core, 'config', 'files', 'stdio', 'manifest', 'node'],
    ...['vscode-languageserver', 'package'],
  ],
  'main.worker': [
    ...['lsp', 'type office', 'type protocol', ...core, 'config', 'manifest'],
    ...['vscode-languageserver', 'package'],
  ],
  // The doors of the program, each of which loads it for what it is needed for.
  doors: ['loaded', 'manifest', 'node'],
  loaded: ['flags', 'type program', 'type office', 'node', 'package'],
  flags: [],
  program: ['process', 'thread', 'main.node', 'type office', 'type node'],
  engine: ['flags', 'node'],
  output: ['type cli', 'core/text', 'node'],
  process: [
    'cli',
    'engine',
    'output',
    'type office',
    'type thread',
    ...core,
    'files',
    'main.node',
    'node',
    'package',
  ],
  thread: ['cli', ...core, 'type node'],
  client: ['client', 'type protocol', 'vscode', 'vscode-languageclient', 'package'],
};

/** Permissions of single files, beyond those of their part. */
export const exceptions: Readonly<Record<string, readonly string[]>> = {
  'server/src/cli/args.ts': ['node:util'],
  // The manual stands in the repository that it names.
  'server/src/config/manual.ts': ['manifest'],
  'server/src/cli/encoding.ts': ['node:buffer'],
  'server/src/cli/fingerprint.ts': ['node:crypto'],
  'client/src/extension.ts': ['node'],
  // Decoding is the command line's; the server's disk door reads files by the same code.
  'server/src/main.node.ts': ['cli'],
};

export const parts: readonly (readonly [part: string, path: RegExp])[] = [
  ['config', /^server\/src\/config\//u],
  ['office', /^server\/src\/office\//u],
  ['lsp', /^server\/src\/lsp\//u],
  ['cli', /^server\/src\/cli\//u],
  ['protocol', /^server\/src\/protocol\.ts$/u],
  ['files', /^server\/src\/files\.ts$/u],
  ['pipe', /^server\/src\/pipe\.ts$/u],
  ['stdio', /^server\/src\/(?:stdio|written)\.ts$/u],
  ['process', /^server\/src\/process\.ts$/u],
  ['thread', /^server\/src\/thread\.ts$/u],
  ['main.node', /^server\/src\/main\.node\.ts$/u],
  ['main.worker', /^server\/src\/main\.worker\.ts$/u],
  ['doors', /^server\/src\/main\.(?:cli|server|thread)\.ts$/u],
  ['loaded', /^server\/src\/loaded\.ts$/u],
  ['output', /^server\/src\/output\.ts$/u],
  ['flags', /^server\/src\/flags\.ts$/u],
  ['engine', /^server\/src\/engine\.ts$/u],
  ['program', /^server\/src\/program\.ts$/u],
  ['client', /^client\/src\//u],
  ['manifest', /^package\.json$/u],
];

/** `server/src/core/rules/empty-task.ts` → `rules`; only the file that opens the room may import its siblings. */
export const SIBLING = /^server\/src\/core\/(?<kind>rules|features)\/(?!index\.ts$)/u;
/** What the siblings of a room may share: the types of the file that opens it. */
export const SHARED = 'server/src/core/features/place.ts';
export const ROOM = /^server\/src\/core\/(?<room>[^/]+)\//u;

/** What does nothing until a list or a table names it: a rule, a feature, an export, a report format, a command. */
export const TAKEN_UP =
  /^server\/src\/(?:core\/(?:rules|features|refactor|exports|reports)|lsp\/answers|cli\/(?:report|commands))\//u;

/** In lines. */
export const LONGEST_FILE = 350;

export const TOP_LEVEL = [
  ...['client', 'server', 'syntaxes', 'tests', 'README.md', 'CHANGELOG.md', 'LICENSE'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'biome.json', 'language-configuration.json'],
];
export const TOP_LEVEL_PATTERN = /^(?:\..+|package\.nls(?:\.[\w-]+)?\.json)$/u;
