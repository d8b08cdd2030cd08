import { type Code, code, constant, expect, isNumber, list, notTranslated } from './code.ts';

/** Whole numbers are numbers here: those that are literals and sizes are exact, and nothing else makes one. */
export function literal(value: unknown): Code {
  if (typeof value === 'boolean') return code('bool', String(value));
  if (typeof value === 'string') return code('string', JSON.stringify(value));
  if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return code('double', `(${value})`);
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return code('int', `(${value})`);
  return notTranslated('literal');
}

/** Zero less a whole number: there is no whole number -0. */
export function negative(part: Code): Code {
  if (part.type === 'int') return code('int', `(0 - ${part.text})`);
  return code('double', `(-${expect('double', part)})`);
}

type Operator = (left: Code, right: Code, constants: unknown[], sign: string) => Code;

const logical: Operator = (left, right, _, sign) =>
  code('bool', `(${expect('bool', left)} ${sign} ${expect('bool', right)})`);

const equality: Operator = (left, right, _, sign) =>
  ['bool', 'double', 'int', 'string'].includes(left.type)
    ? code('bool', `(${left.text} ${sign}= ${expect(left.type, right)})`)
    : notTranslated(left.type);

const order: Operator = (left, right, _, sign) =>
  isNumber(left) && isNumber(right)
    ? code('bool', `(${left.text} ${sign} ${right.text})`)
    : code('bool', `(${expect('string', left)} ${sign} ${expect('string', right)})`);

const arithmetic: Operator = (left, right, _, sign) =>
  isNumber(left) && isNumber(right) && (left.type === 'double' || right.type === 'double')
    ? code('double', `(${left.text} ${sign} ${right.text})`)
    : notTranslated(`${left.type} ${sign} ${right.type}`);

const sum: Operator = (left, right, constants, sign) =>
  left.type === 'string'
    ? code('string', `(${left.text} + ${expect('string', right)})`)
    : arithmetic(left, right, constants, sign);

const membership: Operator = (left, right, constants) => {
  const [text, list] = [expect('string', left), expect('list<string>', right)];
  return code(
    'bool',
    right.constant === undefined
      ? `${list}.includes(${text})`
      : `${constant(new Set(right.constant), constants)}.has(${text})`,
  );
};

/** The operators of two parts that are translated. */
export const OPERATORS = {
  '&&': logical,
  '||': logical,
  in: membership,
  '==': equality,
  '!=': equality,
  '<': order,
  '<=': order,
  '>': order,
  '>=': order,
  '+': sum,
  '-': arithmetic,
  '*': arithmetic,
  '/': arithmetic,
} as const satisfies Record<string, Operator>;

/** A call of a function that is no macro. */
export function call(name: string, object: Code, [argument]: readonly Code[]): Code {
  switch (name) {
    case 'size':
      return code('int', object.type === 'string' ? `codePoints(${object.text})` : `${list(object).text}.length`);
    case 'double':
      return isNumber(object) ? code('double', object.text) : notTranslated(object.type);
    case 'lowerAscii':
      return code('string', `${expect('string', object)}.toLowerCase()`);
    case 'upperAscii':
      return code('string', `${expect('string', object)}.toUpperCase()`);
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return argument === undefined ? notTranslated(name) : search(name, object, argument);
    default:
      return notTranslated(name);
  }
}

function search(name: 'contains' | 'startsWith' | 'endsWith', object: Code, argument: Code): Code {
  const method = name === 'contains' ? 'includes' : name;
  return code('bool', `${expect('string', object)}.${method}(${expect('string', argument)})`);
}

export const predicate = (part: Code): Code => code('bool', expect('bool', part));

/** What a macro but `map` makes of a list, given the text of the function that it asks of each entry. */
export function quantified(name: string, text: string, each: string, { type }: Code): Code {
  switch (name) {
    case 'exists':
      return code('bool', `${text}.some${each}`);
    case 'all':
      return code('bool', `${text}.every${each}`);
    case 'exists_one':
      return code('bool', `(${text}.filter${each}.length === 1)`);
    default:
      return code(type, `${text}.filter${each}`);
  }
}
