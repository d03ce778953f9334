import { type Node, type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Message } from '../core/lint/finding.ts';
import { meant } from '../core/text/nearest.ts';
import type { RecordShape, Shape } from './shape.ts';

/** What the JSON reader stumbled over; without an error, that there is nothing. */
export function syntaxMessage(error: ParseError | undefined): Message {
  if (!error) return { zh: '文件是空的，至少应有 {}。', en: 'the file is empty; it needs at least {}.' };
  const known = SYNTAX[printParseErrorCode(error.error)];
  return known ?? { zh: '此处不是合法的 JSON。', en: 'this is no valid JSON.' };
}

const SYNTAX: Readonly<Record<string, Message>> = {
  ValueExpected: { zh: '此处缺少值。', en: 'a value is missing here.' },
  PropertyNameExpected: { zh: '此处应为双引号中的名称。', en: 'a name in double quotes is missing here.' },
  ColonExpected: { zh: '名称后面缺少冒号。', en: 'a colon is missing after the name.' },
  CommaExpected: { zh: '此处缺少逗号。', en: 'a comma is missing here.' },
  CloseBraceExpected: { zh: '缺少右花括号 }。', en: 'a closing } is missing.' },
  CloseBracketExpected: { zh: '缺少右方括号 ]。', en: 'a closing ] is missing.' },
  EndOfFileExpected: { zh: '配置之后还有多余的内容。', en: 'there is more behind the configuration.' },
  UnexpectedEndOfString: { zh: '字符串缺少右引号。', en: 'the closing quote of the string is missing.' },
  UnexpectedEndOfComment: { zh: '注释缺少 */。', en: 'the closing */ of the comment is missing.' },
  InvalidSymbol: {
    zh: '此处不是合法的 JSON，文字应在双引号中。',
    en: 'this is no valid JSON; words stand in double quotes.',
  },
};

/** A key that is none, with the one that was probably meant. */
export function unknownMessage(name: string, { keys, ofRules }: RecordShape): Message {
  const near = meant(name, Object.keys(keys));
  return ofRules
    ? {
        zh: `没有 ${name} 这条规则${near ? `，是不是 ${near}？` : '。'}`,
        en: `there is no rule ${name}${near ? `; did you mean ${near}?` : '.'}`,
      }
    : {
        zh: `没有“${name}”这个设置${near ? `，是不是“${near}”？` : `，可用：${Object.keys(keys).join('、')}。`}`,
        en: `there is no setting "${name}"${near ? `; did you mean "${near}"?` : `; there are ${Object.keys(keys).join(', ')}.`}`,
      };
}

/** A key that stands twice in one object. */
export function twiceMessage(name: string): Message {
  return { zh: `“${name}”写了两次，请合并。`, en: `"${name}" is set twice; join the two.` };
}

/** A key that must be there and is not. */
export function lackingMessage(name: string): Message {
  return { zh: `此处缺少“${name}”。`, en: `"${name}" is missing here.` };
}

/** More brackets inside of one another than any setting has. */
export const deepMessage: Message = {
  zh: '括号套得太深，没有哪项设置这样写。',
  en: 'brackets are nested deeper than in any setting.',
};

/** A list that has to hold something. */
export function emptyMessage(name: string): Message {
  return { zh: `“${name}”是空的，至少应写一个。`, en: `"${name}" is empty; it needs at least one.` };
}

/** A value that is none of the choices, with the one that was probably meant. */
export function choiceMessage(value: string, choices: readonly string[], key: string): Message {
  const near = meant(value, choices);
  return {
    zh: `“${key}”不能是“${value}”，${near ? `是不是“${near}”？` : ''}可用：${choices.join('、')}。`,
    en: `"${key}" cannot be "${value}"${near ? `; did you mean "${near}"?` : '.'} It takes ${choices.join(', ')}.`,
  };
}

/** A value of another type than `shape` wants. */
export function typeMessage(node: Node, shape: Shape, key: string): Message {
  const [wanted, found] = [wantedTypes(shape), TYPES[node.type] ?? TYPES.null];
  const name: Message = key === '' ? { zh: '此处', en: 'this' } : { zh: `“${key}”`, en: `"${key}"` };
  return {
    zh: `${name.zh}应为${wanted.zh}，而不是${found?.zh}。`,
    en: `${name.en} must be ${wanted.en}, not ${found?.en}.`,
  };
}

function wantedTypes(shape: Shape): Message {
  switch (shape.kind) {
    case 'switch':
      return { zh: ' true 或 false', en: 'true or false' };
    case 'choice': {
      const list = shape.choices.map((choice) => `"${choice}"`);
      return { zh: ` ${list.join('、')} 之一`, en: `one of ${list.join(', ')}` };
    }
    case 'list':
      return shape.orOne
        ? { zh: '字符串或字符串的列表', en: 'a string or a list of strings' }
        : shape.of.kind === 'record'
          ? { zh: '对象的列表', en: 'a list of objects' }
          : { zh: '字符串的列表', en: 'a list of strings' };
    case 'record':
      return { zh: '对象 {…}', en: 'an object {…}' };
    default:
      return { zh: '字符串', en: 'a string' };
  }
}

const TYPES: Readonly<Record<string, Message>> = {
  object: { zh: '对象', en: 'an object' },
  array: { zh: '列表', en: 'a list' },
  string: { zh: '字符串', en: 'a string' },
  number: { zh: '数', en: 'a number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  null: { zh: ' null', en: 'null' },
};
