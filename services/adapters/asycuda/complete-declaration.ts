import { normaliseDecimal } from '../../risk/declaration/decimal-text.ts';
import type { Direction } from '../../risk/declaration/direction.ts';
import { putContainersAtTheirItems } from '../eucdm/containers-at-items.ts';
import { textAt, type XmlElement } from '../xml/element.ts';
import { ElementDraft } from '../xml/element-draft.ts';
import { dayIn, slashOrder } from './asycuda-days.ts';
import { ATTACHED_CODES, LICENCE, TARIFF_TEXT, TOTAL_INVOICE, TOTAL_WEIGHT } from './asycuda-rows.ts';
import { nationalCurrency } from './national-currency.ts';

/** What the table of ASYCUDA cannot say row by row: currencies that are meant, days, totals that are stated twice, what stands at the shipment and at each item. */
export function completeDeclaration(declaration: ElementDraft, source: XmlElement, direction: Direction): void {
  const shipment = declaration.first('GoodsShipment');
  const items = shipment?.named('GovernmentAgencyGoodsItem') ?? [];
  items.forEach(numberItem);
  putContainersAtTheirItems(declaration);
  typeOf(declaration, source, direction);
  nameInvoiceCurrency(declaration, items);
  nameNationalCurrency(declaration, items, direction);
  keepOneTotal(declaration, TOTAL_WEIGHT, 'TotalGrossMassMeasure', ['unitCode', 'KGM']);
  keepOneTotal(declaration, TOTAL_INVOICE, 'InvoiceAmount');
  for (const one of [shipment, ...items]) if (one !== undefined) dropNoCosts(one);
  for (const item of items) completeItem(item, shipment, direction);
  writeDays(declaration, items);
}

/** Items are known by their place in the list. */
function numberItem(item: ElementDraft, index: number): void {
  item.add(new ElementDraft('SequenceNumeric', item.origin)).write(String(index + 1), undefined, item.origin);
}

/** National types of declaration do not say which way the goods go: the flow does, and they are kept as the category of the procedure. */
function typeOf(declaration: ElementDraft, source: XmlElement, direction: Direction): void {
  const type = textAt(source, 'Identification', 'Type', 'Type_of_declaration');
  const code = declaration.first('TypeCode');
  if (type === undefined || code === undefined || /^(IM|EX)/i.test(type) || flowOf(source) === undefined) return;
  const procedure = textAt(source, 'Identification', 'Type', 'Declaration_gen_procedure_code') ?? '';
  declaration.takeOut('TypeCode');
  declaration.add(new ElementDraft('ProcedureCategory', code.origin)).write(type, undefined, code.origin);
  declaration
    .add(new ElementDraft('TypeCode', code.origin))
    .write(`${direction === 'export' ? 'EX' : 'IM'}${procedure}`, undefined, code.origin);
}

/** By the type of the declaration, else by the flow; undefined where neither says it. */
export function directionIn(source: XmlElement): Direction | undefined {
  const type = textAt(source, 'Identification', 'Type', 'Type_of_declaration')?.slice(0, 2).toUpperCase();
  if (type === 'EX') return 'export';
  return type === 'IM' ? 'import' : flowOf(source);
}

function flowOf(source: XmlElement): Direction | undefined {
  const flow = textAt(source, 'Property', 'Sad_flow')?.toUpperCase();
  if (flow === 'E') return 'export';
  return flow === 'I' ? 'import' : undefined;
}

function nameInvoiceCurrency(declaration: ElementDraft, items: readonly ElementDraft[]): void {
  const currency = declaration.first('InvoiceAmount')?.attributes.find(({ name }) => name === 'currencyID')?.value;
  if (currency === undefined) return;
  const exchange = declaration.first('CurrencyExchange');
  if (exchange !== undefined)
    exchange.add(new ElementDraft('CurrencyTypeCode', exchange.origin)).write(currency, undefined, exchange.origin);
  for (const item of items)
    item.first('Commodity')?.first('InvoiceLine')?.first('ItemChargeAmount')?.attribute('currencyID', currency);
}

/** Customs values, statistical values and duties are in the currency of the country that the declaration is made in. Where it is not known they are no values to compare. */
function nameNationalCurrency(declaration: ElementDraft, items: readonly ElementDraft[], direction: Direction): void {
  const shipment = declaration.first('GoodsShipment');
  const country =
    direction === 'export'
      ? shipment?.first('ExportCountry')?.first('ID')
      : shipment?.first('Destination')?.first('CountryCode');
  const currency = nationalCurrency(country?.text);
  declaration
    .first('ObligationGuarantee')
    ?.first('AmountAmount')
    ?.attribute('currencyID', currency ?? 'XXX');
  for (const item of items) {
    for (const name of ['CustomsValueAmount', 'StatisticalValueAmount'])
      item.first(name)?.attribute('currencyID', currency ?? 'XXX');
    for (const fee of item.first('Commodity')?.named('DutyTaxFee') ?? []) {
      fee.first('AdValoremTaxBaseAmount')?.attribute('currencyID', currency ?? 'XXX');
      fee
        .first('Payment')
        ?.first('TaxAssessedAmount')
        ?.attribute('currencyID', currency ?? 'XXX');
    }
  }
}

/** A total that is stated twice is one; where the two differ the second stays, and nothing holds it. */
function keepOneTotal(
  declaration: ElementDraft,
  waiting: string,
  name: string,
  attribute?: readonly [string, string],
): void {
  const total = declaration.first(waiting);
  if (total === undefined) return;
  const stated = declaration.first(name);
  if (stated !== undefined && stated.text !== '' && normaliseDecimal(stated.text) !== normaliseDecimal(total.text))
    return;
  declaration.takeOut(waiting);
  if (stated !== undefined && stated.text !== '') return;
  const made = stated ?? declaration.add(new ElementDraft(name, total.origin));
  made.write(total.text, undefined, total.origin);
  if (attribute !== undefined) made.attribute(...attribute);
}

/** A cost of 0 has a currency all the same. */
function dropNoCosts(holder: ElementDraft): void {
  const valuation = holder.first('CustomsValuation');
  if (valuation === undefined) return;
  if (valuation.first('FreightChargeAmount')?.text === '') valuation.takeOut('FreightChargeAmount');
  for (const charge of valuation.takeOut('ChargeDeduction'))
    if ((charge.first('OtherChargeDeductionAmount')?.text ?? '') !== '') valuation.add(charge);
}

function completeItem(item: ElementDraft, shipment: ElementDraft | undefined, direction: Direction): void {
  describe(item);
  citeLicence(item, direction);
  dropKnownCodes(item);
  if (shipment !== undefined) shareTerms(item, shipment);
}

/** The trader's own words are the description; what the tariff says of the code is a statement beside them. */
function describe(item: ElementDraft): void {
  const [text] = item.takeOut(TARIFF_TEXT);
  if (text === undefined) return;
  const commodity = item.reach([{ name: 'Commodity', isNew: false }], text.origin);
  const isDescribed = commodity.first('Description') !== undefined;
  const holder = isDescribed ? item.step({ name: 'AdditionalInformation', isNew: true }, text.origin) : commodity;
  holder
    .add(new ElementDraft(isDescribed ? 'StatementDescription' : 'Description', text.origin))
    .write(text.text, undefined, text.origin);
}

/** 811 is a licence to export, 911 one to import (UN/EDIFACT 1001). */
function citeLicence(item: ElementDraft, direction: Direction): void {
  const [licence] = item.takeOut(LICENCE);
  if (licence === undefined || licence.children.length === 0) return;
  const { origin } = licence;
  const document = item.add(new ElementDraft('AdditionalDocument', origin));
  document.isListed = true;
  document.add(new ElementDraft('CategoryCode', origin)).write('N', undefined, origin);
  document.add(new ElementDraft('TypeCode', origin)).write(direction === 'export' ? '811' : '911', undefined, origin);
  for (const child of licence.children) document.keep(child);
}

/** Codes of documents that are attached say nothing beside the documents. */
function dropKnownCodes(item: ElementDraft): void {
  const listed = item.first(ATTACHED_CODES)?.text.split(/\s+/) ?? [];
  const attached = new Set(item.named('AdditionalDocument').map((one) => one.first('TypeCode')?.text));
  if (listed.every((code) => code === '' || attached.has(code))) item.takeOut(ATTACHED_CODES);
}

/** Terms of delivery stand at each item too: those of the shipment again, or the only ones. Others stay, and nothing holds them. */
function shareTerms(item: ElementDraft, shipment: ElementDraft): void {
  const own = item.first('TradeTerms');
  if (own === undefined) return;
  const terms = shipment.reach([{ name: 'TradeTerms', isNew: false }], own.origin);
  for (const name of ['ConditionCode', 'LocationName']) {
    const [stated, known] = [own.first(name), terms.first(name)];
    if (stated === undefined || (known !== undefined && known.text !== stated.text)) continue;
    if (known === undefined) terms.add(stated);
    own.takeOut(name);
  }
  if (own.children.length === 0) item.takeOut('TradeTerms');
}

function writeDays(declaration: ElementDraft, items: readonly ElementDraft[]): void {
  const shipment = declaration.first('GoodsShipment');
  const stated = [
    declaration.first('AcceptanceDateTime'),
    declaration.first('IssueDateTime'),
    shipment?.first('ExitDateTime'),
    shipment?.first('Invoice')?.first('IssueDateTime'),
    ...items.flatMap((item) => item.named('AdditionalDocument').map((document) => document.first('IssueDateTime'))),
  ].filter((one) => one !== undefined);
  const order = slashOrder(stated.map(({ text }) => text));
  for (const one of stated) {
    const day = dayIn(one.text, order);
    if (day === undefined) continue;
    one.text = day;
    one.attribute('formatCode', '102');
  }
}
