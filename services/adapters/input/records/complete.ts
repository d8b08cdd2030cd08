import { normaliseDecimal } from '../../../risk/declaration/decimal-text.ts';
import type { UncheckedEvent } from '../../../risk/declaration/declaration-event.ts';
import { EVENT } from '../../../risk/declaration/event-fields.ts';
import type { Field, FieldTable } from '../../../risk/declaration/field.ts';
import { parseTime } from '../../../risk/declaration/instant.ts';
import { foldDeclarationId, inOneForm } from '../../../risk/declaration/one-form.ts';
import type { SourceFormat } from '../../../risk/declaration/source-format.ts';
import { type CheckedEvent, checkedEvent, problemsOf } from '../../../risk/declaration/validate.ts';
import { declarationIdOf } from '../../../risk/identity/declaration-id.ts';
import { eventIdOf } from '../../../risk/identity/derived-ids.ts';
import type { RecordOptions } from '../source/input-entry.ts';

type Slots = Readonly<Record<string, unknown>>;

/**
 * An event as a person or a program wrote it, in the form that is published: lists that are not stated are empty, empty texts absent, codes in their one form, decimals and times in their one form,
 * `lodged`, version 1 and whole unless it says otherwise, ids and source worked out where they are absent. Strict about the rest: unknown fields and other kinds of values are problems.
 */
export function completeEvent(
  written: unknown,
  { declarationId: override, timeZone = 'UTC' }: RecordOptions,
  format: SourceFormat,
): CheckedEvent {
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return { problems: problemsOf(written, EVENT) };
  const shaped = inOneForm(normalise(written as Slots, EVENT), EVENT, timeZone);
  const declarationId = override ?? statedIdOf(shaped) ?? identityOf(shaped);
  const event: Slots = {
    eventType: 'lodged',
    version: 1,
    completeness: 'whole',
    ...shaped,
    ...(declarationId === undefined ? {} : { declarationId }),
  };
  const identified =
    event['eventId'] !== undefined && override === undefined ? event : { ...event, eventId: idOf(event) };
  const problems = problemsOf(identified, EVENT);
  if (problems.length > 0) return { problems };
  const whole = normalise(
    { source: { format, elements: valuesIn(written) }, ...identified },
    EVENT,
  ) as unknown as UncheckedEvent;
  return checkedEvent(whole);
}

/** Texts, numbers and the like that say something. */
function valuesIn(written: unknown): number {
  if (written === null || isBlank(written)) return 0;
  if (typeof written !== 'object') return 1;
  return Object.values(written).reduce((count: number, one: unknown) => count + valuesIn(one), 0);
}

/** Any id while it cannot be worked out: what it lacks is a problem of its own. */
const NOT_YET = eventIdOf({ declarationId: '', eventType: 'unrecognised', version: 0 });

function idOf(event: Slots): string {
  const { declarationId, eventType, version, cause } = event;
  if (typeof declarationId !== 'string' || typeof eventType !== 'string' || typeof version !== 'number') return NOT_YET;
  return eventIdOf({
    declarationId,
    eventType: eventType,
    version,
    cause: typeof cause === 'string' ? cause : undefined,
  });
}

/** An event that has its id already keeps the declaration's as it stands: the one follows from the other. */
function statedIdOf({ declarationId, eventId }: Slots): unknown {
  return typeof declarationId === 'string' && eventId === undefined ? foldDeclarationId(declarationId) : declarationId;
}

function identityOf(event: Slots): string | undefined {
  const lrn = event['functionalReferenceId'];
  const declarant = event['declarant'];
  const id = typeof declarant === 'object' && declarant !== null && 'id' in declarant ? declarant.id : undefined;
  return declarationIdOf({
    lrn: typeof lrn === 'string' ? lrn : undefined,
    declarant: typeof id === 'string' ? id : undefined,
  });
}

/** In the order of the table, which is the order that events are printed in; what the table does not have comes last, to be refused. */
function normalise(value: Slots, fields: FieldTable): Slots {
  const known = Object.entries(fields).flatMap(([name, field]): readonly (readonly [string, unknown])[] => {
    const stated = Object.hasOwn(value, name) ? value[name] : undefined;
    if (stated !== undefined && stated !== null && !isBlank(stated)) return [[name, normaliseValue(stated, field)]];
    return field.kind === 'many' || field.kind === 'codes' || field.kind === 'numbers' ? [[name, []]] : [];
  });
  const unknown = Object.entries(value).filter(([name]) => !Object.hasOwn(fields, name));
  return Object.fromEntries([...known, ...unknown]);
}

function normaliseValue(value: unknown, field: Field): unknown {
  if (field.kind === 'one') return isSlots(value) ? normalise(value, field.fields) : value;
  if (field.kind === 'many')
    return Array.isArray(value)
      ? value.map((one: unknown) => (isSlots(one) ? normalise(one, field.fields) : one))
      : value;
  if (typeof value !== 'string') return value;
  if (field.kind === 'code') return value.trim();
  if (field.kind === 'decimal') return normaliseDecimal(value.trim()) ?? value;
  return field.kind === 'instant' ? (parseTime(value.trim()) ?? value) : value;
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function isSlots(value: unknown): value is Slots {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
