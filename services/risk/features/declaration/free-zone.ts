import type { DeclarationEvent, Party } from '../../declaration/declaration-event.ts';
import { normalisedText } from '../../declaration/normalised-text.ts';
import type { Hub } from '../../facts/facts.ts';
import type { DeclarationContext } from '../definition/context.ts';
import { hubOf } from './countries.ts';

/** Hubs come again and again: the names of their zones are made comparable once. */
const comparable = new WeakMap<Hub, readonly string[]>();

/** Consignees at an address that the list of countries names as a zone: "Gulf Trade (Jebel Ali Free Zone)". */
export function zonesNamed({ event, facts }: Pick<DeclarationContext, 'event' | 'facts'>): readonly string[] {
  return consigneesOf(event).flatMap(({ name, address }) => {
    const hub = hubOf(facts, address?.countryCode ?? '');
    if (hub === undefined || address === undefined) return [];
    const place = ` ${normalisedText(`${address.line ?? ''} ${address.cityName ?? ''}`)} `;
    const zone = zonesOf(hub).findIndex((text) => text !== '' && place.includes(text));
    return zone === -1 ? [] : [`${name ?? 'the consignee'} (${hub.zones[zone]!})`];
  });
}

const consigneesOf = (event: DeclarationEvent): readonly Party[] =>
  [event.goodsShipment, ...event.goodsItems].flatMap((parts) => parts?.consignee ?? []);

/** Names of zones as they stand in addresses; "" for one that is called like its city. */
function zonesOf(hub: Hub): readonly string[] {
  const known = comparable.get(hub);
  if (known !== undefined) return known;
  const made = hub.zones.map((zone) => {
    const text = normalisedText(zone.replace(/\(.*\)/, ''));
    return text.includes(' ') ? ` ${text} ` : '';
  });
  comparable.set(hub, made);
  return made;
}
