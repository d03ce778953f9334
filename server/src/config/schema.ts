import { rules } from '../core/rules/index.ts';
import { configShape, type Key, type Shape } from './shape.ts';

/** The JSON schema of `planlint.json`, for editors: what stands in the extension is checked to be this. */
export function configSchema(): object {
  const shape = configShape(rules);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'planlint.json',
    description: 'Planlint 的配置。\n\nThe configuration of Planlint.',
    allowComments: true,
    allowTrailingCommas: true,
    ...schemaOf(shape, {}, shape.keys),
  };
}

/** A key that stands in `above` as well is described there. */
function schemaOf(shape: Shape, above: Keys, all: Keys): object {
  switch (shape.kind) {
    case 'text':
      return { type: 'string', pattern: '\\S' };
    case 'glob':
      return { type: 'string', pattern: '^[^{}]*[^{}\\s][^{}]*$' };
    case 'switch':
      return { type: 'boolean' };
    case 'choice':
      return { enum: shape.choices };
    case 'list': {
      const items = schemaOf(shape.of, all, all);
      const list = { type: 'array', items };
      return shape.orOne ? { anyOf: [items, list] } : list;
    }
    case 'record':
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(shape.keys).map(([name, key]) => [
            name,
            above[name] === key ? { $ref: `#/properties/${name}` } : described(key, all),
          ]),
        ),
        ...(shape.required.length > 0 && { required: shape.required }),
      };
  }
}

type Keys = Readonly<Record<string, Key>>;

function described({ shape, says }: Key, all: Keys): object {
  return { description: `${says.zh}\n\n${says.en}`, ...schemaOf(shape, {}, all) };
}
