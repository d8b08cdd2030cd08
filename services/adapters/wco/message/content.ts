import type { DeclarationHeader, OtherElement } from '../../../risk/declaration/declaration-event.ts';
import { HEADER } from '../../../risk/declaration/event-fields.ts';
import { DECLARATION } from '../mapping/declaration-elements.ts';
import { lineOfField } from '../mapping/line-of-field.ts';
import { mapElement, type Gathered } from '../mapping/map-element.ts';
import { mapShipments, shipmentsIn } from '../mapping/several-shipments.ts';
import type { XmlElement } from '../xml/element.ts';

/** What a declaration element says, in the event's words. */
export interface DeclarationContent {
  readonly header: DeclarationHeader;
  readonly otherElements: readonly OtherElement[];
  /** The line that a field of it came from. */
  readonly lineOf?: (path: string) => number;
}

/** Maps a whole Declaration element. Throws TDW_XML_VALUE with line and element for a value that cannot be. */
export function contentOf(declaration: XmlElement): DeclarationContent {
  const gathered: Gathered = { goodsItems: [], others: [] };
  const shipments = shipmentsIn(declaration);
  const single = shipments.length < 2 ? declaration : { ...declaration, children: declaration.children.filter((child) => !shipments.includes(child)) };
  const header = { ...mapElement(single, DECLARATION, { fields: HEADER, path: '', gathered }), ...(shipments.length < 2 ? {} : { goodsShipment: mapShipments(shipments, gathered) }) };
  return { header: { ...header, goodsItems: gathered.goodsItems } as unknown as DeclarationHeader, otherElements: gathered.others, lineOf: (path) => lineOfField(declaration, path) };
}
