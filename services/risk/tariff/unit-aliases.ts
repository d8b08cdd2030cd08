/**
 * How units are written beside their code of UN/ECE Recommendation 20, in capitals: abbreviations that customs systems and invoices have, and codes of older
 * editions. None is a code of the recommendation itself that means something else.
 */
const ALIASES: ReadonlyMap<string, string> = new Map(Object.entries({
  KG: 'KGM', KGS: 'KGM', KILO: 'KGM', KILOS: 'KGM', KILOGRAM: 'KGM', KILOGRAMS: 'KGM', KILOGRAMME: 'KGM', KILOGRAMMES: 'KGM',
  G: 'GRM', GR: 'GRM', GM: 'GRM', GRAM: 'GRM', GRAMS: 'GRM', MG: 'MGM',
  LB: 'LBR', LBS: 'LBR', POUND: 'LBR', POUNDS: 'LBR', OZ: 'ONZ',
  T: 'TNE', TO: 'TNE', TON: 'TNE', TONS: 'TNE', TONNE: 'TNE', TONNES: 'TNE', MTS: 'TNE',
  L: 'LTR', LT: 'LTR', LITRE: 'LTR', LITRES: 'LTR', LITER: 'LTR', LITERS: 'LTR', ML: 'MLT', HL: 'HLT',
  M: 'MTR', METRE: 'MTR', METRES: 'MTR', METER: 'MTR', METERS: 'MTR', CM: 'CMT', KM: 'KMT',
  M2: 'MTK', 'M²': 'MTK', SQM: 'MTK', M3: 'MTQ', 'M³': 'MTQ', CBM: 'MTQ', FT2: 'FTK', SQFT: 'FTK',
  NO: 'NAR', 'NO.': 'NAR', NR: 'NAR', PCS: 'NAR', PC: 'NAR', PIECE: 'NAR', PIECES: 'NAR', UNIT: 'NAR', UNITS: 'NAR', UN: 'NAR', 'P/ST': 'NAR',
  DOZ: 'DZN', PRS: 'NPR', PAIR: 'NPR', PAIRS: 'NPR', PA: 'NPR', CT: 'CTM', CARAT: 'CTM', CARATS: 'CTM', KWHR: 'KWH',
}));

/** A unit by its code, with the tariff's qualifier where it has one: "lb" is "LBR", "kgm#g" is "KGM#G". A unit that no alias names stays, in capitals. */
export function foldUnit(unit: string): string {
  const written = unit.replace(/\s+/g, '').toUpperCase();
  const at = written.indexOf('#');
  const plain = at < 0 ? written : written.slice(0, at);
  return `${ALIASES.get(plain) ?? plain}${at < 0 ? '' : written.slice(at)}`;
}
