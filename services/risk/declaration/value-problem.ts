import Big from 'big.js';
import { isDecimalText } from './decimal-text.ts';
import type { CodeField, DecimalField, Field, IntegerField, TextField } from './field.ts';
import { isInstant } from './instant.ts';

export type ProblemKind =
  | 'missing'
  | 'unexpected field'
  | 'wrong kind'
  | 'not in shape'
  | 'too long'
  | 'too many'
  | 'out of range'
  | 'not a decimal'
  | 'a number where a decimal is a text'
  | 'not a time'
  | 'repeated number'
  | 'does not follow from declaration id, type, version and cause';

/** Nearly every value, and cheaper to see. */
const PRINTABLE_ASCII = /^[ -~]*$/;
// Control characters, the replacement character of broken UTF-8, and halves of surrogate pairs.
const NOT_IN_CODES =
  /[\u0000-\u001f\u007f-\u009f\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const NOT_IN_TEXTS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

type ValueField = Exclude<Field, { readonly kind: 'one' | 'many' | 'codes' | 'numbers' }>;

/** What is wrong with one value, by its field; `undefined` where nothing is. */
export function problemOfValue(value: unknown, field: ValueField): ProblemKind | undefined {
  if (field.kind === 'integer') return problemOfInteger(value, field);
  if (typeof value !== 'string')
    return field.kind === 'decimal' && typeof value === 'number' ? 'a number where a decimal is a text' : 'wrong kind';
  switch (field.kind) {
    case 'text':
      return problemOfText(value, field, NOT_IN_TEXTS);
    case 'code':
      return (
        problemOfText(value, field, NOT_IN_CODES) ?? (field.shape?.test(value) === false ? 'not in shape' : undefined)
      );
    case 'decimal':
      return problemOfDecimal(value, field);
    case 'instant':
      return isInstant(value) ? undefined : 'not a time';
    case 'symbol':
      return field.symbols.includes(value) ? undefined : 'not in shape';
  }
}

function problemOfInteger(value: unknown, field: IntegerField): ProblemKind | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'wrong kind';
  return value < field.min || value > field.max ? 'out of range' : undefined;
}

function problemOfText(value: string, field: TextField | CodeField, forbidden: RegExp): ProblemKind | undefined {
  if (value === '') return 'missing';
  if (value.length > field.max) return 'too long';
  return !PRINTABLE_ASCII.test(value) && forbidden.test(value) ? 'not in shape' : undefined;
}

function problemOfDecimal(value: string, field: DecimalField): ProblemKind | undefined {
  if (!isDecimalText(value)) return 'not a decimal';
  return field.min !== undefined && new Big(value).lt(field.min) ? 'out of range' : undefined;
}
