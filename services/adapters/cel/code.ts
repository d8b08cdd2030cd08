/** A part of a condition in JavaScript. */
export interface Code {
  /** CEL's name of its type: "double", "list<string>". */
  readonly type: string;
  readonly text: string;
  /** What it holds, where that is a list that never changes. */
  readonly constant?: readonly string[];
}

/** Raised where a part is none that is translated; the library evaluates the whole condition then. */
export class NotTranslated extends Error {}

export const notTranslated = (what: string): never => {
  throw new NotTranslated(what);
};

export const code = (type: string, text: string): Code => ({ type, text });

export const expect = (type: string, part: Code): string => (part.type === type ? part.text : notTranslated(part.type));

export const isNumber = ({ type }: Code): boolean => type === 'double' || type === 'int';

/** A list, and the type of what it holds. */
export function list({ type, text }: Code): { readonly text: string; readonly of: string } {
  const of = /^list<(.*)>$/.exec(type)?.[1];
  return of === undefined ? notTranslated(type) : { text, of };
}

/** The name by which code refers to a value. */
export function constant(value: unknown, constants: unknown[]): string {
  constants.push(value);
  return `k${constants.length - 1}`;
}
