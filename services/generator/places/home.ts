export type Mode = 'sea' | 'air' | 'road';

/** A place where goods come in or go out, with the customs office that watches it. */
export interface Gateway {
  /** UN/LOCODE. */
  readonly port: string;
  readonly office: string;
  readonly name: string;
  readonly mode: Mode;
  /** Countries that it serves by land; for roads only. */
  readonly serves: readonly string[];
  /** The terminals and sheds where the goods may be examined. */
  readonly locations: readonly string[];
}

/** The country whose customs authority the declarations are made to. */
export interface Home {
  readonly country: 'US';
  readonly currency: 'USD';
  readonly gateways: readonly Gateway[];
  readonly cities: readonly (readonly [city: string, state: string, postcode: string])[];
}

const sea = (port: string, code: string, name: string, ...locations: string[]): Gateway => ({
  port,
  office: `US00${code}`,
  name,
  mode: 'sea',
  serves: [],
  locations,
});
const air = (port: string, code: string, name: string, ...locations: string[]): Gateway => ({
  port,
  office: `US00${code}`,
  name,
  mode: 'air',
  serves: [],
  locations,
});
const road = (port: string, code: string, name: string, country: string, ...locations: string[]): Gateway => ({
  port,
  office: `US00${code}`,
  name,
  mode: 'road',
  serves: [country],
  locations,
});

/** Ports and their codes after Annex C of the US tariff schedule (Schedule D), the busiest first; the sheds are made up. */
const UNITED_STATES: Home = {
  country: 'US',
  currency: 'USD',
  gateways: [
    sea('USLAX', '2704', 'Los Angeles', 'Terminal Island West', 'Berth 302 examination station', 'Wilmington yard 4'),
    sea('USLGB', '2709', 'Long Beach', 'Pier G', 'Pier T examination station'),
    sea('USNYC', '1001', 'New York', 'Howland Hook shed 2', 'Red Hook terminal'),
    sea('USEWR', '4601', 'Newark', 'Port Street examination station', 'Marsh Street yard'),
    sea('USSAV', '1703', 'Savannah', 'Garden City berth 7', 'Ocean Terminal shed 1'),
    sea('USHOU', '5301', 'Houston', 'Barbours Cut', 'Bayport examination station'),
    sea('USSEA', '3001', 'Seattle', 'Terminal 18', 'Terminal 5'),
    sea('USORF', '1401', 'Norfolk', 'International Terminal North'),
    sea('USCHS', '1601', 'Charleston', 'Wando Welch yard B'),
    sea('USOAK', '2811', 'Oakland', 'Outer Harbor berth 30'),
    sea('USBAL', '1303', 'Baltimore', 'Seagirt yard 2'),
    air('USLAX', '2720', 'Los Angeles International Airport', 'Cargo building 8', 'Imperial Highway shed C'),
    air('USJFK', '4701', 'John F. Kennedy Airport', 'Cargo building 151', 'Building 77 examination station'),
    air('USORD', '3901', 'Chicago', 'Cargo South 2', 'Northeast cargo 5'),
    air('USMIA', '5206', 'Miami International Airport', 'Cargo Clearance Center 3'),
    air('USSFO', '2801', 'San Francisco International Airport', 'Cargo building 7'),
    road('USLRD', '2304', 'Laredo', 'MX', 'World Trade Bridge dock 12', 'Colombia Solidarity lot 3'),
    road('USOTM', '2506', 'Otay Mesa', 'MX', 'Otay Mesa compound C'),
    road('USDET', '3801', 'Detroit', 'CA', 'Fort Street cargo facility'),
    road('USBUF', '0901', 'Buffalo', 'CA', 'Peace Bridge warehouse'),
    air('USDFW', '5501', 'Dallas-Fort Worth', 'West cargo 3'),
  ],
  cities: [
    ['Los Angeles', 'CA', '90058'],
    ['Carson', 'CA', '90745'],
    ['Houston', 'TX', '77029'],
    ['Dallas', 'TX', '75247'],
    ['Edison', 'NJ', '08837'],
    ['Elizabeth', 'NJ', '07201'],
    ['Atlanta', 'GA', '30336'],
    ['Savannah', 'GA', '31408'],
    ['Chicago', 'IL', '60638'],
    ['Elgin', 'IL', '60123'],
    ['Seattle', 'WA', '98108'],
    ['Miami', 'FL', '33166'],
    ['Charlotte', 'NC', '28273'],
    ['Columbus', 'OH', '43228'],
    ['Memphis', 'TN', '38118'],
    ['Portland', 'OR', '97218'],
    ['San Jose', 'CA', '95131'],
    ['Austin', 'TX', '78744'],
    ['Detroit', 'MI', '48210'],
    ['Boston', 'MA', '02128'],
  ],
};

const HOMES = { US: UNITED_STATES } as const;
/** Countries whose tariff, ports and traders the generator knows. */
export type HomeCountry = keyof typeof HOMES;

export const homeOf = (country: HomeCountry): Home => HOMES[country];
