import type { DeclarationContent } from '../../../intake/message.ts';
import type { Unchecked } from '../../../risk/declaration/checked.ts';
import type { DeclarationHeader } from '../../../risk/declaration/declaration-event.ts';
import { HEADER } from '../../../risk/declaration/event-fields.ts';
import type { SourceFormat } from '../../../risk/declaration/source-format.ts';
import type { XmlElement } from '../../xml/element.ts';
import { DECLARATION } from '../mapping/declaration-elements.ts';
import { attributesOf } from '../mapping/leaves.ts';
import { lineOfField } from '../mapping/line-of-field.ts';
import { type Gathered, mapElement } from '../mapping/map-element.ts';
import { mapShipments, shipmentsIn } from '../mapping/several-shipments.ts';
import type { Slots } from '../mapping/slots.ts';

/** The UK's form of the WCO Data Model, which the mapping is written for. */
const FORMAT: SourceFormat = 'WCO-GB';

/** Maps a whole Declaration element. Throws TDW_XML_VALUE with line and element for a value that cannot be. */
export function contentOf(declaration: XmlElement): DeclarationContent {
  const gathered: Gathered = { goodsItems: [], others: [] };
  const shipments = shipmentsIn(declaration);
  const single =
    shipments.length < 2
      ? declaration
      : { ...declaration, children: declaration.children.filter((child) => !shipments.includes(child)) };
  const header = {
    ...mapElement(single, DECLARATION, { fields: HEADER, path: '', gathered }),
    ...(shipments.length < 2 ? {} : { goodsShipment: mapShipments(shipments, gathered) }),
  };
  return {
    header: { ...header, goodsItems: numbered(gathered.goodsItems) } as unknown as Unchecked<DeclarationHeader>,
    otherElements: [...attributesOf(declaration, ''), ...gathered.others],
    source: { format: FORMAT, elements: elementsWithText(declaration) },
    lineOf: (path) => lineOfField(declaration, path),
  };
}

/** Elements that hold a value of their own. */
export function elementsWithText({ text, children }: XmlElement): number {
  return children.reduce((count, child) => count + elementsWithText(child), text === '' ? 0 : 1);
}

/** Items that state no number have the one of their position, or the next that no other has. */
function numbered(items: readonly Slots[]): readonly Slots[] {
  const taken = new Set(items.map((item) => item['sequenceNumber']));
  return items.map((item, index) => {
    if (item['sequenceNumber'] !== undefined) return item;
    let number = index + 1;
    while (taken.has(number)) number += 1;
    taken.add(number);
    return { ...item, sequenceNumber: number };
  });
}
