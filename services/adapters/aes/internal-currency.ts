import type { ElementDraft } from '../xml/element-draft.ts';

/** Currencies of Member States outside the euro area, and of Northern Ireland, by the country of an office. */
const OUTSIDE_EURO: ReadonlyMap<string, string> = new Map([
  ['CZ', 'CZK'],
  ['DK', 'DKK'],
  ['HU', 'HUF'],
  ['PL', 'PLN'],
  ['RO', 'RON'],
  ['SE', 'SEK'],
  ['XI', 'GBP'],
]);
/** Bulgaria has the euro since this day. */
const EURO_IN_BULGARIA = '2026-01-01';

/**
 * Amounts that the format states without currency: in the internal currency unit where one is named, else that of the
 * country of the office of export.
 */
export function nameInternalCurrency(declaration: ElementDraft): void {
  const stated = declaration.first('CurrencyExchange')?.first('CurrencyTypeCode')?.text;
  const currency = stated ?? currencyOfOffice(declaration);
  if (currency === undefined) return;
  for (const item of declaration.first('GoodsShipment')?.named('GovernmentAgencyGoodsItem') ?? []) {
    item.first('StatisticalValueAmount')?.attribute('currencyID', currency);
    for (const fee of item.first('Commodity')?.named('DutyTaxFee') ?? []) {
      fee.first('AdValoremTaxBaseAmount')?.attribute('currencyID', currency);
      const payment = fee.first('Payment');
      payment?.first('TaxAssessedAmount')?.attribute('currencyID', currency);
      payment?.first('PaymentAmount')?.attribute('currencyID', currency);
    }
  }
}

function currencyOfOffice(declaration: ElementDraft): string | undefined {
  const office = declaration.first('DeclarationOfficeID')?.text ?? '';
  const country = /^[A-Z]{2}/.exec(office)?.[0];
  if (country === undefined) return undefined;
  if (country === 'BG' && (declaration.first('IssueDateTime')?.text ?? '') < EURO_IN_BULGARIA) return 'BGN';
  return OUTSIDE_EURO.get(country) ?? 'EUR';
}
