import { describe, expect, test } from 'vitest';
import { loadShippedReference } from '../../../../services/adapters/reference-files/shipped-reference.ts';
import type { BusinessCategory } from '../../../../services/risk/facts/party-fact.ts';

const reference = loadShippedReference({ country: 'GB', currency: 'GBP' });

function categoriesOf(name: string, address = ''): readonly BusinessCategory[] {
  const told = reference.businessLines(name, address);
  return told.state === 'found' ? told.value.map(({ category }) => category) : [];
}

describe('lines of business by name', () => {
  test.each([
    'Kühne & Nagel SE',
    'KUEHNE + NAGEL (AG & CO.) KG',
    'Gebrüder Weiss GmbH',
    'C.H. Robinson Europe BV',
    'Crane Worldwide Logistics',
    'D.H.L. (Gulf) L.L.C.',
    'Emirates SkyCargo',
    'ONE (Ocean Network Express)',
    'United Parcel Service Italia',
    'Bosphorus Lojistik AS',
    'Müller Internationale Spedition GmbH',
    'Eurotrans Kft',
    'Nouvelle Transit Services SARL',
    'Transportes García SL',
    'Trasporti Rossi Srl',
    'Despachos Aduaneiros Lda',
    'Anadolu Uluslararası Nakliyat',
    'Star Ocean Lines',
    'Arabian Marine Agencies',
    'Continental Packers & Movers',
    'ООО Транспортная компания Вектор',
    '上海远洋国际货运有限公司',
    '日本通運株式会社',
    'شركة الخليج للشحن',
    'Food Logistics Ltd',
  ])('given %s, then it moves the goods of others', (name) => {
    expect(categoriesOf(name)).toContain('transport');
  });

  test.each([
    'Cargill Inc',
    'Transit Systems Pty Ltd',
    'Freightos Software',
    'Shipley Machines',
    'Expedia Inc',
    'Ferry Plast Srl',
    'Carrier Air Conditioning',
    'Ceva Santé Animale',
    'Schenker Storen AG',
    'Maersk Drilling',
    'MSC Industrial Direct Co',
    'Agility Robotics',
    'Toll Brothers',
    'Ocean Spray Cranberries',
    'American Express',
    'Freight Farms Inc',
    'Freight Elevator Co',
    'Cargo Bikes GmbH',
    'Shipping Container Cafe',
    'Movers & Shakers Fitness',
    'UPS Systems plc',
    'Carpet Warehouse',
    'Marine Electronics Agency',
    'Les Escargots de Bourgogne SARL',
    'Savings of the Sea Transport Museum',
  ])('given %s, then it does something else', (name) => {
    expect(categoriesOf(name)).not.toContain('transport');
  });

  test.each([
    ['Sparkasse Rhein', 'finance'],
    ['Türkiye Halk Bankası', 'finance'],
    ['Meridian Corporate Services Ltd', 'finance'],
    ['Samarkand General Trading LLC', 'general'],
    ['Gulf Components FZCO', 'zone'],
    ['Lahore Textile Mills', 'trade'],
  ] as const)('given %s, then it is of the category %s', (name, category) => {
    expect(categoriesOf(name)).toEqual([category]);
  });

  test.each([
    'Food Bank of Leeds',
    'Power Bank Electronics',
    'Burbank Optics',
    'Textile Machinery Works',
    'Chemie Trading NV',
  ])('given %s, then its last words say what it is', (name) => {
    expect(categoriesOf(name)).toEqual([]);
  });

  test('given the name of a bank, then goods that banks have no use for are named, and computers are not among them', () => {
    const told = reference.businessLines('Bank of Anatolia', '');
    const [bank] = told.state === 'found' ? told.value : [];
    expect(bank).toMatchObject({ id: 'bank', words: 'bank' });
    expect(bank?.unfit).toContain('8542');
    expect(bank?.unfit.some((beginning) => '84713000'.startsWith(beginning))).toBe(false);
  });
});

describe('lines of business by address', () => {
  test.each([
    ['PO Box 1234', ['address']],
    ['Regus Business Centre, Level 5', ['address']],
    ['Plot S-10, Jebel Ali Free Zone', ['zone']],
    ['1 Boxwood Road', []],
  ])('given a company of no known line at %s, then %j', (address, expected) => {
    expect(categoriesOf('Alice Components Ltd', address)).toEqual(expected);
  });
});
