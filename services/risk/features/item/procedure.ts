import type { GoodsItem } from '../../declaration/declaration-event.ts';
import { originOf, PREFERENTIAL } from '../../declaration/origin.ts';
import { itemFeature, missing } from '../feature.ts';
import { directionOfProcedure, goodsProcedure } from '../procedure.ts';

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
