import { putContainersAtTheirItems } from '../eucdm/containers-at-items.ts';
import type { ElementDraft } from '../xml/element-draft.ts';
import { joinClassifications } from './join-classifications.ts';

const VALUES: readonly string[] = ['StatisticalValueAmount', 'CustomsValueAmount'];
const AMOUNTS_OF_FEE: readonly (readonly string[])[] = [
  ['AdValoremTaxBaseAmount'],
  ['Payment', 'TaxAssessedAmount'],
  ['Payment', 'PaymentAmount'],
];

/** What a message leaves out because it follows from where it is sent, and as what. */
export interface Implied {
  /** Currency of the country: statistical and customs values, duties and taxes. */
  readonly currency: string;
  /** "EX", "IM", "CO": of a declaration that states no type, or that of a request in its place. */
  readonly type: (declaration: ElementDraft) => string | undefined;
}

/** What no row can say: codes that stand in parts, units and currencies that are left out, and what is said twice. */
export function completeDeclaration(declaration: ElementDraft, { currency, type }: Implied): void {
  putContainersAtTheirItems(declaration);
  nameType(declaration, type(declaration));
  const shipment = declaration.first('GoodsShipment');
  const invoice = declaration.first('InvoiceAmount')?.attributes.find(({ name }) => name === 'currencyID')?.value;
  declaration.first('TotalGrossMassMeasure')?.attribute('unitCode', 'KGM');
  sayOnce(declaration, 'DeclarationOfficeID');
  if (shipment === undefined) return;
  sayCountryOnce(shipment);
  for (const item of shipment.named('GovernmentAgencyGoodsItem')) completeItem(item, currency, invoice);
}

function completeItem(item: ElementDraft, currency: string, invoice: string | undefined): void {
  sayCountryOnce(item);
  for (const name of VALUES) item.first(name)?.attribute('currencyID', currency);
  const commodity = item.first('Commodity');
  if (commodity === undefined) return;
  joinClassifications(commodity);
  const measure = commodity.first('GoodsMeasure');
  for (const name of ['GrossMassMeasure', 'NetNetWeightMeasure']) measure?.first(name)?.attribute('unitCode', 'KGM');
  const price = reach(commodity, ['InvoiceLine', 'ItemChargeAmount']);
  if (invoice !== undefined) price?.attribute('currencyID', invoice);
  for (const fee of commodity.named('DutyTaxFee')) nameCurrency(fee, currency);
}

function nameCurrency(fee: ElementDraft, currency: string): void {
  for (const path of AMOUNTS_OF_FEE) reach(fee, path)?.attribute('currencyID', currency);
}

function reach(from: ElementDraft, path: readonly string[]): ElementDraft | undefined {
  return path.reduce<ElementDraft | undefined>((here, name) => here?.first(name), from);
}

/** Of a request to change: COR corrects, SUP supplements, GPN presents the goods. */
const REQUESTS: ReadonlySet<string> = new Set(['COR', 'SUP', 'GPN']);

function nameType(declaration: ElementDraft, type: string | undefined): void {
  const stated = declaration.first('TypeCode');
  if (type === undefined || (stated !== undefined && !REQUESTS.has(stated.text.toUpperCase()))) return;
  const origin = stated?.origin ?? declaration.origin;
  declaration.step({ name: 'TypeCode', isNew: false }, origin).write(type, undefined, origin);
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
