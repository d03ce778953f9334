/**
 * A strict subset of SARIF 2.1.0, written after the text of the standard (OASIS, sections 3.13 to 3.57): the objects
 * that Planlint writes, no property more, with the constraints that the standard states for them.
 */
const message = object(['text'], { text: { type: 'string', minLength: 1 }, markdown: { type: 'string' } });
const index = { type: 'integer', minimum: 0 };
const line = { type: 'integer', minimum: 1 };

const artifactLocation = object(['uri'], {
  uri: { type: 'string', pattern: "^[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*$" },
  uriBaseId: { type: 'string' },
  index,
});
const region = object(['startLine', 'startColumn', 'endLine', 'endColumn'], {
  startLine: line,
  startColumn: line,
  endLine: line,
  endColumn: line,
});
const physicalLocation = object(['artifactLocation', 'region'], { artifactLocation, region });
const level = { enum: ['none', 'note', 'warning', 'error'] };

const rule = object(['id', 'shortDescription', 'fullDescription', 'help', 'defaultConfiguration'], {
  id: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' },
  name: { type: 'string' },
  shortDescription: message,
  fullDescription: message,
  help: message,
  helpUri: { type: 'string', pattern: '^https://[!-~]+$' },
  defaultConfiguration: object(['level'], { level }),
  properties: object(['tags'], { tags: { type: 'array', uniqueItems: true, items: { type: 'string' } } }),
});

const fix = object(['description', 'artifactChanges'], {
  description: message,
  artifactChanges: {
    type: 'array',
    minItems: 1,
    items: object(['artifactLocation', 'replacements'], {
      artifactLocation,
      replacements: {
        type: 'array',
        minItems: 1,
        items: object(['deletedRegion'], {
          deletedRegion: region,
          insertedContent: object(['text'], { text: { type: 'string' } }),
        }),
      },
    }),
  },
  properties: { type: 'object' },
});

const result = object(
  ['ruleId', 'kind', 'level', 'message', 'locations', 'partialFingerprints', 'suppressions'],
  {
    ruleId: { type: 'string' },
    ruleIndex: index,
    kind: { const: 'fail' },
    level,
    message,
    locations: { type: 'array', minItems: 1, items: object(['physicalLocation'], { physicalLocation }) },
    relatedLocations: {
      type: 'array',
      uniqueItems: true,
      items: object(['id', 'physicalLocation', 'message'], { id: index, physicalLocation, message }),
    },
    fixes: { type: 'array', uniqueItems: true, items: fix },
    partialFingerprints: {
      type: 'object',
      minProperties: 1,
      additionalProperties: { type: 'string', minLength: 1 },
    },
    suppressions: {
      type: 'array',
      uniqueItems: true,
      items: object(['kind'], {
        kind: { enum: ['inSource', 'external'] },
        status: { enum: ['accepted', 'underReview', 'rejected'] },
        justification: { type: 'string', minLength: 1 },
      }),
    },
  },
);

export const sarifLog = object(['$schema', 'version', 'runs'], {
  $schema: { type: 'string' },
  version: { const: '2.1.0' },
  runs: {
    type: 'array',
    minItems: 1,
    items: object(['tool', 'results', 'columnKind'], {
      tool: object(['driver'], {
        driver: object(['name', 'version', 'semanticVersion', 'rules'], {
          name: { type: 'string', minLength: 1 },
          version: { type: 'string' },
          informationUri: { type: 'string', pattern: '^https://' },
          semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
          rules: { type: 'array', uniqueItems: true, items: rule },
        }),
      }),
      language: { type: 'string', pattern: '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' },
      newlineSequences: {
        type: 'array',
        uniqueItems: true,
        minItems: 1,
        items: { type: 'string', minLength: 1 },
      },
      originalUriBaseIds: {
        type: 'object',
        additionalProperties: object(['uri'], { uri: { type: 'string', pattern: '^file:///(?:.*/)?$' } }),
      },
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      artifacts: {
        type: 'array',
        uniqueItems: true,
        items: object(['location'], {
          location: artifactLocation,
          roles: { type: 'array', uniqueItems: true, items: { const: 'analysisTarget' } },
        }),
      },
      results: { type: 'array', items: result },
    }),
  },
});

function object(required: readonly string[], properties: Readonly<Record<string, unknown>>) {
  return { type: 'object', additionalProperties: false, required, properties };
}
