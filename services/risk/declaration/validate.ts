import { eventIdOf } from '../identity/derived-ids.ts';
import type { DeclarationEvent, UncheckedEvent } from './declaration-event.ts';
import { EVENT } from './event-fields.ts';
import type { CodeField, Field, FieldTable, IntegerField, ManyField } from './field.ts';
import { fits } from './fits.ts';
import { type ProblemKind, problemOfValue } from './value-problem.ts';

/** One thing that cannot be: where in the event, and which kind of thing. */
export interface Problem {
  /** "goodsItems[0].commodity.grossMassMeasure.value". */
  readonly path: string;
  readonly code: 'TDW_EVENT_INVALID' | 'TDW_EVENT_ID_MISMATCH';
  readonly message: ProblemKind;
}

export type CheckedEvent = { readonly event: DeclarationEvent } | { readonly problems: readonly Problem[] };

/** More than these are of no use to anybody. */
const ENOUGH = 20;
/** Of the problems of one event so many are named to whoever reads the error. */
export const MOST_PROBLEMS_NAMED = 5;

/**
 * Checks what a decoded event means, field by field and across fields: most corruptions of a record still decode.
 * Returns at most 20 problems, none where the event can be judged. Names no value: they may be personal data.
 */
export function validateEvent(event: UncheckedEvent): readonly Problem[] {
  const problems: Problem[] = [];
  const value = event as unknown as Readonly<Record<string, unknown>>;
  if (!fits(value, EVENT)) checkTable(value, EVENT, '', problems);
  if (problems.length === 0) checkItemNumbers(event, problems);
  if (problems.length === 0 && event.eventId !== eventIdOf(event))
    problems.push({
      path: 'eventId',
      code: 'TDW_EVENT_ID_MISMATCH',
      message: 'does not follow from declaration id, type, version and cause',
    });
  return problems.slice(0, ENOUGH);
}

/** The event, where it can be judged, as what it was found to be; else its problems. */
export function checkedEvent(event: UncheckedEvent): CheckedEvent {
  const problems = validateEvent(event);
  return problems.length === 0 ? { event: event as DeclarationEvent } : { problems };
}

/** Whether each field of an event is what it has to be; across fields, and of its id, nothing is said. */
export function fieldsFit(event: UncheckedEvent): event is DeclarationEvent {
  return fits(event, EVENT);
}

/** An event that was checked before it was put on record. */
export const eventOnRecord = (event: UncheckedEvent): DeclarationEvent => event as DeclarationEvent;

/** The same for a value of unknown origin, against any table of fields. */
export function problemsOf(value: unknown, fields: FieldTable): readonly Problem[] {
  const problems: Problem[] = [];
  if (!isRecord(value)) return [problem('', 'wrong kind')];
  checkTable(value, fields, '', problems);
  return problems.slice(0, ENOUGH);
}

function checkTable(
  value: Readonly<Record<string, unknown>>,
  fields: FieldTable,
  path: string,
  problems: Problem[],
): void {
  for (const name of Object.keys(value)) {
    if (problems.length >= ENOUGH) return;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) problems.push(problem(join(path, name), 'unexpected field'));
    else if (value[name] !== undefined) checkField(value[name], field, join(path, name), problems);
  }
  for (const [name, field] of Object.entries(fields)) {
    if (field.required && value[name] === undefined) problems.push(problem(join(path, name), 'missing'));
  }
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

function checkItemNumbers(event: UncheckedEvent, problems: Problem[]): void {
  const seen = new Set<number>();
  for (const [index, item] of event.goodsItems.entries()) {
    if (seen.has(item.sequenceNumber))
      problems.push(problem(`goodsItems[${String(index)}].sequenceNumber`, 'repeated number'));
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
