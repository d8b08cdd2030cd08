import { expect, test } from 'vitest';
import { parseXml } from '../../../services/adapters/xml/read-xml.ts';
import { EVENT } from '../../../services/risk/declaration/event-fields.ts';
import type { FieldTable } from '../../../services/risk/declaration/field.ts';
import { eventsOf, textSource } from '../input/sources.ts';
import { everyElement } from './every-element.ts';
import { leavesMissingIn, leavesToFind } from './leaves-of-xml.ts';

/** Fields that nothing filled, by path. */
function emptyFields(value: unknown, fields: FieldTable, path: string): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const here = (value as Readonly<Record<string, unknown>>)[name];
    const first: unknown = Array.isArray(here) ? here[0] : here;
    if (first === undefined) return [`${path}${name}`];
    return field.kind === 'one' || field.kind === 'many' ? emptyFields(first, field.fields, `${path}${name}.`) : [];
  });
}

test('every element that has a place comes through to a field of its own, and every field of the event can be filled', async () => {
  const xml = everyElement();
  const [entry] = await eventsOf([textSource('every.xml', xml)]);
  const event = entry?.event ?? expect.fail('no event');
  expect(leavesMissingIn(event, leavesToFind(parseXml(xml)))).toEqual([]);
  expect(event.otherElements).toEqual([]);
  expect(emptyFields(event, EVENT, '')).toEqual(['cause', 'message', 'otherElements']);
});
