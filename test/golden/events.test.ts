import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { XmlElement } from '../../services/adapters/xml/element.ts';
import { parseXml } from '../../services/adapters/xml/read-xml.ts';
import { normaliseDecimal } from '../../services/risk/declaration/decimal-text.ts';
import type { DeclarationEvent } from '../../services/risk/declaration/declaration-event.ts';
import { capitals } from '../../services/risk/declaration/one-form.ts';
import { validateEvent } from '../../services/risk/declaration/validate.ts';
import { eventsOf, textSource } from '../unit/input/sources.ts';

/** Formats whose samples are in a folder of this name among the fixtures, and which elements say nothing that their event does not say without them. */
const FORMATS: Readonly<Record<string, RegExp>> = {
  aes: /\/(message\w+|sequenceNumber|numberOfSeals|security|amendmentTypeFlag|initiatedByCustoms)$/,
  ncts: new RegExp(
    '/(message\\w+|sequenceNumber|numberOfSeals|security|amendmentTypeFlag|reducedDatasetIndicator|bindingItinerary|communicationLanguageAtDeparture|goodsItemNumber|HouseConsignment/grossMass)$',
  ),
  asycuda:
    /\/(Sad_flow|Container_flag|Border_office\/Name|Extended_customs_procedure|\w*_name|Selected_page|Number_of_the_form|Total_number_of_forms|Amount_national_currency|Currency_name|Total_c\w+|Total_CIF\w*|Terms\/\w+|Bank\/Code|\w*taxes\w*|Mode_of_payment|Calculation_working_mode|Value_\w+|Rate_of_\w+|Alpha\w+|Item_taxes\w*|Container_type|Empty_full_indicator|Attached_\w+_(item|rule)|Item_Number|Amount|Attached_doc_item|Serial_number|Number|Date|\w+_date)$/,
  'danish-dms':
    /\/(SequenceNumeric|SealsAffixedQuantity|SecurityCode|ModelVersionTextType|DateTimeString|Classification\/IdentificationTypeCode)$/,
  'dutch-dms':
    /\/(SequenceNumeric|SealsAffixedQuantity|WCOTypeCode|\w+DateTime|Classification\/IdentificationTypeCode)$|\/CommunicationMetaData\//,
};

/** What an event says, as a page: what is not stated is left out. */
function page(event: DeclarationEvent): string {
  return stringify(event, (_, value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : value), {
    lineWidth: 0,
  });
}

interface Leaf {
  readonly path: string;
  readonly text: string;
}

function leavesOf({ name, text, children }: XmlElement, around = ''): readonly Leaf[] {
  const path = `${around}/${name}`;
  return children.length === 0 ? [{ path, text }] : children.flatMap((child) => leavesOf(child, path));
}

const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);

/** As the event may write it: a number or a code in its normal form, a code of a document in two parts, a unit with its qualifier. */
function waysToSay(text: string): readonly string[] {
  const number = /^[\d.]+$/.test(text) ? normaliseDecimal(text) : undefined;
  return [
    quoted(number ?? text),
    quoted(capitals(text)),
    `"typeCode":"${text.slice(1)}"`,
    `"${text.slice(0, 3)}#${text.slice(3)}"`,
  ];
}

describe.each(Object.entries(FORMATS))('samples of %s, written after its public specification', (format, unneeded) => {
  const files = readdirSync(`test/fixtures/${format}`)
    .filter((name) => name.endsWith('.xml'))
    .sort();

  it.each(files)('%s comes through: items, parties, codes, values, masses, documents, route', async (file) => {
    const entries = await eventsOf([textSource(file, readFileSync(`test/fixtures/${format}/${file}`))]);
    expect(entries).toHaveLength(1);
    const event = entries[0]?.event ?? expect.fail('no event');
    expect(validateEvent(event)).toEqual([]);
    await expect(page(event)).toMatchFileSnapshot(`events/${format}/${file.replace('.xml', '.yaml')}`);
  });

  it.each(files)('every text of %s stands in its event', async (file) => {
    const xml = readFileSync(`test/fixtures/${format}/${file}`, 'utf8');
    const [entry] = await eventsOf([textSource(file, xml)]);
    const event = JSON.stringify(entry?.event);
    const lost = leavesOf(parseXml(xml)).filter(
      ({ path, text }) => text !== '' && !unneeded.test(path) && !waysToSay(text).some((way) => event.includes(way)),
    );
    expect(lost).toEqual([]);
  });

  it('has no page that no sample stands behind', () => {
    expect(readdirSync(`test/golden/events/${format}`).sort()).toEqual(
      files.map((file) => file.replace('.xml', '.yaml')),
    );
  });
});
