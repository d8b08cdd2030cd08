import { readFileSync } from 'node:fs';
import { eventsOf, textSource } from '../../unit/input/sources.ts';

const ITEMS = 200;
const MESSAGES = 10;
const ROUNDS = 5;

const wco = readFileSync('test/fixtures/wco/export-lodgement.xml', 'utf8');

/** The goods item of the fixture in the UK's form, `ITEMS` times. */
function inUkForm(): string {
  const start = wco.indexOf('<GovernmentAgencyGoodsItem>');
  const end = wco.lastIndexOf('</GovernmentAgencyGoodsItem>') + '</GovernmentAgencyGoodsItem>'.length;
  const item = wco.slice(start, wco.indexOf('</GovernmentAgencyGoodsItem>') + '</GovernmentAgencyGoodsItem>'.length);
  return (
    wco.slice(0, start) +
    items((number) => item.replace('<SequenceNumeric>1<', `<SequenceNumeric>${String(number)}<`)) +
    wco.slice(end)
  );
}

const items = (write: (number: number) => string): string =>
  Array.from({ length: ITEMS }, (_, index) => write(index + 1)).join('\n');

const document = (number: number, type: string, reference: string, more = ''): string => `
        <SupportingDocument><sequenceNumber>${String(number)}</sequenceNumber><type>${type}</type><referenceNumber>${reference}</referenceNumber>${more}</SupportingDocument>`;
const commodity = `
        <Commodity>
          <descriptionOfGoods>Centrifugal pumps of stainless steel</descriptionOfGoods>
          <CommodityCode><harmonizedSystemSubHeadingCode>841370</harmonizedSystemSubHeadingCode><combinedNomenclatureCode>81</combinedNomenclatureCode></CommodityCode>
          <GoodsMeasure><grossMass>130.5</grossMass><netMass>120</netMass><supplementaryUnits>4</supplementaryUnits></GoodsMeasure>
        </Commodity>`;
const packaging = `
        <Packaging><sequenceNumber>1</sequenceNumber><typeOfPackages>CT</typeOfPackages><numberOfPackages>4</numberOfPackages><shippingMarks>PUMPS 1</shippingMarks></Packaging>`;

/** The same item as EU export declarations have it. */
function inAes(): string {
  const item = (number: number): string => `
      <GoodsItem>
        <declarationGoodsItemNumber>${String(number)}</declarationGoodsItemNumber>
        <statisticalValue>1500.00</statisticalValue>
        <Procedure><requestedProcedure>10</requestedProcedure><previousProcedure>40</previousProcedure></Procedure>
        <AdditionalProcedure><sequenceNumber>1</sequenceNumber><additionalProcedure>000</additionalProcedure></AdditionalProcedure>${commodity}${packaging}${document(
          1,
          'X002',
          'GBSIEL2026-0001',
          '<issuingAuthorityName>Export Control Joint Unit</issuingAuthorityName><measurementUnitAndQualifier>KGMG</measurementUnitAndQualifier><quantity>10.00</quantity><currency>GBP</currency><amount>1500.00</amount>',
        )}${document(2, 'N935', 'INV-2026-77')}
      </GoodsItem>`;
  const sample = readFileSync('test/fixtures/aes/01-machine-parts-by-road.xml', 'utf8');
  return (
    sample.slice(0, sample.indexOf('<GoodsItem>')) +
    items(item) +
    sample.slice(sample.lastIndexOf('</GoodsItem>') + '</GoodsItem>'.length)
  );
}

/** As transit declarations have it: without value and procedure. */
function inNcts(): string {
  const item = (number: number): string => `
      <ConsignmentItem>
        <goodsItemNumber>${String(number)}</goodsItemNumber><declarationGoodsItemNumber>${String(number)}</declarationGoodsItemNumber>${commodity}${packaging}${document(1, 'X002', 'GBSIEL2026-0001')}${document(2, 'N935', 'INV-2026-77')}
      </ConsignmentItem>`;
  const sample = readFileSync('test/fixtures/ncts/03-goods-under-export-by-house.xml', 'utf8');
  return (
    sample.slice(0, sample.indexOf('<ConsignmentItem>')) +
    items(item) +
    sample.slice(sample.lastIndexOf('</ConsignmentItem>') + '</ConsignmentItem>'.length)
  );
}

/** As ASYCUDA World exports it, with all its placeholders. */
function inAsycuda(): string {
  const sample = readFileSync('test/fixtures/asycuda/07-export-licence-with-quantity.xml', 'utf8');
  const [start, end] = [sample.indexOf('<Item>'), sample.lastIndexOf('</Item>') + '</Item>'.length];
  return sample.slice(0, start) + items(() => sample.slice(start, end)) + sample.slice(end);
}

/** As Danish declarations have it: two parts of a code, and documents under names of their own. */
function inDanishDms(): string {
  const item = (number: number): string => `
      <d:GovernmentAgencyGoodsItem>
        <d:SequenceNumeric>${String(number)}</d:SequenceNumeric>
        <d:StatisticalValueAmount>1500.00</d:StatisticalValueAmount>
        <d:Commodity>
          <d:Description>Centrifugal pumps of stainless steel</d:Description>
          <d:Classification><d:SequenceNumeric>1</d:SequenceNumeric><d:ID>841370</d:ID><d:IdentificationTypeCode>HS</d:IdentificationTypeCode></d:Classification>
          <d:Classification><d:SequenceNumeric>2</d:SequenceNumeric><d:ID>81</d:ID><d:IdentificationTypeCode>CN</d:IdentificationTypeCode></d:Classification>
          <d:GoodsMeasure><d:GrossMassMeasure>130.5</d:GrossMassMeasure><d:NetNetWeightMeasure>120</d:NetNetWeightMeasure><d:TariffQuantity unitCode="NAR">4</d:TariffQuantity></d:GoodsMeasure>
        </d:Commodity>
        <d:GovernmentProcedure><d:SequenceNumeric>1</d:SequenceNumeric><d:CurrentCode>10</d:CurrentCode><d:PreviousCode>40</d:PreviousCode></d:GovernmentProcedure>
        <d:GovernmentProcedure><d:SequenceNumeric>2</d:SequenceNumeric><d:CurrentCode>000</d:CurrentCode></d:GovernmentProcedure>
        <d:Packaging><d:SequenceNumeric>1</d:SequenceNumeric><d:MarksNumbersID>PUMPS 1</d:MarksNumbersID><d:QuantityQuantity>4</d:QuantityQuantity><d:TypeCode>CT</d:TypeCode></d:Packaging>
        <d:SupportingDocument><d:SequenceNumeric>1</d:SequenceNumeric><d:ID>GBSIEL2026-0001</d:ID><d:TypeCode>X002</d:TypeCode><d:WriteOff><d:QuantityQuantity unitCode="KGM">10.00</d:QuantityQuantity></d:WriteOff></d:SupportingDocument>
        <d:SupportingDocument><d:SequenceNumeric>2</d:SequenceNumeric><d:ID>INV-2026-77</d:ID><d:TypeCode>N935</d:TypeCode></d:SupportingDocument>
      </d:GovernmentAgencyGoodsItem>`;
  const sample = readFileSync('test/fixtures/danish-dms/01-pumps-by-sea-in-a-container.xml', 'utf8');
  const end = '</d:GovernmentAgencyGoodsItem>';
  return (
    sample.slice(0, sample.indexOf('<d:GovernmentAgencyGoodsItem>')) +
    items(item) +
    sample.slice(sample.lastIndexOf(end) + end.length)
  );
}

/** The same without prefixes, in the Dutch envelope. */
function inDutchDms(): string {
  const declaration = inDanishDms()
    .replace(/^<\?xml[^>]*>/, '')
    .replace(/ xmlns:\w+="[^"]*"/g, '')
    .replace(/(<\/?)[ds]:/g, '$1');
  return `<MetaData xmlns="urn:wco:datamodel:WCO:DMS.Declaration:1"><WCOTypeCode>CC515C</WCOTypeCode>${declaration}</MetaData>`;
}

/** Microseconds of processor time an item. */
async function costOf(xml: string): Promise<number> {
  const sources = Array.from({ length: MESSAGES }, (_, index) => textSource(`${String(index)}.xml`, xml));
  const start = process.cpuUsage();
  const events = await eventsOf(sources);
  const { user, system } = process.cpuUsage(start);
  if (events.some(({ event }) => event.goodsItems.length !== ITEMS)) throw new Error('not every item was read');
  return (user + system) / (MESSAGES * ITEMS);
}

/** What an item costs in each format of XML, read from its bytes to the event, side by side in one run. */
async function printCosts(): Promise<void> {
  const forms = {
    'WCO, UK form': inUkForm(),
    'EU AES': inAes(),
    NCTS: inNcts(),
    ASYCUDA: inAsycuda(),
    'Danish DMS': inDanishDms(),
    'Dutch DMS': inDutchDms(),
  };
  const costs = new Map<string, number[]>(Object.keys(forms).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, xml] of Object.entries(forms)) {
      const cost = await costOf(xml);
      if (round > 0) costs.get(name)?.push(cost);
    }
  }
  const lines = Object.entries(forms).map(([name, xml]) => {
    const sorted = [...(costs.get(name) ?? [])].sort((a, b) => a - b);
    return `  ${name.padEnd(14)} ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0).padStart(5)} µs of processor time, ${String(Math.round(xml.length / ITEMS))} bytes`;
  });
  process.stdout.write(`An item of ${String(ITEMS)}, median of ${String(ROUNDS)}:\n${lines.join('\n')}\n`);
}

await printCosts();
