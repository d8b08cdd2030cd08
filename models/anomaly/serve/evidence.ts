import type { ModelEvidence } from '../../../services/risk/facts/model-answer.ts';
import type { GoodsRow, NumberName } from './goods/goods-row.ts';
import { type FieldName, isNumber } from './goods/slots.ts';
import type { AnomalousField } from './scoring/score-goods.ts';
import { CO_OCCURRENCES, usualValues } from './similar/co-occurrence.ts';
import { similarGoods, type Spread } from './similar/number-density.ts';
import { SIMILAR_MINIMUM } from './similar/scaled-numbers.ts';
import type { SimilarGoods } from './similar/similar-goods.ts';

/** How each field is spoken of, and the unit of a number with `¤` for the currency. */
const WORDS: Readonly<Record<FieldName, { readonly name: string; readonly unit?: string }>> = {
  unitValue: { name: 'value per kilogram', unit: '¤/kg' },
  netMass: { name: 'net mass', unit: 'kg' },
  dutyRate: { name: 'duty rate', unit: '%' },
  massPerUnit: { name: 'mass per unit', unit: 'kg/unit' },
  valuePerUnit: { name: 'value per unit', unit: '¤/unit' },
  massPerPackage: { name: 'mass per package', unit: 'kg/package' },
  origin: { name: 'country of origin' },
  dispatch: { name: 'country of dispatch' },
  destination: { name: 'country of destination' },
  procedure: { name: 'procedure' },
  regime: { name: 'duty regime' },
  mode: { name: 'mode of transport' },
  traderSize: { name: 'size of the trader' },
};

export const fieldName = (field: FieldName): string => WORDS[field].name;

/** Seen less often, goods of a context say nothing of what is usual there. */
const CONTEXT_MINIMUM = 5;

/** What speaks for a judgement, in words: the field, what was seen, the median and range of similar goods, how rare that is. */
export function evidenceOf(
  fields: readonly AnomalousField[],
  row: GoodsRow,
  similar: SimilarGoods,
  currency: string,
): readonly ModelEvidence[] {
  return fields.map(({ field, share, pValue }) => {
    const said = isNumber(field) ? ofNumber(field, row, similar, currency) : ofCategory(field, row, similar);
    return {
      field: fieldName(field),
      seen: said.seen,
      usual: `${said.usual}; as odd in ${percent(pValue)} of honest goods`,
      share,
    };
  });
}

interface Said {
  readonly seen: string;
  readonly usual: string;
}

function ofNumber(field: NumberName, row: GoodsRow, { densities }: SimilarGoods, currency: string): Said {
  const unit = (WORDS[field].unit ?? '').replace('¤', currency);
  const shown = (log: number): string => `${figure(field === 'dutyRate' ? Math.expm1(log) : Math.exp(log))} ${unit}`;
  const similar = similarGoods(densities[field], row.hs6, SIMILAR_MINIMUM);
  return {
    seen: shown(row.numbers[field]),
    usual: similar === undefined ? 'not known for such goods' : usualNumber(similar.code, similar.spread, shown),
  };
}

function usualNumber(code: string, { median, low, high, count }: Spread, shown: (log: number) => string): string {
  return `median ${shown(median)}, two thirds ${shown(low)} to ${shown(high)} (${String(count)} goods of ${code === '' ? 'all codes' : `HS${String(code.length)} ${code}`})`;
}

function ofCategory(field: Exclude<FieldName, NumberName>, row: GoodsRow, { coOccurrences }: SimilarGoods): Said {
  const at = CO_OCCURRENCES.findIndex(({ target }) => target === field);
  const spec = CO_OCCURRENCES[at];
  const usual = spec === undefined ? [] : usualValues(coOccurrences[at]!, spec, row, CONTEXT_MINIMUM);
  return {
    seen: row.categories[field] ?? 'not stated',
    usual:
      usual.length === 0
        ? 'not known for such goods'
        : usual.map(({ value, share }) => `${value} ${percent(share)}`).join(', '),
  };
}

const figure = (value: number): string => String(Number(value.toPrecision(3)));

const percent = (share: number): string => `${String(Number((100 * share).toPrecision(2)))} %`;
