import { ORDER } from '../eucdm/document-rows.ts';
import { group, type TranspositionRow, unneeded, value, within } from '../xml/transposition-row.ts';

/** Under the same name and in the same place in both. */
export function same(...paths: readonly string[]): readonly TranspositionRow[] {
  return paths.map((path) => value(path, path));
}

/** A list: each element `from` is one more of the last step of `to`. */
export function list(from: string, to: string, rows: readonly TranspositionRow[]): readonly TranspositionRow[] {
  return [group(from, `${to}+`), ...within(from, to, rows)];
}

/** An address; the number of a house stands alone where only a postcode is stated. */
export const ADDRESS: readonly TranspositionRow[] = [
  ...same('TypeCode', 'Line', 'CityName', 'PostcodeID', 'CountryCode'),
  ...same('CountrySubDivisionCode', 'CountrySubDivisionName'),
  value('streetNumber', 'Line'),
  value('StreetNumberID', 'Line'),
];

const COMMUNICATION: readonly TranspositionRow[] = [unneeded('SequenceNumeric', ORDER), ...same('ID', 'TypeCode')];

const CONTACT: readonly TranspositionRow[] = [
  unneeded('SequenceNumeric', ORDER),
  value('Name', 'Contact/Name'),
  value('name', 'Contact/Name'),
  ...list('Communication', 'Contact/Communication', COMMUNICATION),
];

/** A party of any kind. */
const PARTY: readonly TranspositionRow[] = [
  unneeded('SequenceNumeric', ORDER),
  ...same('ID', 'Name', 'FunctionCode', 'RoleCode'),
  ...within('Address', 'Address', ADDRESS),
  ...within('Contact', '', CONTACT),
  ...list('Communication', 'Communication', COMMUNICATION),
];

export function party(from: string, to: string = from): readonly TranspositionRow[] {
  return within(from, to, PARTY);
}

export function parties(from: string, to: string = from): readonly TranspositionRow[] {
  return list(from, to, PARTY);
}
