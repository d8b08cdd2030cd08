/**
 * Units of quantity of the US tariff and of Schedule B as UN/ECE Rec. 20 codes. Numbers are NAR as in the EU and the UK (see
 * unit-of-measure.ts). Kilograms of a content ("Cu kg", "kg cmsc") are KNS, kilogram of named substance. Plain kilograms, grams
 * and tonnes are no supplementary units: net mass is declared of its own. Units without a code in Rec. 20 (jewels, squares of
 * shingles, fibre metres) and "X" (none) are left out.
 */
const SUPPLEMENTARY: Readonly<Record<string, string>> = {
  'no.': 'NAR',
  no: 'NAR',
  'no. and kg': 'NAR',
  pcs: 'NAR',
  hundreds: 'CEN',
  hun: 'CEN',
  thousands: 'MIL',
  ths: 'MIL',
  gross: 'GRO',
  grs: 'GRO',
  'doz.': 'DZN',
  doz: 'DZN',
  'dz pcs': 'DZP',
  dpc: 'DZP',
  'prs.': 'NPR',
  prs: 'NPR',
  'doz. prs.': 'DPR',
  dpr: 'DPR',
  m2: 'MTK',
  'm²': 'MTK',
  cm2: 'CMK',
  m3: 'MTQ',
  'thousand m3': 'R9',
  km3: 'R9',
  m: 'MTR',
  'lin. m': 'MTR',
  'thousand m': 'KMT',
  liters: 'LTR',
  l: 'LTR',
  'pf.liters': 'PFL',
  pfl: 'PFL',
  bbl: 'BLL',
  carat: 'CTM',
  car: 'CTM',
  ctn: 'CTM',
  gbq: 'GBQ',
  doses: 'DOS',
  ds: 'DOS',
  't adw': 'MD',
};

const CONTENT = /^(?:[A-Z][A-Za-z0-9]* (?:kg|g|t)|kg (?:cmsc|msc|ttl sug)|cy kg|t dwb|c(?:kg|yk|gm))$/i;
const MASS = new Set(['kg', 'g', 'gm', 't']);

/** Code of a supplementary unit; `undefined` where the unit asks for none. */
export function usSupplementaryUnit(unit: string): string | undefined {
  const name = unit.replace(/\s+/g, ' ').trim();
  if (name === '' || MASS.has(name.toLowerCase())) return undefined;
  return SUPPLEMENTARY[name.toLowerCase()] ?? (CONTENT.test(name) ? 'KNS' : undefined);
}
