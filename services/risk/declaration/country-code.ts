import type { Checked } from './checked.ts';

/**
 * Two letters, of ISO 3166-1 or a code that customs use beside it ("XI"), or a group of countries of three or four letters and digits ("2020"); in
 * capitals where a reader made the event. Whether there is such a country, the geography says.
 */
export type CountryCode = Checked<'CountryCode'>;

export const COUNTRY_FORM = /^([A-Za-z]{2}|[A-Za-z0-9]{3,4})$/;

/** A text as a country's code; undefined where it has not the form of one. */
export function asCountryCode(text: string): CountryCode | undefined {
  return COUNTRY_FORM.test(text) ? (text as CountryCode) : undefined;
}

/** A country that the program itself names. @throws RangeError where the text has not the form of a code */
export function knownCountry(text: string): CountryCode {
  const code = asCountryCode(text);
  if (code === undefined) throw new RangeError(`"${text}" is no country code`);
  return code;
}
