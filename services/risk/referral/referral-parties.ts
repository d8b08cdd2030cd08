import type { DeclarationEvent, Party } from '../declaration/declaration-event.ts';
import type { ReferralParty } from './referral.ts';

/** Who an inspector may have to speak to: the declaration's parties, then those that an item names of its own. */
export function partiesOf(event: DeclarationEvent): readonly ReferralParty[] {
  const shipment = event.goodsShipment;
  const named: readonly (readonly [string, Party | undefined])[] = [
    ['declarant', event.declarant],
    ['agent', event.agent],
    ['exporter', event.exporter ?? shipment?.exporter],
    ['importer', shipment?.importer],
    ['consignor', shipment?.consignor],
    ['consignee', shipment?.consignee],
    ['buyer', shipment?.buyer],
    ['seller', shipment?.seller],
    ['endUser', shipment?.endUser],
    ...event.goodsItems.flatMap(
      (item) =>
        [
          ['exporter', item.exporter],
          ['consignee', item.consignee],
          ['endUser', item.endUser],
        ] as const,
    ),
  ];
  const parties = named.flatMap(([role, party]) => (party === undefined ? [] : [referralParty(role, party)]));
  return parties.filter((party, index) => parties.findIndex((other) => sameParty(party, other)) === index);
}

function referralParty(role: string, { id, name, address }: Party): ReferralParty {
  return {
    role,
    ...(id ? { id } : {}),
    ...(name ? { name } : {}),
    ...(address?.countryCode ? { countryCode: address.countryCode } : {}),
  };
}

const sameParty = (a: ReferralParty, b: ReferralParty): boolean =>
  a.role === b.role && a.id === b.id && a.name === b.name && a.countryCode === b.countryCode;
