/**
 * A row of the table that says where the elements of a format stand in the tree of the WCO Data Model (in the form
 * that the mapper reads): what becomes of one element of the source. `from` is its path below the root of the
 * message, the last step of an attribute with "@"; `to` is a path below Declaration. A step with "+" is one element
 * more each time ("Packaging+"), any other the first of its name.
 */
export type TranspositionRow = GroupRow | SharedRow | ValueRow | UnneededRow;

/** Each element `from` is an element of its own at each of `to`; rows below it go into those. */
export interface GroupRow {
  readonly kind: 'group';
  readonly from: string;
  readonly to: readonly string[];
  readonly constants?: GroupConstants;
  /** It may stand once: it is one of several elements of the source that make a list together. */
  readonly isSingle: boolean;
}

/**
 * What an element `from` says for all elements `to` inside it: whatever rows below it send there goes to each of
 * those, where it does not say otherwise itself. Where there are none it is such an element itself, if it can be.
 */
export interface SharedRow {
  readonly kind: 'shared';
  readonly from: string;
  readonly to: string;
  /** Children of `to` that hold several things, of which it may say some and `from` others. */
  readonly wrappers: readonly string[];
  readonly canBeAlone: boolean;
}

export interface ValueRow {
  readonly kind: 'value';
  readonly from: string;
  /** Several where `reading` takes the text apart. */
  readonly to: readonly string[];
  readonly constants?: Constants;
  /** Which part of the text this is, from 0, where several elements make one. */
  readonly part?: number;
  readonly reading?: Reading;
}

/** Says nothing that the declaration does not say without it, or nothing of the declaration at all. */
export interface UnneededRow {
  readonly kind: 'unneeded';
  readonly from: string;
  readonly reason: string;
  /** The cases in which it is so; in any other the element is kept. */
  readonly when?: Redundancy;
}

/** What stands beside the value because the format means it; with "@" on the element itself. */
export type Constants = Readonly<Record<string, string>>;

/** What stands inside a group because the format means it, or follows from what else stands there. */
export type GroupConstants = Readonly<Record<string, string | ConstantOf>>;

export interface ConstantOf {
  readonly words: string;
  readonly of: (beside: (name: string) => string | undefined) => string | undefined;
}

/**
 * Takes a text apart, one for each target, or writes it otherwise; `undefined` where it is no such text, an empty
 * part where there is none.
 */
export interface Reading {
  readonly words: string;
  readonly read: (text: string) => readonly string[] | undefined;
}

/**
 * @param text of the element @param beside how often, and with which texts, its siblings and what is below them stand
 */
export type Redundancy = (text: string, beside: Siblings) => boolean;

export interface Siblings {
  /** Texts at a path of names among the siblings. */
  texts(path: string): readonly string[];
  count(name: string): number;
}

type Optional<T> = { readonly [K in keyof T]: T[K] | undefined };

function stated<T extends object>(optional: Optional<T>): T {
  return Object.fromEntries(Object.entries(optional).filter(([, one]) => one !== undefined)) as T;
}

export function group(from: string, to: string | readonly string[], constants?: GroupConstants): GroupRow {
  return { kind: 'group', from, to: typeof to === 'string' ? [to] : to, isSingle: false, ...stated({ constants }) };
}

/** A group whose element may stand once. */
export function single(from: string, to: string, constants?: GroupConstants): GroupRow {
  return { ...group(from, to, constants), isSingle: true };
}

export function shared(from: string, to: string, wrappers: readonly string[]): SharedRow {
  return { kind: 'shared', from, to, wrappers, canBeAlone: false };
}

/** Parts of it are elements of their own, each with what it says itself; without parts it is one. */
export function parted(from: string, to: string): SharedRow {
  return { kind: 'shared', from, to, wrappers: [], canBeAlone: true };
}

export function value(from: string, to: string, constants?: Constants, reading?: Reading): ValueRow {
  return { kind: 'value', from, to: [to], ...stated({ constants, reading }) };
}

/** One text taken apart to several elements. */
export function split(from: string, to: readonly string[], reading: Reading): ValueRow {
  return { kind: 'value', from, to, reading };
}

/** Several elements that make one text, in this order, whatever the order in which they stand. */
export function joined(from: readonly string[], to: string, constants?: Constants): readonly ValueRow[] {
  return from.map((one, part) => ({ kind: 'value', from: one, to: [to], part, ...stated({ constants }) }));
}

export function unneeded(from: string, reason: string, when?: Redundancy): UnneededRow {
  return { kind: 'unneeded', from, reason, ...stated({ when }) };
}

/** Rows of a part that several elements have, below each of them. */
export function within(from: string, to: string, rows: readonly TranspositionRow[]): readonly TranspositionRow[] {
  return rows.map((row) => {
    const moved = { ...row, from: join(from, row.from) };
    switch (moved.kind) {
      case 'shared':
        return { ...moved, to: join(to, moved.to) };
      case 'group':
      case 'value':
        return { ...moved, to: moved.to.map((one) => join(to, one)) };
      case 'unneeded':
        return moved;
    }
  });
}

function join(path: string, below: string): string {
  return path === '' || below === '' ? `${path}${below}` : `${path}/${below}`;
}
