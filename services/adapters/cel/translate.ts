import type { ASTNode } from '@marcbachmann/cel-js';
import type { ConditionSource } from '../../risk/rules/condition.ts';
import { type Code, code, constant, expect, list, notTranslated } from './code.ts';
import { call, literal, negative, OPERATORS, predicate, quantified } from './operations.ts';

/** What the parts of one condition have in common. */
export interface Surroundings {
  readonly source: ConditionSource;
  /** Values that the code refers to as k0, k1 … */
  readonly constants: unknown[];
  /** Variables of the macros around a part, by the name that the condition gives them. */
  readonly locals: ReadonlyMap<string, Code>;
  /** Macros around a part. */
  readonly depth: number;
}

/**
 * A part of a condition in JavaScript. No name and no text of the policy becomes code but as a literal.
 * @throws NotTranslated
 */
export function translate(node: ASTNode, around: Surroundings): Code {
  if (!isBinary(node)) return translateOther(node, around);
  const [left, right] = node.args;
  return OPERATORS[node.op](translate(left, around), translate(right, around), around.constants, node.op);
}

type Binary = Extract<ASTNode, { readonly op: keyof typeof OPERATORS }>;

const isBinary = (node: ASTNode): node is Binary => Object.hasOwn(OPERATORS, node.op);

function translateOther(node: Exclude<ASTNode, Binary>, around: Surroundings): Code {
  switch (node.op) {
    case 'value':
      return literal(node.args);
    case 'id':
      return around.locals.get(node.args) ?? namedList(node.args, around);
    case '.':
      return feature(node.args, around);
    case 'list':
      return listOf(node.args, around);
    case '!_':
      return code('bool', `(!${expect('bool', translate(node.args, around))})`);
    case '-_':
      return negative(translate(node.args, around));
    case '?:':
      return choice(node.args, around);
    case 'call':
      return called(node.args[0], node.args[1], around);
    case 'rcall':
      return called(node.args[0], [node.args[1], ...node.args[2]], around);
    case '%':
    case 'map':
    case '.?':
    case '[]':
    case '[?]':
      return notTranslated(node.op);
  }
}

function namedList(name: string, { source, constants }: Surroundings): Code {
  const list = Object.hasOwn(source.lists, name) ? source.lists[name] : undefined;
  return list === undefined
    ? notTranslated(name)
    : { ...code('list<string>', constant(list, constants)), constant: list };
}

function feature([object, field]: readonly [ASTNode, string], { source, locals }: Surroundings): Code {
  if (object.op !== 'id' || locals.has(object.args)) return notTranslated('.');
  const index = source.variables.findIndex(({ name }) => name === `${object.args}.${field}`);
  const variable = source.variables[index];
  return variable === undefined ? notTranslated(field) : code(variable.type, `v${index}`);
}

function listOf(nodes: readonly ASTNode[], around: Surroundings): Code {
  const texts = nodes.map((node) => expect('string', translate(node, around)));
  const values = nodes.flatMap((node) => (node.op === 'value' && typeof node.args === 'string' ? [node.args] : []));
  const list = code('list<string>', `[${texts.join(', ')}]`);
  return nodes.length === 0 ? notTranslated('[]') : values.length < nodes.length ? list : { ...list, constant: values };
}

function choice([condition, yes, no]: readonly [ASTNode, ASTNode, ASTNode], around: Surroundings): Code {
  const [asked, held] = [translate(condition, around), translate(yes, around)];
  return code(held.type, `(${expect('bool', asked)} ? ${held.text} : ${expect(held.type, translate(no, around))})`);
}

const MACROS: ReadonlySet<string> = new Set(['exists', 'exists_one', 'all', 'filter', 'map']);

function called(name: string, nodes: readonly ASTNode[], around: Surroundings): Code {
  const [first, ...rest] = nodes;
  if (first === undefined) return notTranslated(name);
  const object = translate(first, around);
  if (MACROS.has(name)) return macro(name, object, rest, around);
  return call(
    name,
    object,
    rest.map((node) => translate(node, around)),
  );
}

function macro(name: string, object: Code, nodes: readonly ASTNode[], around: Surroundings): Code {
  const [variable, ...bodies] = nodes;
  const { text, of } = list(object);
  if (variable?.op !== 'id' || bodies[0] === undefined) return notTranslated(name);
  const local = code(of, `e${around.depth}`);
  const locals = new Map([...around.locals, [variable.args, local]]);
  const inside = { ...around, locals, depth: around.depth + 1 };
  const [body, transformed] = bodies.map((node) => translate(node, inside));
  const each = (part: Code): string => `((${local.text}) => ${part.text})`;
  if (name === 'map' && body !== undefined)
    return transformed === undefined
      ? code(`list<${body.type}>`, `${text}.map${each(body)}`)
      : code(`list<${transformed.type}>`, `${text}.filter${each(predicate(body))}.map${each(transformed)}`);
  return quantified(name, text, each(predicate(body!)), object);
}
