import { putContainersAtTheirItems } from '../eucdm/containers-at-items.ts';
import type { ElementDraft } from '../xml/element-draft.ts';
import { joinClassifications } from './join-classifications.ts';

const AMOUNTS_OF_FEE: readonly (readonly string[])[] = [['AdValoremTaxBaseAmount'], ['Payment', 'TaxAssessedAmount'], ['Payment', 'PaymentAmount']];

/** What no row can say: codes that stand in parts, units and currencies that the form leaves out, and what it says twice. @param national currency of the country */
export function completeDeclaration(declaration: ElementDraft, national: string): void {
  putContainersAtTheirItems(declaration);
  const shipment = declaration.first('GoodsShipment');
  const invoice = declaration.first('InvoiceAmount')?.attributes.find(({ name }) => name === 'currencyID')?.value;
  declaration.first('TotalGrossMassMeasure')?.attribute('unitCode', 'KGM');
  sayOnce(declaration, 'DeclarationOfficeID');
  if (shipment === undefined) return;
  sayCountryOnce(shipment);
  for (const item of shipment.named('GovernmentAgencyGoodsItem')) completeItem(item, national, invoice);
}

function completeItem(item: ElementDraft, national: string, invoice: string | undefined): void {
  sayCountryOnce(item);
  for (const name of ['StatisticalValueAmount', 'CustomsValueAmount']) item.first(name)?.attribute('currencyID', national);
  const commodity = item.first('Commodity');
  if (commodity === undefined) return;
  joinClassifications(commodity);
  for (const name of ['GrossMassMeasure', 'NetNetWeightMeasure']) commodity.first('GoodsMeasure')?.first(name)?.attribute('unitCode', 'KGM');
  if (invoice !== undefined) commodity.first('InvoiceLine')?.first('ItemChargeAmount')?.attribute('currencyID', invoice);
  for (const fee of commodity.named('DutyTaxFee')) for (const path of AMOUNTS_OF_FEE) reach(fee, path)?.attribute('currencyID', national);
}

function reach(from: ElementDraft, path: readonly string[]): ElementDraft | undefined {
  return path.reduce<ElementDraft | undefined>((here, name) => here?.first(name), from);
}

/** The country of dispatch is that of export where both are stated. */
function sayCountryOnce(element: ElementDraft): void {
  const country = element.first('ExportCountry');
  if (country !== undefined) sayOnce(country, 'ID');
}

/** A text that two elements of the source say; another text stays, and is told. */
function sayOnce(holder: ElementDraft, name: string): void {
  const [first, ...others] = holder.named(name);
  if (first === undefined || others.length === 0) return;
  holder.takeOut(name);
  for (const one of [first, ...others.filter(({ text }) => text !== first.text)]) holder.add(one);
}
