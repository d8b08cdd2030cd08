import { expect, test } from 'vitest';
import { generateLicences, generateTrade } from '../../../services/generator/generate-trade.ts';
import { goodOf } from '../../../services/generator/goods/catalogue.ts';
import type { DeclarationEvent, GoodsItem } from '../../../services/risk/declaration/declaration-event.ts';
import { day } from '../../harness/checked.ts';

const SEED = 5;
const EVENTS = [
  ...generateTrade({
    seed: SEED,
    declarations: 2500,
    from: day('2026-06-01'),
    authorityCountry: 'US',
    injected: 'none',
    perDay: 100,
  }),
]
  .map(({ event }) => event)
  .filter((event) => event.eventType === 'lodged');
const ITEMS = EVENTS.flatMap((event) => event.goodsItems.map((item) => ({ event, item })));
const LICENCES = new Map(generateLicences(SEED).map((licence) => [licence.id, licence]));

const codeOf = (item: GoodsItem): string => item.commodity?.classifications[0]?.id ?? '';
const share = (count: number): number => count / ITEMS.length;
const isControlled = ({ event, item }: { readonly event: DeclarationEvent; readonly item: GoodsItem }): boolean =>
  goodOf(codeOf(item)).control?.direction === (event.typeCode === 'IMA' ? 'import' : 'export');

test('given legitimate goods, then net mass is never above gross mass', () => {
  for (const { item } of ITEMS)
    expect(Number(item.commodity?.netNetWeightMeasure?.value)).toBeLessThanOrEqual(
      Number(item.commodity?.grossMassMeasure?.value),
    );
});

test('given goods under control, then a legitimate trader cites its own licence, good on the day, for these goods and this destination', () => {
  const controlled = ITEMS.filter(isControlled);
  expect(controlled.length).toBeGreaterThan(100);
  for (const { event, item } of controlled) {
    const control = goodOf(codeOf(item)).control;
    const cited = item.additionalDocuments.find(
      (document) => `${document.categoryCode ?? ''}${document.typeCode ?? ''}` === control?.document,
    );
    const licence = LICENCES.get(cited?.id ?? '');
    const day = (event.acceptanceDateTime ?? '').slice(0, 10);
    expect(licence?.status).toBe('issued');
    expect(licence?.holderId).toBe((event.typeCode === 'IMA' ? event.goodsShipment?.importer : event.exporter)?.id);
    expect((licence?.validFrom ?? '9') <= day && day <= (licence?.validTo ?? '')).toBe(true);
    expect(licence?.lines[0]?.commodityCode).toBe(codeOf(item));
    expect(licence?.lines[0]?.destinations).toContain(event.goodsShipment?.destinationCountryCode);
  }
});

test('given goods counted in a unit, then legitimate people leave the count out seldom, and never count in another unit', () => {
  const counted = ITEMS.filter(({ item }) => goodOf(codeOf(item)).unit !== undefined);
  const without = counted.filter(({ item }) => item.commodity?.tariffQuantity === undefined);
  expect(without.length / counted.length).toBeLessThan(0.01);
  for (const { item } of counted) {
    const stated = item.commodity?.tariffQuantity;
    if (stated !== undefined) expect(stated.unitCode).toBe(goodOf(codeOf(item)).unit);
  }
});

test('given legitimate people with little time, then a vague word is rare but happens', () => {
  const vague = ITEMS.filter(
    ({ item }) =>
      !goodOf(codeOf(item)).texts.some((text) => text.toUpperCase() === item.commodity?.description?.toUpperCase()),
  );
  expect(share(vague.length)).toBeGreaterThan(0);
  expect(share(vague.length)).toBeLessThan(0.015);
});

test('given a few hundred traders, then the largest has many times the trade of most, and most goods and both directions occur', () => {
  const traders = new Map<string, number>();
  for (const event of EVENTS) {
    const id = (event.typeCode === 'IMA' ? event.goodsShipment?.importer : event.exporter)?.id ?? '';
    traders.set(id, (traders.get(id) ?? 0) + 1);
  }
  const volumes = [...traders.values()].sort((a, b) => b - a);
  expect(volumes.length).toBeGreaterThan(250);
  expect((volumes[0] ?? 0) / (volumes[Math.floor(volumes.length / 2)] ?? 1)).toBeGreaterThan(20);
  expect(new Set(ITEMS.map(({ item }) => codeOf(item))).size).toBeGreaterThan(100);
  expect(new Set(EVENTS.map((event) => event.typeCode))).toEqual(new Set(['IMA', 'EXA']));
  expect(new Set(EVENTS.map((event) => event.invoiceAmount?.currencyId)).size).toBeGreaterThan(8);
});

test('given an itinerary, then it begins where the goods leave and ends where they go', () => {
  for (const event of EVENTS) {
    const stops = event.consignment?.itineraries.map((stop) => stop.routingCountryCode) ?? [];
    expect(stops[0]).toBe(event.goodsShipment?.exportCountryId);
    expect(stops.at(-1)).toBe(event.goodsShipment?.destinationCountryCode);
    expect(new Set(stops).size).toBe(stops.length);
  }
});
