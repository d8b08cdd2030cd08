import { COUNTRY_FORM, type CountryCode } from './country-code.ts';
import type { DecimalText } from './decimal-text.ts';
import type { Instant } from './instant.ts';
/** The kinds of values that a declaration event holds, as data: what the readers parse by, and what `validate` checks by. */
export type Field =
  | TextField
  | CodeField
  | DecimalField
  | InstantField
  | SymbolField
  | IntegerField
  | NumbersField
  | CodesField
  | OneField
  | ManyField;

interface Presence {
  readonly required: boolean;
}
/** Free text, for people. */
export interface TextField extends Presence {
  readonly kind: 'text';
  readonly max: number;
}
/** Identifier or code: no control characters, and the shape of its list where one is fixed. */
export interface CodeField extends Presence {
  readonly kind: 'code';
  readonly max: number;
  readonly shape?: RegExp;
  /** How its case and blanks are folded where it is read; a trader's own reference is not. */
  readonly fold?: 'capitals' | 'unit';
  /** Where the shape makes a type of it. */
  readonly of?: 'country';
}
export interface DecimalField extends Presence {
  readonly kind: 'decimal';
  readonly min?: string;
}
export interface InstantField extends Presence {
  readonly kind: 'instant';
}
export interface SymbolField extends Presence {
  readonly kind: 'symbol';
  readonly symbols: readonly string[];
}
export interface IntegerField extends Presence {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
}
export interface NumbersField extends Presence {
  readonly kind: 'numbers';
  readonly max: number;
}
export interface CodesField extends Presence {
  readonly kind: 'codes';
  readonly max: number;
}
export interface OneField extends Presence {
  readonly kind: 'one';
  readonly fields: FieldTable;
}
export interface ManyField extends Presence {
  readonly kind: 'many';
  readonly fields: FieldTable;
  readonly max: number;
}

export type FieldTable = Readonly<Record<string, Field>>;

type KindOf<V> = V extends readonly (infer E)[]
  ? E extends string
    ? CodesField
    : E extends number
      ? NumbersField
      : ManyField
  : V extends number
    ? IntegerField
    : V extends string
      ? V extends Instant
        ? InstantField
        : V extends DecimalText
          ? DecimalField
          : V extends CountryCode
            ? CodeField & { readonly of: 'country' }
            : TextField | CodeField | SymbolField
      : OneField;

/** One field for each key of T, of its kind and presence: the compiler refuses a table that is not its type, or that does not check what it says. */
export type Fields<T> = {
  readonly [K in keyof T]-?: KindOf<NonNullable<T[K]>> & {
    readonly required: T extends Record<K, T[K]> ? true : false;
  };
};

/** The field with its value made obligatory. */
export function must<F extends Field>(field: F): F & { readonly required: true } {
  return { ...field, required: true };
}

const optional = { required: false } as const;
const always = { required: true } as const;

export const text = { kind: 'text', max: 4000, ...optional } as const satisfies TextField;
export const code = { kind: 'code', max: 256, ...optional } as const satisfies CodeField;
/** Code of a list, or an identifier that an authority gives: case and blanks say nothing. */
export const listed = { ...code, fold: 'capitals' } as const satisfies CodeField;
/** Unit of UN/ECE Recommendation 20. */
export const unit = { ...code, fold: 'unit' } as const satisfies CodeField;
/** Two letters; preferential origins and customs unions may be groups of up to four digits. */
export const country = {
  kind: 'code',
  max: 4,
  shape: COUNTRY_FORM,
  fold: 'capitals',
  of: 'country',
  ...optional,
} as const satisfies CodeField;
export const currency = {
  kind: 'code',
  max: 3,
  shape: /^[A-Za-z]{3}$/,
  fold: 'capitals',
  ...optional,
} as const satisfies CodeField;
export const decimal = { kind: 'decimal', ...optional } as const satisfies DecimalField;
export const count = { kind: 'decimal', min: '0', ...optional } as const satisfies DecimalField;
export const instant = { kind: 'instant', ...optional } as const satisfies InstantField;
export const sequence = { kind: 'integer', min: 0, max: 99_999, ...optional } as const satisfies IntegerField;
export const numbers = { kind: 'numbers', max: 9_999, ...always } as const satisfies NumbersField;
export const codes = { kind: 'codes', max: 99, ...always } as const satisfies CodesField;

export const one = <T>(fields: Fields<T>): OneField & { readonly required: false } => ({
  kind: 'one',
  fields: fields,
  ...optional,
});
export const many = <T>(fields: Fields<T>, max = 999): ManyField & { readonly required: true } => ({
  kind: 'many',
  fields: fields,
  max,
  ...always,
});
export const symbol = (symbols: readonly string[]): SymbolField & { readonly required: true } => ({
  kind: 'symbol',
  symbols,
  ...always,
});
