import type { DeclarationEvent, Party, ShipmentParts } from '../declaration/declaration-event.ts';
import type { PartyFact, PartyRole } from '../facts/party-fact.ts';
import type { ReferenceData } from './reference-data.ts';

/** What the exporter, the consignees and the end users do for a living, by their names and addresses; those without a name are left out. */
export function partiesOf(event: DeclarationEvent, reference: ReferenceData): readonly PartyFact[] {
  const parties: PartyFact[] = [];
  const add = (role: PartyRole, party: Party | undefined, item?: number): void => {
    if (party?.name === undefined) return;
    const { name, address } = party;
    const business = reference.businessLines(name, addressText(address));
    parties.push(item === undefined ? { role, name, business } : { role, item, name, business });
  };
  const addParts = (parts: ShipmentParts, item?: number): void => {
    add('exporter', parts.exporter, item);
    add('consignee', parts.consignee, item);
    add('endUser', parts.endUser, item);
  };
  add('exporter', event.exporter);
  if (event.goodsShipment !== undefined) addParts(event.goodsShipment);
  event.goodsItems.forEach((item, index) => addParts(item, index));
  return parties;
}

function addressText(address: Party['address']): string {
  return address === undefined ? '' : `${address.line ?? ''} ${address.cityName ?? ''}`.trim();
}
