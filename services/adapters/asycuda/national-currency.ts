/** Currencies (ISO 4217) of countries that run ASYCUDA World (UNCTAD's list of user countries), by ISO 3166-1 alpha-2. */
const CURRENCY: Readonly<Record<string, string>> = {
  AF: 'AFN', AG: 'XCD', AI: 'XCD', AL: 'ALL', AO: 'AOA', AW: 'AWG', BA: 'BAM', BB: 'BBD', BD: 'BDT', BF: 'XOF', BI: 'BIF', BJ: 'XOF', BO: 'BOB', BS: 'BSD', BT: 'BTN', BW: 'BWP', BZ: 'BZD',
  CD: 'CDF', CF: 'XAF', CG: 'XAF', CI: 'XOF', CM: 'XAF', CR: 'CRC', CV: 'CVE', CW: 'XCG', DJ: 'DJF', DM: 'XCD', ER: 'ERN', ET: 'ETB', FJ: 'FJD', GA: 'XAF', GD: 'XCD', GE: 'GEL', GI: 'GIP', GM: 'GMD',
  GN: 'GNF', GQ: 'XAF', GT: 'GTQ', GW: 'XOF', GY: 'GYD', HN: 'HNL', HT: 'HTG', IQ: 'IQD', JM: 'JMD', JO: 'JOD', KG: 'KGS', KH: 'KHR', KI: 'AUD', KM: 'KMF', KN: 'XCD', KZ: 'KZT', LA: 'LAK', LB: 'LBP',
  LC: 'XCD', LK: 'LKR', LR: 'LRD', LS: 'LSL', LY: 'LYD', MD: 'MDL', ME: 'EUR', MG: 'MGA', MK: 'MKD', ML: 'XOF', MR: 'MRU', MS: 'XCD', MV: 'MVR', MW: 'MWK', MZ: 'MZN', NA: 'NAD', NC: 'XPF', NE: 'XOF',
  NI: 'NIO', NP: 'NPR', NR: 'AUD', PF: 'XPF', PG: 'PGK', PR: 'USD', PS: 'ILS', RS: 'RSD', RW: 'RWF', SB: 'SBD', SC: 'SCR', SD: 'SDG', SL: 'SLE', SN: 'XOF', SR: 'SRD', SS: 'SSP', ST: 'STN', SV: 'USD',
  SX: 'XCG', SY: 'SYP', SZ: 'SZL', TC: 'USD', TD: 'XAF', TG: 'XOF', TJ: 'TJS', TL: 'USD', TM: 'TMT', TN: 'TND', TO: 'TOP', TT: 'TTD', TV: 'AUD', TZ: 'TZS', UG: 'UGX', UZ: 'UZS', VC: 'XCD', VE: 'VES',
  VG: 'USD', VU: 'VUV', WF: 'XPF', WS: 'WST', XK: 'EUR', YE: 'YER', ZA: 'ZAR', ZM: 'ZMW', ZW: 'ZWG',
};

/** Undefined for a country that is not known to run the system. */
export const nationalCurrency = (country: string | undefined): string | undefined => CURRENCY[(country ?? '').toUpperCase()];
