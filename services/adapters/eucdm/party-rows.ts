import { type TranspositionRow, value, within } from '../xml/transposition-row.ts';

const ADDRESS: readonly TranspositionRow[] = [
  value('streetAndNumber', 'Line'),
  value('postcode', 'PostcodeID'),
  value('city', 'CityName'),
  value('country', 'CountryCode'),
];

/** What communication it is: UN/EDIFACT 3155. */
const CONTACT: readonly TranspositionRow[] = [
  value('name', 'Contact/Name'),
  value('phoneNumber', 'Contact/Communication+/ID', { TypeCode: 'TE' }),
  value('eMailAddress', 'Contact/Communication+/ID', { TypeCode: 'EM' }),
];

export const ADDRESS_ROWS = within('Address', 'Address', ADDRESS);

/** A party of any kind: identification number, name, address, contact. */
const PARTY: readonly TranspositionRow[] = [
  value('identificationNumber', 'ID'),
  value('name', 'Name'),
  ...ADDRESS_ROWS,
  ...within('ContactPerson', '', CONTACT),
];

export function party(from: string, to: string): readonly TranspositionRow[] {
  return within(from, to, PARTY);
}

/** One who acts for another: 2 directly, 3 indirectly. */
export function representative(from: string, to: string): readonly TranspositionRow[] {
  return [...party(from, to), value(`${from}/status`, `${to}/FunctionCode`)];
}
