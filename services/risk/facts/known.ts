/**
 * A fact, or why there is none. `absent` is an answer (the source was read and has no entry);
 * `unknown` is not (nothing loaded, not declared, not asked). Neither is ever an empty value.
 * A source that cannot be *read* makes no fact at all: it throws and the stream waits.
 */
export type Known<T> = Found<T> | Absent | Unknown;

export interface Found<T> {
  readonly state: 'found';
  readonly value: T;
  /** Source and its version or age: "licences@2026-11-22T08:00:00Z", "tariff/US@3f2a…". */
  readonly from: string;
}

export interface Absent {
  readonly state: 'absent';
  readonly from: string;
}

export interface Unknown {
  readonly state: 'unknown';
  /** In plain words, for an analyst: "no tariff for GB is loaded". */
  readonly why: string;
  readonly from: string;
}

export const found = <T>(value: T, from: string): Found<T> => ({ state: 'found', value, from });
export const absent = (from: string): Absent => ({ state: 'absent', from });
export const unknown = (why: string, from: string): Unknown => ({ state: 'unknown', why, from });
