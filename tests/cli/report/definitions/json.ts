/** GitLab's Code Quality report as its manual defines it: fields that it reads, and its five severities. */
export const codeQuality = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      type: { const: 'issue' },
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      categories: { type: 'array', items: { enum: ['Style', 'Clarity', 'Bug Risk'] } },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32,64}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          // Relative to the repository; GitLab drops what begins with `./`.
          path: { type: 'string', minLength: 1, pattern: '^(?!\\./)' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
          positions: { type: 'object', required: ['begin', 'end'] },
        },
      },
    },
  },
} as const;

const position = {
  type: 'object',
  additionalProperties: false,
  required: ['line', 'column'],
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
} as const;
const range = {
  type: 'object',
  additionalProperties: false,
  required: ['start', 'end'],
  properties: { start: position, end: position },
} as const;

/** reviewdog's DiagnosticResult, after its protocol definition: the messages that Planlint writes, no field more. */
export const diagnosticResult = {
  type: 'object',
  additionalProperties: false,
  required: ['source', 'diagnostics'],
  properties: {
    source: {
      type: 'object',
      additionalProperties: false,
      required: ['name'],
      properties: { name: { type: 'string' }, url: { type: 'string' } },
    },
    diagnostics: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['message', 'location', 'severity', 'code'],
        properties: {
          message: { type: 'string', minLength: 1 },
          location: {
            type: 'object',
            additionalProperties: false,
            required: ['path', 'range'],
            properties: { path: { type: 'string' }, range },
          },
          severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
          code: { type: 'object', required: ['value'], properties: { value: { type: 'string' } } },
          suggestions: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['range', 'text'],
              properties: { range, text: { type: 'string' } },
            },
          },
        },
      },
    },
  },
} as const;

const findingProperties = {
  rule: { type: 'string' },
  severity: { enum: ['error', 'warning', 'info', 'hint'] },
  message: { type: 'string' },
  line: { type: 'integer', minimum: 1 },
  column: { type: 'integer', minimum: 1 },
  endLine: { type: 'integer', minimum: 1 },
  endColumn: { type: 'integer', minimum: 1 },
  fix: { type: 'object', required: ['title', 'kind', 'edits'] },
  related: { type: 'array', items: { type: 'object', required: ['message', 'line', 'column'] } },
} as const;
const required = ['rule', 'severity', 'message', 'line', 'column', 'endLine', 'endColumn'] as const;

/** A line of `--format jsonl`. */
export const jsonLine = {
  type: 'object',
  additionalProperties: false,
  required: ['path', ...required],
  properties: { path: { type: 'string' }, ...findingProperties },
} as const;

/** Planlint's own contract, schema version 1. */
export const ownJson = {
  type: 'object',
  additionalProperties: false,
  required: ['schemaVersion', 'files', 'summary'],
  properties: {
    schemaVersion: { const: 1 },
    files: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'findings'],
        properties: {
          path: { type: 'string' },
          findings: {
            type: 'array',
            items: { type: 'object', additionalProperties: false, required, properties: findingProperties },
          },
        },
      },
    },
    summary: {
      type: 'object',
      additionalProperties: false,
      required: ['files', 'tasks', 'errors', 'warnings', 'infos', 'hints'],
      properties: Object.fromEntries(
        ['files', 'tasks', 'errors', 'warnings', 'infos', 'hints'].map((name) => [
          name,
          { type: 'integer', minimum: 0 },
        ]),
      ),
    },
  },
};
