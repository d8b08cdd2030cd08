import { DECLARATION } from '../../../services/adapters/wco/mapping/declaration-elements.ts';
import type { Elements } from '../../../services/adapters/wco/mapping/place.ts';
import { GOODS_ITEM, HEADER } from '../../../services/risk/declaration/event-fields.ts';
import type { Field, FieldTable } from '../../../services/risk/declaration/field.ts';

/** Second names of one element, which other editions use: their field is already taken by the first. */
const OTHER_NAMES = new Set(['Quantity', 'Amount']);

/** A message with every element that has a place, each with a value of its own; its function is that of a lodgement. */
export function everyElement(): string {
  let counter = 100;
  const value = (field: Field | undefined): readonly [string, string] => {
    counter += 1;
    const n = String(counter);
    if (field?.kind === 'instant')
      return [
        ' formatCode="204"',
        `202601010000${n.slice(-2)}`.replace(/(\d\d)$/, (second) => String(Number(second) % 60).padStart(2, '0')),
      ];
    if (field?.kind === 'one')
      return 'currencyId' in field.fields ? [' currencyID="GBP"', `${n}.25`] : [' unitCode="KGM"', `${n}.5`];
    if (field?.kind === 'code') return ['', field.max === 4 ? 'GB' : field.max === 3 ? 'GBP' : `C${n}`];
    return ['', field?.kind === 'text' ? `T${n}` : n];
  };
  const write = (places: Elements, fields: FieldTable): string =>
    Object.entries(places)
      .filter(([name]) => !OTHER_NAMES.has(name))
      .map(([name, place]) => {
        if (name === 'FunctionCode' && fields === HEADER) return `<${name}>9</${name}>`;
        if (typeof place === 'string') {
          const [attributes, text] = value(fields[place]);
          return fields[place]?.kind === 'instant'
            ? `<${name}><DateTimeString${attributes}>${text}</DateTimeString></${name}>`
            : `<${name}${attributes}>${text}</${name}>`;
        }
        if ('read' in place) return name === 'ID' ? '<ID>26GB1</ID>' : '<VersionID>7</VersionID>';
        if ('inline' in place) return `<${name}>${write(place.inline, fields)}</${name}>`;
        if ('items' in place) return `<${name}>${write(place.items, GOODS_ITEM)}</${name}>`;
        if ('id' in place) return `<${name}>O${String(++counter)}</${name}>`;
        if ('each' in place) return `<${name}><${place.each}>${String(++counter)}</${place.each}></${name}>`;
        const field = fields[place.to];
        if (field?.kind !== 'one' && field?.kind !== 'many') throw new Error(`${name} has no object to go to`);
        return `<${name}>${write(place.of, field.fields)}</${name}>`;
      })
      .join('');
  return `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">${write(DECLARATION, HEADER)}</Declaration>`;
}
