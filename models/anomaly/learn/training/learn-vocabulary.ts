import type { Vocabulary } from '../../serve/autoencoder/vocabulary.ts';
import type { GoodsRow } from '../../serve/goods/goods-row.ts';
import { type FieldName, FIELDS, isNumber, SLOTS, slotValue } from '../../serve/goods/slots.ts';

/** Seen less often than this, a value is rare. */
const MINIMUM = 3;

export function learnVocabulary(rows: readonly GoodsRow[]): Vocabulary {
  return Object.fromEntries(
    SLOTS.map((slot) => {
      const counts = new Map<string, number>();
      for (const row of rows) {
        const value = slotValue(row, slot);
        if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [
        slot,
        [...counts]
          .filter(([, count]) => count >= MINIMUM)
          .map(([value]) => value)
          .sort(),
      ];
    }),
  ) as unknown as Vocabulary;
}

/** Fields that were stated often enough in training to be predicted. */
export function activeFields(rows: readonly GoodsRow[], minimum: number): readonly FieldName[] {
  return FIELDS.filter((field) => {
    const known = rows.filter((row) =>
      isNumber(field) ? !Number.isNaN(row.numbers[field]) : row.categories[field] !== undefined,
    );
    const kinds = new Set(known.map((row) => (isNumber(field) ? row.numbers[field] : row.categories[field])));
    return known.length >= minimum && kinds.size > 1;
  });
}
