import type { ElementDraft } from '../xml/element-draft.ts';
import { ITEM_IN_CONTAINER } from './transport-rows.ts';

/**
 * The format says of a container which items are in it; the WCO's model says of an item which containers hold it. One
 * that names an item that is not there keeps saying so.
 */
export function putContainersAtTheirItems(declaration: ElementDraft): void {
  const shipment = declaration.first('GoodsShipment');
  const equipments = shipment?.first('Consignment')?.named('TransportEquipment') ?? [];
  if (shipment === undefined || equipments.length === 0) return;
  const goods = shipment.named('GovernmentAgencyGoodsItem');
  const items = new Map(goods.map((item) => [item.first('SequenceNumeric')?.text, item]));
  for (const equipment of equipments) {
    for (const reference of equipment.takeOut(ITEM_IN_CONTAINER)) {
      const item = items.get(reference.first('SequenceNumeric')?.text);
      if (item === undefined) equipment.add(reference);
      else addContainer(item, equipment, reference);
    }
  }
}

function addContainer(item: ElementDraft, equipment: ElementDraft, { origin }: ElementDraft): void {
  const commodity = item.reach([{ name: 'Commodity', isNew: false }], origin);
  const container = commodity.step({ name: 'TransportEquipment', isNew: true }, origin);
  for (const name of ['SequenceNumeric', 'ID']) {
    const said = equipment.first(name);
    if (said !== undefined) container.add(said);
  }
}
