import type { Day } from '../declaration/day.ts';
import type { DeclarationEvent } from '../declaration/declaration-event.ts';
import { placesOfDeclaration } from '../embargo/declared-places.ts';
import type { Facts } from '../facts/facts.ts';
import { countriesOf } from './countries.ts';
import { itemFacts } from './item-facts.ts';
import { partiesOf } from './parties.ts';
import type { ReferenceData } from './reference-data.ts';

/** What the reference data of an edition say of an event: a function of the two and the day, so that it can be looked up again. */
export function lookUp(
  event: DeclarationEvent,
  day: Day,
  reference: ReferenceData,
): Required<Pick<Facts, 'countries' | 'parties' | 'items'>> {
  const places = placesOfDeclaration(event);
  return {
    countries: countriesOf(event, reference),
    parties: partiesOf(event, reference),
    items: event.goodsItems.map((item) => itemFacts(event, item, day, reference, places)),
  };
}
