import { expect, test } from 'vitest';
import type { Difficulty, FraudPatternName, Label } from '../../../services/generator/fraud/label.ts';
import { generateLicences, generateTrade } from '../../../services/generator/generate-trade.ts';
import { goodOf } from '../../../services/generator/goods/catalogue.ts';
import type { DeclarationEvent, GoodsItem } from '../../../services/risk/declaration/declaration-event.ts';
import type { Licence } from '../../../services/risk/facts/facts.ts';
import { day } from '../../harness/checked.ts';

const SEED = 3;
const TOLD = [...generateTrade({ seed: SEED, declarations: 6000, from: day('2026-11-02'), authorityCountry: 'US' })];
const LICENCES = new Map(generateLicences(SEED).map((licence) => [licence.id, licence]));
const DAY_MS = 86_400_000;

const committed = (pattern: FraudPatternName, difficulty: Difficulty): readonly DeclarationEvent[] =>
  TOLD.filter(({ label }) => is(label, pattern, difficulty)).map(({ event }) => event);
const alike = (pattern: FraudPatternName): readonly DeclarationEvent[] =>
  TOLD.filter(({ label }) => label.kind === 'hardNegative' && label.pattern === pattern).map(({ event }) => event);
const is = (label: Label, pattern: FraudPatternName, difficulty: Difficulty): boolean =>
  label.kind === 'fraud' && label.pattern === pattern && label.difficulty === difficulty;
const firstOf = (event: DeclarationEvent): GoodsItem => event.goodsItems[0] as GoodsItem;
const codeOf = (event: DeclarationEvent): string => firstOf(event).commodity?.classifications[0]?.id ?? '';
const traderOf = (event: DeclarationEvent): string | undefined =>
  (event.typeCode === 'IMA' ? event.goodsShipment?.importer : event.exporter)?.id;
const citedBy = (event: DeclarationEvent): Licence =>
  LICENCES.get(
    firstOf(event).additionalDocuments.find((document) => document.lpcoExemptionCode === 'AE')?.id ?? '',
  ) as Licence;
const daysSinceEnd = (event: DeclarationEvent): number =>
  (Date.parse((event.acceptanceDateTime ?? '').slice(0, 10)) - Date.parse(citedBy(event).validTo ?? '')) / DAY_MS;
const kilograms = (event: DeclarationEvent): readonly [net: number, gross: number] => [
  Number(firstOf(event).commodity?.netNetWeightMeasure?.value),
  Number(firstOf(event).commodity?.grossMassMeasure?.value),
];

test("given an expired licence, then it is the trader's own, for these goods, and ended the longer ago the more blatant; the look-alike's is good on the day", () => {
  for (const difficulty of ['faint', 'plain', 'blatant'] as const) {
    for (const event of committed('expiredLicence', difficulty)) {
      expect(citedBy(event).holderId).toBe(traderOf(event));
      expect(citedBy(event).lines[0]?.commodityCode).toBe(codeOf(event));
      expect(daysSinceEnd(event)).toBeGreaterThan(0);
    }
  }
  expect(Math.max(...committed('expiredLicence', 'faint').map(daysSinceEnd))).toBeLessThan(30);
  expect(Math.min(...committed('expiredLicence', 'blatant').map(daysSinceEnd))).toBeGreaterThan(365);
  for (const event of alike('expiredLicence')) expect(daysSinceEnd(event)).toBeLessThanOrEqual(0);
});

test("given a licence of another, then it is good on the day and the holder is not the trader; the look-alike's holder is, under a new name", () => {
  for (const difficulty of ['faint', 'plain', 'blatant'] as const) {
    for (const event of committed('licenceOfAnother', difficulty)) {
      expect(citedBy(event).holderId).not.toBe(traderOf(event));
      expect(daysSinceEnd(event)).toBeLessThanOrEqual(0);
    }
  }
  for (const event of alike('licenceOfAnother')) {
    const trader = event.typeCode === 'IMA' ? event.goodsShipment?.importer : event.exporter;
    expect(citedBy(event).holderId).toBe(trader?.id);
    expect(citedBy(event).holderName).not.toBe(trader?.name);
  }
});

test("given masses that cannot be, then net is above gross, or a thousand times too much; the look-alike's can be", () => {
  for (const event of [...committed('impossibleMass', 'faint'), ...committed('impossibleMass', 'plain')])
    expect(kilograms(event)[0]).toBeGreaterThan(kilograms(event)[1]);
  for (const event of alike('impossibleMass')) expect(kilograms(event)[0]).toBeLessThanOrEqual(kilograms(event)[1]);
});

test('given undervaluation, then a kilogram is declared the cheaper the more blatant', () => {
  const relative = (event: DeclarationEvent): number =>
    Number(firstOf(event).statisticalValueAmount?.value) / kilograms(event)[0] / goodOf(codeOf(event)).usdPerKg;
  const median = (events: readonly DeclarationEvent[]): number =>
    events.map(relative).sort((a, b) => a - b)[Math.floor(events.length / 2)] ?? NaN;
  expect(median(committed('undervaluation', 'blatant'))).toBeLessThan(0.1);
  expect(median(committed('undervaluation', 'plain'))).toBeLessThan(0.4);
  expect(median(committed('undervaluation', 'faint'))).toBeLessThan(0.8);
});

test('given a wrong code, then no licence is cited for it, and plainly told goods are not called what the code says', () => {
  for (const event of committed('wrongCode', 'plain')) {
    expect(goodOf(codeOf(event)).texts).not.toContain(firstOf(event).commodity?.description);
    expect(firstOf(event).additionalDocuments.some((document) => document.lpcoExemptionCode === 'AE')).toBe(false);
  }
});

test('given a diversion, then the route doubles back or the consignee sits elsewhere than the destination, unless faint', () => {
  for (const event of committed('diversion', 'blatant')) {
    const stops = event.consignment?.itineraries.map((stop) => stop.routingCountryCode) ?? [];
    expect(new Set(stops).size).toBeLessThan(stops.length);
  }
  for (const event of committed('diversion', 'plain'))
    expect(event.goodsShipment?.consignee?.address?.countryCode).not.toBe(event.goodsShipment?.destinationCountryCode);
  for (const event of [...committed('diversion', 'faint'), ...alike('diversion')])
    expect(event.goodsShipment?.consignee?.address?.countryCode).toBe(event.goodsShipment?.destinationCountryCode);
});
