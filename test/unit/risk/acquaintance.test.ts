import { describe, expect, test } from 'vitest';
import type { Facts, HistoryCount, TraderHistory } from '../../../services/risk/facts/facts.ts';
import { found, unknown } from '../../../services/risk/facts/known.ts';
import type { BusinessLine } from '../../../services/risk/facts/party-fact.ts';
import { featureNamed } from '../../../services/risk/features/catalogue.ts';
import { declarationContext, itemContext } from '../../../services/risk/features/definition/context.ts';
import { country } from '../../harness/checked.ts';
import { factsWhere, ordinaryEvent, ordinaryFacts } from './ordinary-facts.ts';

const SETTINGS = { historyMinimumDays: 90, usualMinimumCount: 20 };
const NEVER: HistoryCount = { declarations: 0, referrals: 0, hits: 0 };
const OFTEN: HistoryCount = { declarations: 12, referrals: 0, hits: 0 };
const history = ordinaryFacts.trader.state === 'found' ? ordinaryFacts.trader.value : undefined!;

function valueOf(name: string, facts: Facts): unknown {
  const context = declarationContext(facts, SETTINGS);
  const { feature } = featureNamed(name)!;
  return feature.of(feature.scope === 'item' ? itemContext(context, 0) : context);
}

const knowing = (difference: Partial<TraderHistory>): Facts =>
  factsWhere({ facts: { trader: found({ ...history, ...difference }, 'trader-history@1') } });

describe('how well the consignee is known', () => {
  const acquaintance = (facts: Facts): unknown => valueOf('declaration.consigneeAcquaintance', facts);

  test('given a consignee that the trader sent to before, then it is known', () => {
    expect(acquaintance(ordinaryFacts)).toBe('known');
  });

  test('given two consignees, then the least known counts', () => {
    const two = { 'id:A': OFTEN, 'id:B': NEVER };
    expect(acquaintance(knowing({ consignees: two, consigneesAnywhere: two }))).toBe('never seen');
    expect(acquaintance(knowing({ consignees: two, consigneesAnywhere: { 'id:A': OFTEN, 'id:B': OFTEN } }))).toBe(
      'new',
    );
  });

  test('given no history, or one too short, then it says nothing, and never that the consignee is new', () => {
    expect(acquaintance(factsWhere({ facts: { trader: unknown('not loaded', 'history') } }))).toBe('not told of');
    expect(acquaintance(knowing({ since: ordinaryFacts.asOf.day, consignees: { 'id:A': NEVER } }))).toBe('not told of');
  });
});

describe('what the recipients do for a living', () => {
  const bank: BusinessLine = { id: 'bank', title: 'bank', category: 'finance', words: 'bank', unfit: ['8419'] };
  const received = (lines: readonly BusinessLine[], item?: number): Facts =>
    factsWhere({
      facts: {
        parties: [
          {
            role: 'consignee',
            name: 'A Bank',
            business: found(lines, 'lines@1'),
            ...(item === undefined ? {} : { item }),
          },
        ],
      },
    });

  test('given goods that the consignee has no use for, then it is named with its line', () => {
    expect(valueOf('item.recipientsUnfit', received([bank]))).toEqual(['A Bank (bank)']);
  });

  test('given goods that it can use, or another item that names it, then nobody is', () => {
    expect(valueOf('item.recipientsUnfit', received([{ ...bank, unfit: ['8542'] }]))).toEqual([]);
    expect(valueOf('item.recipientsUnfit', received([bank], 1))).toEqual([]);
  });

  test('given facts of before it was looked up, then it is missing and not nobody', () => {
    const before: Facts = Object.fromEntries(
      Object.entries(ordinaryFacts).filter(([name]) => name !== 'parties'),
    ) as never;
    expect(valueOf('item.recipientsUnfit', before)).toHaveProperty('missing');
    expect(valueOf('declaration.consigneesInTransport', before)).toHaveProperty('missing');
  });

  test('given an address that the list of countries names as a free zone, then the consignee is in it', () => {
    const emirates = {
      code: 'AE',
      name: 'United Arab Emirates',
      region: 'Western Asia',
      hub: { kind: 'diversion' as const, basis: 'guidance', zones: ['Jebel Ali Free Zone (AEJEA)', 'Fujairah'] },
    };
    const at = (line: string): Facts =>
      factsWhere({
        event: {
          goodsShipment: {
            ...ordinaryEvent.goodsShipment!,
            consignee: { name: 'Gulf Trade', address: { line, countryCode: country('AE') }, communications: [] },
          },
        },
        facts: { countries: { ...ordinaryFacts.countries, AE: found(emirates, 'countries@1') } },
      });
    const inZones = (line: string): unknown => valueOf('declaration.consigneesInFreeZones', at(line));
    expect(inZones('Plot 7, Jebel Ali Free Zone')).toEqual(['Gulf Trade (Jebel Ali Free Zone (AEJEA))']);
    expect(inZones('7 Fujairah Street')).toEqual([]);
  });
});
