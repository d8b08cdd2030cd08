import Big from 'big.js';
import { isDecimalText } from './decimal-text.ts';
import type { DeclarationEvent } from './declaration-event.ts';
import { EVENT } from './event-fields.ts';
import type { CodeField, DecimalField, Field, FieldTable, IntegerField, ManyField, TextField } from './field.ts';
import { isInstant } from './instant.ts';

/** One thing that cannot be: where in the event, and which kind of thing. */
export interface Problem {
  /** "goodsItems[0].commodity.grossMassMeasure.value". */
  readonly path: string;
  readonly code: 'TDW_EVENT_INVALID';
  readonly message: ProblemKind;
}

export type ProblemKind = 'missing' | 'unexpected field' | 'wrong kind' | 'not in shape' | 'too long' | 'too many' | 'out of range' | 'not a decimal' | 'not a time' | 'repeated number';

/** More than these are of no use to anybody. */
const ENOUGH = 20;
 
const NOT_IN_CODES = /[\u0000-\u001f\u007f-\u009f\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
 
const NOT_IN_TEXTS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Checks what a decoded event means, field by field and across fields: most corruptions of a record still decode.
 * Returns at most 20 problems, none where the event can be judged. Names no value: they may be personal data.
 */
export function validateEvent(event: DeclarationEvent): readonly Problem[] {
  const problems: Problem[] = [];
  checkTable(event as unknown as Readonly<Record<string, unknown>>, EVENT, '', problems);
  if (problems.length === 0) checkItemNumbers(event, problems);
  return problems.slice(0, ENOUGH);
}

/** The same for a value of unknown origin, against any table of fields. */
export function problemsOf(value: unknown, fields: FieldTable): readonly Problem[] {
  const problems: Problem[] = [];
  if (!isRecord(value)) return [problem('', 'wrong kind')];
  checkTable(value, fields, '', problems);
  return problems.slice(0, ENOUGH);
}

function checkTable(value: Readonly<Record<string, unknown>>, fields: FieldTable, path: string, problems: Problem[]): void {
  for (const name of Object.keys(value)) {
    if (problems.length >= ENOUGH) return;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) problems.push(problem(join(path, name), 'unexpected field'));
    else if (value[name] !== undefined) checkField(value[name], field, join(path, name), problems);
  }
  for (const name of requiredIn(fields)) {
    if (value[name] === undefined) problems.push(problem(join(path, name), 'missing'));
  }
}

const REQUIRED = new WeakMap<FieldTable, readonly string[]>();

function requiredIn(fields: FieldTable): readonly string[] {
  const known = REQUIRED.get(fields);
  if (known !== undefined) return known;
  const names = Object.entries(fields).filter(([, field]) => field.required).map(([name]) => name);
  REQUIRED.set(fields, names);
  return names;
}

function checkField(value: unknown, field: Field, path: string, problems: Problem[]): void {
  switch (field.kind) {
    case 'one':
      if (isRecord(value)) checkTable(value, field.fields, path, problems);
      else problems.push(problem(path, 'wrong kind'));
      return;
    case 'many':
      checkMany(value, field, path, problems);
      return;
    case 'codes':
    case 'numbers':
      checkList(value, field.max, field.kind === 'codes' ? CODE : NUMBER, path, problems);
      return;
    case 'text':
    case 'code':
    case 'decimal':
    case 'instant':
    case 'symbol':
    case 'integer': {
      const kind = problemOfValue(value, field);
      if (kind !== undefined) problems.push(problem(path, kind));
    }
  }
}

const CODE: CodeField = { kind: 'code', max: 256, required: true };
const NUMBER: IntegerField = { kind: 'integer', min: 0, max: 99_999, required: true };

function checkMany(value: unknown, field: ManyField, path: string, problems: Problem[]): void {
  if (!Array.isArray(value)) problems.push(problem(path, 'wrong kind'));
  else if (value.length > field.max) problems.push(problem(path, 'too many'));
  else {
    for (const [index, entry] of value.entries()) {
      if (problems.length >= ENOUGH) return;
      if (isRecord(entry)) checkTable(entry, field.fields, `${path}[${String(index)}]`, problems);
      else problems.push(problem(`${path}[${String(index)}]`, 'wrong kind'));
    }
  }
}

function checkList(value: unknown, max: number, of: CodeField | IntegerField, path: string, problems: Problem[]): void {
  if (!Array.isArray(value)) problems.push(problem(path, 'wrong kind'));
  else if (value.length > max) problems.push(problem(path, 'too many'));
  else for (const [index, entry] of value.entries()) checkField(entry, of, `${path}[${String(index)}]`, problems);
}

type ValueField = Exclude<Field, { readonly kind: 'one' | 'many' | 'codes' | 'numbers' }>;

function problemOfValue(value: unknown, field: ValueField): ProblemKind | undefined {
  if (field.kind === 'integer') return problemOfInteger(value, field);
  if (typeof value !== 'string') return 'wrong kind';
  switch (field.kind) {
    case 'text': return problemOfText(value, field, NOT_IN_TEXTS);
    case 'code': return problemOfText(value, field, NOT_IN_CODES) ?? (field.shape?.test(value) === false ? 'not in shape' : undefined);
    case 'decimal': return problemOfDecimal(value, field);
    case 'instant': return isInstant(value) ? undefined : 'not a time';
    case 'symbol': return field.symbols.includes(value) ? undefined : 'not in shape';
  }
}

function problemOfInteger(value: unknown, field: IntegerField): ProblemKind | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'wrong kind';
  return value < field.min || value > field.max ? 'out of range' : undefined;
}

function problemOfText(value: string, field: TextField | CodeField, forbidden: RegExp): ProblemKind | undefined {
  if (value === '') return 'missing';
  if (value.length > field.max) return 'too long';
  return forbidden.test(value) ? 'not in shape' : undefined;
}

function problemOfDecimal(value: string, field: DecimalField): ProblemKind | undefined {
  if (!isDecimalText(value)) return 'not a decimal';
  return field.min !== undefined && new Big(value).lt(field.min) ? 'out of range' : undefined;
}

function checkItemNumbers(event: DeclarationEvent, problems: Problem[]): void {
  const seen = new Set<number>();
  for (const [index, item] of event.goodsItems.entries()) {
    if (seen.has(item.sequenceNumber)) problems.push(problem(`goodsItems[${String(index)}].sequenceNumber`, 'repeated number'));
    seen.add(item.sequenceNumber);
  }
}

function problem(path: string, message: ProblemKind): Problem {
  return { path, code: 'TDW_EVENT_INVALID', message };
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
