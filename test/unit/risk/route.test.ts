import { describe, expect, test } from 'vitest';
import type { Day } from '../../../services/risk/declaration/day.ts';
import type { Facts } from '../../../services/risk/facts/facts.ts';
import { found } from '../../../services/risk/facts/known.ts';
import { historyFeatures } from '../../../services/risk/features/declaration/history.ts';
import { routeFeatures } from '../../../services/risk/features/declaration/route.ts';
import { declarationContext } from '../../../services/risk/features/definition/context.ts';
import { country, day } from '../../harness/checked.ts';
import { factsWhere, ordinaryEvent, ordinaryFacts } from './ordinary-facts.ts';

const settings = { historyMinimumDays: 90, usualMinimumCount: 20 };

/** On the equator, where 9 degrees are a thousand kilometres. */
const at = (code: string, longitude: number): readonly [string, Facts['countries'][string]] => [
  code,
  found({ code, name: code, region: 'equator', position: { latitude: 0, longitude } }, 'countries'),
];
const countries = Object.fromEntries([
  at('AA', 0),
  at('BB', 30),
  at('CC', 38),
  at('DD', 20),
  at('EE', 21.5),
  at('ZZ', 40),
]);

function doublesBack(...stops: readonly string[]): unknown {
  const itineraries = stops.map((stop, index) => ({ sequenceNumber: index + 1, routingCountryCode: country(stop) }));
  const facts = factsWhere({
    event: {
      consignment: { ...ordinaryEvent.consignment!, itineraries },
      goodsShipment: {
        ...ordinaryEvent.goodsShipment!,
        exportCountryId: country('AA'),
        destinationCountryCode: country('ZZ'),
      },
    },
    facts: { countries },
  });
  return routeFeatures
    .find(({ name }) => name === 'declaration.routeBacktracks')
    ?.of(declarationContext(facts, settings));
}

describe('whether a route doubles back', () => {
  test('given a stop further from the destination than one before, then it does where that is more than the size of a country', () => {
    expect(doublesBack('DD', 'BB', 'CC')).toBe(false);
    expect(doublesBack('BB', 'EE', 'CC')).toBe(false);
    expect(doublesBack('BB', 'DD', 'CC')).toBe(true);
  });

  test('given a country that is left and come back to, then it does, however near', () => {
    expect(doublesBack('BB', 'EE', 'BB')).toBe(true);
  });
});

test('given a trader history that covers as many days as policy asks, then who was never seen is new; one day less, and it is not known', () => {
  const consigneesNew = (since: Day): unknown => {
    const trader =
      ordinaryFacts.trader.state === 'found'
        ? found({ ...ordinaryFacts.trader.value, since }, 'trader-history')
        : expect.fail('no history');
    return historyFeatures
      .find(({ name }) => name === 'declaration.consigneesNew')
      ?.of(declarationContext(factsWhere({ facts: { trader } }), settings));
  };
  expect(consigneesNew(day('2026-08-22'))).toEqual([]);
  expect(consigneesNew(day('2026-08-23'))).toEqual({ missing: 'the trader history goes back 89 days only' });
});
