import type { ASTNode } from '@marcbachmann/cel-js';
import type { FeatureType } from '../../risk/features/definition/feature.ts';
import type { SeenValue } from '../../risk/findings/finding.ts';
import type { ConditionSource } from '../../risk/rules/condition.ts';
import { type Code, NotTranslated } from './code.ts';
import { translate } from './translate.ts';

/** The answer of a condition, or undefined where the values are not of the types that were announced. Throws nothing. */
export type Generated = (values: readonly SeenValue[]) => boolean | undefined;

/**
 * JavaScript for a condition that was checked before, several times as fast as its evaluation by the library and with the same answers;
 * undefined for a condition that it cannot say in JavaScript. What can fail (arithmetic of whole numbers, conversion of texts) is left to
 * the library, so that the code has no errors of its own.
 */
export function generateCode(ast: ASTNode, source: ConditionSource): Generated | undefined {
  const constants: unknown[] = [];
  try {
    const condition = translate(ast, { source, constants, locals: new Map(), depth: 0 });
    return condition.type === 'bool' ? makeFunction(condition, source, constants) : undefined;
  } catch (error) {
    if (error instanceof NotTranslated) return undefined;
    throw error;
  }
}

function makeFunction(condition: Code, { variables }: ConditionSource, constants: readonly unknown[]): Generated {
  const lines = [
    ...variables.map((_, index) => `const v${index} = values[${index}];`),
    ...variables.map(({ type }, index) => `if (!(${GUARDS[type](`v${index}`)})) return undefined;`),
    `return ${condition.text};`,
  ];
  const names = ['areTexts', 'codePoints', ...constants.map((_, index) => `k${index}`)];
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const make = new Function(...names, `'use strict'; return (values) => {\n${lines.join('\n')}\n};`) as (
    ...args: readonly unknown[]
  ) => Generated;
  return make(areTexts, codePoints, ...constants);
}

const GUARDS: Readonly<Record<FeatureType, (value: string) => string>> = {
  double: (value) => `typeof ${value} === 'number'`,
  string: (value) => `typeof ${value} === 'string'`,
  bool: (value) => `typeof ${value} === 'boolean'`,
  'list<string>': (value) => `areTexts(${value})`,
};

function areTexts(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const one of value) if (typeof one !== 'string') return false;
  return true;
}

/** Length of a text as CEL counts it. */
const codePoints = (text: string): number => [...text].length;
