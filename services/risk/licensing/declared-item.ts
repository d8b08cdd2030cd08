import { type CommodityCode, commodityCodeOf } from '../declaration/commodity-code.ts';
import type { CountryCode } from '../declaration/country-code.ts';
import type { Day } from '../declaration/day.ts';
import type { DeclarationEvent, GoodsItem, Measure, Party } from '../declaration/declaration-event.ts';
import { partyKey } from '../trader/party-key.ts';

/** What a declaration says of a goods item, as far as licences lay down conditions. */
export interface DeclaredItem {
  /** The day it is judged by. */
  readonly day: Day;
  readonly commodityCode: CommodityCode | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly destination: CountryCode | undefined;
  readonly parties: DeclaredParties;
  /** The quantity to be written off; only where one is stated. */
  readonly quantity?: Measure | undefined;
}

/** Who may be the holder of a licence: parties that it could have been given to. */
export interface DeclaredParties {
  /** Identifiers without their country, because a trader has one for each customs territory (GB…, XI…). */
  readonly identifiers: ReadonlySet<string>;
  /** Names as traders are counted by. */
  readonly names: ReadonlySet<string>;
  /** `partial` where only a change set is known: who is not named may stand in what it changes. */
  readonly completeness: DeclarationEvent['completeness'];
}

/** @param quantity what the declaration wants written off, where it does */
export function declaredItem(event: DeclarationEvent, goods: GoodsItem, day: Day, quantity?: Measure): DeclaredItem {
  return {
    day,
    commodityCode: commodityCodeOf(goods),
    destination: destinationOf(event, goods),
    parties: declaredParties(event, goods),
    quantity,
  };
}

/** Where the item goes: what it says itself, else what the shipment does. */
export function destinationOf(event: DeclarationEvent, goods: GoodsItem): CountryCode | undefined {
  return goods.destinationCountryCode ?? event.goodsShipment?.destinationCountryCode;
}

function declaredParties(event: DeclarationEvent, goods: GoodsItem): DeclaredParties {
  const shipment = event.goodsShipment;
  const parties: readonly (Party | undefined)[] = [
    event.exporter,
    event.declarant,
    shipment?.exporter,
    shipment?.importer,
    shipment?.consignee,
    goods.exporter,
    goods.consignee,
    goods.importer,
  ];
  const identified = [...parties, ...event.authorisationHolders];
  return {
    identifiers: new Set(identified.flatMap((party) => (party?.id === undefined ? [] : [bareIdentifier(party.id)]))),
    names: new Set(parties.flatMap((party) => nameKey(party?.name) ?? [])),
    completeness: event.completeness,
  };
}

/** An identifier without its country. */
export const bareIdentifier = (id: string): string =>
  id
    .trim()
    .toUpperCase()
    .replace(/^[A-Z]{2}/, '');

/** A name as traders are counted by it, whatever its accents and marks. */
export function nameKey(name: string | undefined): string | undefined {
  return name === undefined ? undefined : partyKey({ name, communications: [] });
}
