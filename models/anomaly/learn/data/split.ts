import { hashText } from '../../../statistics/hash.ts';
import type { GoodsRow } from '../../serve/goods/goods-row.ts';
/** Parts of the training data: what is learned from, what scores of single fields and what their combination are calibrated on. */
export const PARTS = ['fit', 'fields', 'combination'] as const;
export type Part = (typeof PARTS)[number];

/** Shares in hundredths, in the order of `PARTS`. */
const BOUNDS = [80, 90, 100] as const;

/** Which part a group of repeated rows belongs to; the same seed always answers the same. */
export function partOf(group: number, seed: number): Part {
  const place = hashText(`part ${String(seed)} ${String(group)}`) % 100;
  return PARTS[BOUNDS.findIndex((bound) => place < bound)] ?? 'fit';
}

/** One of `folds` for each group, for what must not be scored by itself. */
export function foldOf(group: number, seed: number, folds: number): number {
  return hashText(`fold ${String(seed)} ${String(group)}`) % folds;
}

/** The first row of every group: a row that is repeated is one case, however often it comes. */
export function onePerGroup<Row extends Pick<LabelledRow, 'group'>>(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<number>();
  return rows.filter(({ group }) => !seen.has(group) && seen.add(group).has(group));
}

/** A row that is learned from: what was found of it, and which rows it must not be parted from. */
export interface LabelledRow extends GoodsRow {
  /** Hash of the exact mass, price and rate: rows that share it are repeats and stay on one side of every split. */
  readonly group: number;
  /** 1 where an inspection found something, 0 where it found nothing. */
  readonly outcome: 0 | 1;
  /** Declarations of the same trader in the data at hand. */
  readonly trader: string;
}

/** The one text of a number however a table writes it ("108", "108.00" and "108.0"), so that a file that was saved again has the same repeats; any other text as it is. */
export function exactText(text: string): string {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return text.trim();
  return Number.isInteger(number) ? number.toFixed(1) : String(number);
}

/** FNV-1a over the exact texts that repeat together in synthetic data: mass, price and rate. Signed, 32 bits. */
export function tripleHash(mass: string, price: string, rate: string): number {
  return hashText(`${mass}|${price}|${rate}`) | 0;
}
