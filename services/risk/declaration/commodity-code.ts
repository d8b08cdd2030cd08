import type { GoodsItem } from './declaration-event.ts';

/**
 * The commodity code as declared: the tariff code (TSP, eight digits) with its TARIC digits (TRC) where stated;
 * an HS code where nothing finer is, else the first code whose kind is not stated. Spaces and dots are dropped. Undefined where none is declared.
 */
export function commodityCodeOf(item: GoodsItem): string | undefined {
  const classifications = item.commodity?.classifications ?? [];
  const of = (type: string | undefined): string => digits(classifications.find((entry) => entry.identificationTypeCode?.toUpperCase() === type)?.id);
  const code = of('TSP') === '' ? of('HS') || of('SRZ') || of(undefined) : `${of('TSP')}${of('TRC')}`;
  return code === '' ? undefined : code;
}

const digits = (id: string | undefined): string => (id ?? '').replace(/[\s.]/g, '');

/** The first two digits. */
export const chapterOf = (code: string): string => code.slice(0, 2);
