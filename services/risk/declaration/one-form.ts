import { isDay } from './day.ts';
import type { CodeField, Field, FieldTable } from './field.ts';
import { startOfDay } from './local-day.ts';
import { foldUnit } from './unit-aliases.ts';

type Slots = Readonly<Record<string, unknown>>;
type Fold = (value: unknown, timeZone: string) => unknown;
type FoldTable = (value: Slots, timeZone: string) => Slots;

const COMPILED = new WeakMap<FieldTable, FoldTable>();

/**
 * Codes, identifiers and days in the one form that they are compared in: capitals without blanks, units by their code, a day as the moment at which it
 * begins. Every reader's event goes through it once. Free text and a trader's own references stay as they are. The same object where nothing changes.
 * @param timeZone of the authority (IANA), in which a day begins and ends
 */
export function inOneForm<T extends object>(value: T, fields: FieldTable, timeZone: string): T {
  return compiled(fields)(value as Slots, timeZone) as T;
}

/** One code or identifier in capitals, without blanks. */
export function capitals(code: string): string {
  return /[a-z\s]/.test(code) || !ASCII.test(code) ? code.replace(/\s+/g, '').toUpperCase() : code;
}

const ASCII = /^[ -~]*$/;

/** Year, country and fourteen letters or digits: the MRN of the Union's and the UK's systems, and of those that follow them. */
const MRN_FORM = /^\d{2}[A-Z]{2}[A-Z0-9]{14}$/;

/** An MRN is folded; an id of any other form, made of a trader's own reference or by another system, comes back as it was given. */
export function foldDeclarationId(id: string): string {
  const folded = capitals(id);
  return MRN_FORM.test(folded) ? folded : id;
}

function compiled(fields: FieldTable): FoldTable {
  const known = COMPILED.get(fields);
  if (known !== undefined) return known;
  const fold = compile(fields);
  COMPILED.set(fields, fold);
  return fold;
}

function compile(fields: FieldTable): FoldTable {
  const folds = Object.entries(fields).flatMap(([name, field]) => {
    const fold = foldOf(field);
    return fold === undefined ? [] : [{ name, fold }];
  });
  return (value, timeZone) => {
    let changed: Record<string, unknown> | undefined;
    for (const { name, fold } of folds) {
      const before = value[name];
      if (before === undefined) continue;
      const after = fold(before, timeZone);
      if (after !== before) (changed ??= { ...value })[name] = after;
    }
    return changed ?? value;
  };
}

function foldOf(field: Field): Fold | undefined {
  switch (field.kind) {
    case 'code':
      return codeFold(field);
    case 'codes':
      return (value) => (Array.isArray(value) ? eachOf(value, onText(capitals), '') : value);
    case 'one': {
      const fold = compiled(field.fields);
      return (value, timeZone) => (isSlots(value) ? fold(value, timeZone) : value);
    }
    case 'many': {
      const fold = compiled(field.fields);
      const each: Fold = (entry, timeZone) => (isSlots(entry) ? fold(entry, timeZone) : entry);
      return (value, timeZone) => (Array.isArray(value) ? eachOf(value, each, timeZone) : value);
    }
    case 'instant':
      return (value, timeZone) => (typeof value === 'string' && isDay(value) ? startOfDay(value, timeZone) : value);
    case 'text':
    case 'decimal':
    case 'symbol':
    case 'integer':
    case 'numbers':
      return undefined;
  }
}

function codeFold({ fold }: CodeField): Fold | undefined {
  if (fold === undefined) return undefined;
  return onText(fold === 'unit' ? foldUnit : capitals);
}

const onText =
  (fold: (text: string) => string): Fold =>
  (value) =>
    typeof value === 'string' ? fold(value) : value;

/** The same list where no entry changes. */
function eachOf(list: readonly unknown[], fold: Fold, timeZone: string): readonly unknown[] {
  const folded = list.map((entry) => fold(entry, timeZone));
  return folded.every((entry, index) => entry === list[index]) ? list : folded;
}

function isSlots(value: unknown): value is Slots {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
