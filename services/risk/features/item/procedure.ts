import type { GoodsItem, GovernmentProcedure } from '../../declaration/declaration-event.ts';
import type { Direction } from '../../declaration/direction.ts';
import { originOf, PREFERENTIAL } from '../../declaration/origin.ts';
import { itemFeature, missing } from '../definition/feature.ts';

const requested = (goods: GoodsItem): string | undefined => goodsProcedure(goods)?.currentCode;

/** Customs procedures, origin, and what is claimed for it. */
export const procedureFeatures = [
  itemFeature('item.requestedProcedure', 'string', {
    label: 'requested procedure',
    doc: 'First two digits of the procedure (D.E. 1/10), "" where none is stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods }) => requested(goods) ?? '',
  }),
  itemFeature('item.previousProcedure', 'string', {
    label: 'previous procedure',
    doc: 'Last two digits of the procedure (D.E. 1/10), "" where none is stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods }) => goodsProcedure(goods)?.previousCode ?? '',
  }),
  itemFeature('item.procedureAgainstType', 'bool', {
    label: 'procedure against the declaration type',
    doc: 'Whether the requested procedure is one of export in an import declaration, or the other way round.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods, direction }) => {
      if (direction === undefined) return missing('the declaration type is neither an import nor an export');
      const byProcedure = directionOfProcedure(requested(goods));
      return byProcedure !== undefined && byProcedure !== direction;
    },
  }),
  itemFeature('item.originCountry', 'string', {
    label: 'country of origin',
    doc: 'Country of non-preferential origin, else of preferential origin; "" where none is stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods }) => originOf(goods) ?? '',
  }),
  itemFeature('item.originIsOwn', 'bool', {
    label: "whether the origin is the authority's own country",
    doc: "Whether the country of origin is the authority's own.",
    tier: 'trader',
    rests: 'whole',
    of: ({ goods, facts }) => goods.origins.some(({ countryCode }) => countryCode === facts.authority.country),
  }),
  itemFeature('item.dispatchIsOwn', 'bool', {
    label: "whether the goods come from the authority's own country",
    doc: "Whether the country of dispatch is the authority's own, or none is stated.",
    tier: 'trader',
    rests: 'whole',
    of: ({ goods, event, facts }) =>
      (goods.exportCountryId ?? event.goodsShipment?.exportCountryId ?? facts.authority.country) ===
      facts.authority.country,
  }),
  itemFeature('item.preferenceCode', 'string', {
    label: 'preference claimed',
    doc: 'Duty regime code (D.E. 4/17): 1xx none, 2xx generalised preference, 3xx other preference; "" where none is stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods }) =>
      goods.commodity?.dutyTaxFees.find(({ dutyRegimeCode }) => dutyRegimeCode !== undefined)?.dutyRegimeCode ?? '',
  }),
  itemFeature('item.preferentialOriginStated', 'bool', {
    label: 'whether a preferential origin is stated',
    doc: 'Whether an origin of type 2 (preferential) is stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods }) => goods.origins.some(({ typeCode }) => typeCode === PREFERENTIAL),
  }),
  itemFeature('item.quotaNumberStated', 'bool', {
    label: 'whether a quota number is stated',
    doc: 'Whether a quota order number (D.E. 8/1) is stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ goods }) => goods.commodity?.dutyTaxFees.some(({ quotaOrderId }) => quotaOrderId !== undefined) ?? false,
  }),
];

/** Requested procedures under which goods leave (UCC-DA annex B, D.E. 1/10). */
const EXPORT_PROCEDURES: ReadonlySet<string> = new Set(['10', '11', '21', '22', '23', '31']);
/** Requested procedures under which goods enter, or go from one procedure to another inside. */
const IMPORT_PROCEDURES: ReadonlySet<string> = new Set([
  '01',
  '07',
  '40',
  '42',
  '43',
  '44',
  '45',
  '46',
  '48',
  '51',
  '53',
  '54',
  '61',
  '63',
  '68',
  '71',
  '78',
  '91',
  '92',
  '95',
  '96',
]);

/** The procedure of an item; its additional procedures, of three characters, have no previous one. */
export function goodsProcedure(goods: GoodsItem): GovernmentProcedure | undefined {
  return goods.governmentProcedures.find(
    ({ currentCode, previousCode }) => currentCode?.length === 2 && previousCode !== undefined,
  );
}

/** Which way goods go under a requested procedure; undefined where it does not say. */
export function directionOfProcedure(requested: string | undefined): Direction | undefined {
  if (requested === undefined) return undefined;
  if (EXPORT_PROCEDURES.has(requested)) return 'export';
  return IMPORT_PROCEDURES.has(requested) ? 'import' : undefined;
}
