import type { EmbargoedPlace, EmbargoMeasure } from '../../services/reference/kinds/embargoes/content.ts';
import { knownDay } from '../../services/risk/declaration/day.ts';

const FOOD = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '21',
];
const FOOD_AND_MEDICINE = { prefixes: [...FOOD, '30'], what: 'food and medicine' };
const PRINTED_AND_ART = { prefixes: ['49', '9701', '9702', '9703'], what: 'information and works of art' };

const place = (country: string, name: string, words: readonly string[]): EmbargoedPlace => ({ country, name, words });

const NORTH_KOREA = place('KP', 'North Korea', ['north korea', 'north korean', 'dprk', 'pyongyang', 'coree du nord']);
const RUSSIA = place('RU', 'Russia', [
  'russia',
  'russian',
  'russie',
  'russland',
  'rusia',
  'rusya',
  'россия',
  'российский',
]);
const BELARUS = place('BY', 'Belarus', ['belarus', 'belarusian', 'belarussian', 'беларусь']);
const IRAN = place('IR', 'Iran', ['iran', 'iranian']);
const SYRIA = place('SY', 'Syria', ['syria', 'syrian']);
/** Chains, collars and heels are called Cuban everywhere. */
const CUBA = place('CU', 'Cuba', ['cuba', 'habanos']);
const CRIMEA_WITHIN = {
  names: [
    ...['crimea', 'krym', 'krim', 'sevastopol', 'simferopol', 'yalta', 'kerch', 'feodosia', 'feodosiya', 'theodosia'],
    ...[
      'yevpatoria',
      'evpatoria',
      'yevpatoriya',
      'dzhankoy',
      'dzhankoi',
      'alushta',
      'bakhchisaray',
      'armyansk',
      'sudak',
      'saki',
    ],
    ...['крым', 'крим', 'севастополь', 'симферополь', 'керчь', 'ялта'],
  ],
  postcodes: ['95', '96', '97', '98', '99', '295', '296', '297', '298', '299'],
  locations: ['UASVP', 'UASIP', 'UAKEH', 'UAFEO', 'UAYAL', 'UAEUP'],
};
const DONBAS_WITHIN = {
  names: [
    ...[
      'donetsk',
      'doneck',
      'makiivka',
      'makeevka',
      'horlivka',
      'gorlovka',
      'mariupol',
      'yenakiieve',
      'enakievo',
      'torez',
      'dnr',
    ],
    ...[
      'luhansk',
      'lugansk',
      'alchevsk',
      'sievierodonetsk',
      'severodonetsk',
      'lysychansk',
      'stakhanov',
      'antratsyt',
      'lnr',
    ],
    ...['донецк', 'мариуполь', 'луганск', 'макеевка', 'горловка'],
  ],
  postcodes: ['83', '86', '91', '92', '94', '283', '284', '285', '286', '287', '291', '292', '293', '294'],
  locations: ['UAMPW', 'UADOK', 'UAVSG'],
};
const SOUTH_WITHIN = {
  names: [
    'melitopol',
    'berdiansk',
    'berdyansk',
    'enerhodar',
    'energodar',
    'tokmak',
    'henichesk',
    'genichesk',
    'nova kakhovka',
    'skadovsk',
    'мелитополь',
    'бердянск',
  ],
  postcodes: ['272', '273', '274', '275'],
  locations: ['UAERD'],
};
const inUkraine = (
  country: string,
  name: string,
  within: NonNullable<EmbargoedPlace['within']>,
  words: readonly string[],
) => ({
  country,
  name,
  within,
  words,
});
/** Post reaches the occupied regions by Russian postcodes and as places in Russia, too. */
const OCCUPIED = ['UA', 'RU'].flatMap((country) => [
  inUkraine(country, 'Crimea and Sevastopol', CRIMEA_WITHIN, country === 'UA' ? ['crimea', 'crimean'] : []),
  inUkraine(country, 'Donetsk and Luhansk', DONBAS_WITHIN, country === 'UA' ? ['donbas', 'donbass'] : []),
]);
const OCCUPIED_SOUTH = ['UA', 'RU'].map((country) =>
  inUkraine(country, 'occupied parts of Kherson and Zaporizhzhia', SOUTH_WITHIN, []),
);
const XINJIANG: EmbargoedPlace = {
  country: 'CN',
  name: 'Xinjiang',
  within: {
    names: [
      'xinjiang',
      'sinkiang',
      'cn xj',
      'urumqi',
      'kashgar',
      'kashi',
      'aksu',
      'korla',
      'hotan',
      'shihezi',
      'karamay',
      'turpan',
      'yining',
      'changji',
      '新疆',
    ],
    postcodes: ['83', '84'],
    locations: ['CNURC', 'CNKHG'],
  },
  words: ['xinjiang', 'sinkiang', 'uyghur', 'uighur'],
};

type Said = Omit<EmbargoMeasure, 'validFrom' | 'state'> & {
  readonly from: string;
  readonly until?: string;
  readonly state?: string;
};

const measure = ({ from, until, state = 'in force', ...said }: Said): EmbargoMeasure => ({
  ...said,
  state,
  validFrom: knownDay(from),
  ...(until !== undefined && { validTo: knownDay(until) }),
});

const UK_RUSSIA = 'Russia (Sanctions) (EU Exit) Regulations 2019 (SI 2019/855), part 5';
const UK_BELARUS = 'Republic of Belarus (Sanctions) (EU Exit) Regulations 2019 (SI 2019/600), part 5';
const UK_EXIT = '2020-12-31';
const WORKED_STEEL = ['TR', 'IN', 'AE', 'EG', 'KZ', 'UZ', 'AZ', 'GE', 'AM', 'RS', 'VN'];
const WORKED_DIAMONDS = ['IN', 'AE', 'IL', 'HK', 'CN', 'AM', 'TH', 'LK', 'TR', 'KG'];
const WORKED_GOLD = ['AE', 'TR', 'HK', 'KZ', 'UZ', 'AM', 'KG'];
const WORKED_PLYWOOD = ['KZ', 'TR', 'GE', 'KG', 'UZ', 'AM', 'CN'];
const WORKED_SEAFOOD = ['CN', 'KR', 'TH', 'VN', 'ID'];

const NORTH_KOREAN: readonly EmbargoMeasure[] = [
  measure({
    id: 'kp-un-export',
    law: 'UN',
    legalBasis: 'Security Council resolutions on North Korea',
    place: NORTH_KOREA,
    ways: ['export', 'transit'],
    goods: ['un-kp-export', 'un-kp-oil', 'un-luxury', 'firearms'],
    from: '2017-12-22',
  }),
  measure({
    id: 'kp-un-import',
    law: 'UN',
    legalBasis: 'Security Council resolutions on North Korea',
    place: NORTH_KOREA,
    ways: ['import'],
    goods: ['un-kp-import'],
    from: '2017-12-22',
  }),
  ...(
    [
      ['GB', 'Democratic People’s Republic of Korea (Sanctions) (EU Exit) Regulations 2019 (SI 2019/411)', UK_EXIT],
      ['EU', 'Regulation (EU) 2017/1509', '2017-08-31'],
    ] as const
  ).map(([law, legalBasis, from]) =>
    measure({
      id: `kp-${law.toLowerCase()}`,
      ...{ law, legalBasis, from },
      place: NORTH_KOREA,
      ways: ['export', 'import', 'transit'],
      goods: 'all',
      certainty: 'possible',
      exempt: FOOD_AND_MEDICINE,
    }),
  ),
  measure({
    id: 'kp-us-export',
    law: 'US',
    legalBasis: '15 CFR 746.4; 31 CFR 510',
    place: NORTH_KOREA,
    ways: ['export', 'transit'],
    goods: 'all',
    exempt: FOOD_AND_MEDICINE,
    from: '2008-06-27',
  }),
  measure({
    id: 'kp-us-import',
    law: 'US',
    legalBasis: 'Executive Order 13570; 31 CFR 510',
    place: NORTH_KOREA,
    ways: ['import'],
    goods: 'all',
    exempt: PRINTED_AND_ART,
    from: '2011-04-19',
  }),
];

const RUSSIAN: readonly EmbargoMeasure[] = [
  ...(
    [
      ['GB', UK_RUSSIA, '2022-03-01'],
      ['EU', 'Regulation (EU) 833/2014', '2022-02-26'],
    ] as const
  ).flatMap(([law, legalBasis, from]) => [
    measure({
      id: `ru-${law.toLowerCase()}-export`,
      ...{ law, legalBasis, from },
      place: RUSSIA,
      ways: ['export'],
      goods: ['high-priority', 'aviation', 'firearms', 'eu-gb-luxury'],
    }),
    measure({
      id: `ru-${law.toLowerCase()}-transit`,
      law,
      legalBasis: law === 'EU' ? 'Regulation (EU) 833/2014, articles 2(1a), 2a(1a), 2aa(1a), 3c(1a)' : UK_RUSSIA,
      from: '2023-02-26',
      place: RUSSIA,
      ways: ['transit'],
      goods: ['high-priority', 'aviation', 'firearms'],
    }),
    measure({
      id: `ru-${law.toLowerCase()}-import`,
      ...{ law, legalBasis, from },
      place: RUSSIA,
      ways: ['import'],
      goods: [
        ...['iron-steel', 'oil', 'coal', 'gas', 'gold-diamonds'],
        ...(law === 'EU' ? ['eu-revenue', 'eu-revenue-more'] : ['gb-revenue']),
      ],
    }),
    ...(
      [
        ['steel', 'steel-worked', WORKED_STEEL, ['Y824'], '2023-09-30'],
        ['plywood', 'birch-plywood', WORKED_PLYWOOD, [], '2024-05-15'],
        ['diamonds', 'diamonds-worked', WORKED_DIAMONDS, [], '2024-09-01'],
        ['gold', 'gold-worked', WORKED_GOLD, [], '2022-07-22'],
      ] as const
    ).map(([what, list, workedIn, waiverCodes, since]) =>
      measure({
        id: `ru-${law.toLowerCase()}-${what}-worked`,
        ...{ law, legalBasis, workedIn, waiverCodes, from: since },
        place: RUSSIA,
        ways: ['input'],
        goods: [list],
      }),
    ),
  ]),
  measure({
    id: 'ru-eu-oil-worked',
    law: 'EU',
    legalBasis: 'Regulation (EU) 833/2014',
    place: RUSSIA,
    ways: ['input'],
    goods: ['oil-worked'],
    workedIn: ['IN', 'TR', 'CN', 'AE', 'KZ', 'AZ'],
    from: '2026-01-21',
  }),
  measure({
    id: 'ru-us-export',
    law: 'US',
    legalBasis: '15 CFR 746.5, 746.8 and 746.10',
    place: RUSSIA,
    ways: ['export'],
    goods: ['us-unmanned', 'us-industry', 'us-luxury', 'us-oil-gas', 'firearms'],
    from: '2022-03-03',
  }),
  measure({
    id: 'ru-us-import',
    law: 'US',
    legalBasis: 'Russian Harmful Foreign Activities Sanctions',
    place: RUSSIA,
    ways: ['import'],
    goods: ['us-ru-import', 'us-ru-metals'],
    from: '2022-03-11',
  }),
  ...(
    [
      ['seafood', 'seafood-worked', WORKED_SEAFOOD, '2023-12-22'],
      ['diamonds', 'diamonds-worked', WORKED_DIAMONDS, '2024-03-01'],
    ] as const
  ).map(([what, list, workedIn, from]) =>
    measure({
      id: `ru-us-${what}-worked`,
      law: 'US',
      legalBasis: '31 CFR 587',
      ...{ workedIn, from },
      place: RUSSIA,
      ways: ['input'],
      goods: [list],
    }),
  ),
];

const BELARUSIAN: readonly EmbargoMeasure[] = [
  ...(
    [
      ['GB', UK_BELARUS, '2022-07-05'],
      ['EU', 'Regulation (EC) 765/2006', '2022-03-03'],
    ] as const
  ).flatMap(([law, legalBasis, from]) => [
    measure({
      id: `by-${law.toLowerCase()}-export`,
      ...{ law, legalBasis, from },
      place: BELARUS,
      ways: ['export'],
      goods: ['high-priority', 'firearms', 'aviation', 'eu-gb-luxury'],
    }),
    measure({
      id: `by-${law.toLowerCase()}-transit`,
      ...{ law, legalBasis, from: '2024-07-01' },
      place: BELARUS,
      ways: ['transit'],
      goods: ['high-priority', 'aviation', 'firearms'],
    }),
    measure({
      id: `by-${law.toLowerCase()}-import`,
      ...{ law, legalBasis, from },
      place: BELARUS,
      ways: ['import'],
      goods: ['by-import'],
    }),
  ]),
  measure({
    id: 'by-us-export',
    law: 'US',
    legalBasis: '15 CFR 746.5, 746.8 and 746.10',
    place: BELARUS,
    ways: ['export'],
    goods: ['us-unmanned', 'us-industry', 'us-luxury', 'us-oil-gas', 'firearms'],
    from: '2022-03-03',
  }),
];

const IRANIAN: readonly EmbargoMeasure[] = [
  measure({
    id: 'ir-us-export',
    law: 'US',
    legalBasis: '31 CFR 560.204; 15 CFR 746.7',
    place: IRAN,
    ways: ['export', 'transit'],
    goods: 'all',
    exempt: FOOD_AND_MEDICINE,
    from: '1995-05-07',
  }),
  measure({
    id: 'ir-us-import',
    law: 'US',
    legalBasis: '31 CFR 560.201',
    place: IRAN,
    ways: ['import'],
    goods: 'all',
    exempt: PRINTED_AND_ART,
    from: '1995-05-07',
  }),
  measure({
    id: 'ir-us-listed',
    law: 'US',
    legalBasis: '15 CFR 746.7',
    place: IRAN,
    ways: ['export'],
    goods: ['us-unmanned'],
    from: '2023-02-24',
  }),
  ...(
    [
      ['GB', 'Iran (Sanctions) Regulations 2023 (SI 2023/1314) and SI 2019/461', '2023-12-14'],
      ['EU', 'Regulations (EU) 2023/1529 and (EU) 267/2012', '2023-07-27'],
    ] as const
  ).map(([law, legalBasis, from]) =>
    measure({
      id: `ir-${law.toLowerCase()}-export`,
      ...{ law, legalBasis, from },
      place: IRAN,
      ways: ['export', 'transit'],
      goods: ['firearms', 'ir-unmanned', 'ir-nuclear-energy'],
      state:
        'in force; measures of resolutions 1737 to 1929 apply again since 28 September 2025 (resolution 2231, paragraph 12)',
    }),
  ),
  measure({
    id: 'ir-eu-import',
    law: 'EU',
    legalBasis: 'Regulation (EU) 267/2012, articles 11 to 14',
    place: IRAN,
    ways: ['import'],
    goods: ['oil'],
    from: '2025-09-30',
    state: 'in force again since the measures of 2015 ended',
  }),
];

const SYRIAN: readonly EmbargoMeasure[] = [
  ...(
    [
      ['GB', 'Syria (Sanctions) (EU Exit) Regulations 2019 (SI 2019/792)', UK_EXIT],
      ['EU', 'Regulation (EU) 36/2012', '2012-01-19'],
    ] as const
  ).map(([law, legalBasis, from]) =>
    measure({
      id: `sy-${law.toLowerCase()}-export`,
      ...{ law, legalBasis, from },
      place: SYRIA,
      ways: ['export', 'transit'],
      goods: ['firearms', 'sy-precursors'],
      state: 'in force for arms, precursors and surveillance; economic measures ended in 2025',
    }),
  ),
  measure({
    id: 'sy-us-export',
    law: 'US',
    legalBasis: '15 CFR 746.9',
    place: SYRIA,
    ways: ['export', 'transit'],
    goods: 'all',
    exempt: FOOD_AND_MEDICINE,
    from: '2004-05-14',
    until: '2025-09-01',
    state: 'eased since 2 September 2025',
  }),
  measure({
    id: 'sy-us-export-eased',
    law: 'US',
    legalBasis: '15 CFR 746.9; License Exception SPP, 15 CFR 740.5',
    place: SYRIA,
    ways: ['export', 'transit'],
    goods: 'all',
    certainty: 'possible',
    exempt: FOOD_AND_MEDICINE,
    from: '2025-09-02',
    state: 'in force; goods without a control entry may go under License Exception SPP',
  }),
];

const CUBAN: readonly EmbargoMeasure[] = [
  measure({
    id: 'cu-us-export',
    law: 'US',
    legalBasis: '15 CFR 746.2; 31 CFR 515',
    place: CUBA,
    ways: ['export', 'transit'],
    goods: 'all',
    exempt: FOOD_AND_MEDICINE,
    from: '1963-07-08',
  }),
  measure({
    id: 'cu-us-import',
    law: 'US',
    legalBasis: '31 CFR 515.204',
    place: CUBA,
    ways: ['import'],
    goods: 'all',
    exempt: PRINTED_AND_ART,
    from: '1963-07-08',
  }),
];

const OCCUPIED_REGIONS: readonly EmbargoMeasure[] = [...OCCUPIED, ...OCCUPIED_SOUTH].flatMap((region, index) => {
  const [at, isCrimea] = [`occupied-${index + 1}`, region.name.startsWith('Crimea')];
  const from = isCrimea ? '2014-12-20' : region.name.startsWith('Donetsk') ? '2022-02-23' : '2022-10-06';
  return [
    ...(['GB', 'EU'] as const).flatMap((law) => {
      const legalBasis = law === 'GB' ? UK_RUSSIA : `Regulation (EU) ${isCrimea ? '692/2014' : '2022/263'}`;
      return [
        measure({
          id: `${at}-${law.toLowerCase()}-export`,
          ...{ law, legalBasis, from },
          place: region,
          ways: ['export', 'transit'],
          goods: ['occupied-infrastructure', 'high-priority', 'firearms', 'eu-gb-luxury'],
        }),
        measure({
          id: `${at}-${law.toLowerCase()}-import`,
          ...{ law, legalBasis, from },
          place: region,
          ways: ['import'],
          goods: 'all',
          state: 'in force, but for goods with a certificate of origin of the government of Ukraine',
        }),
      ];
    }),
    ...(OCCUPIED_SOUTH.includes(region)
      ? []
      : [
          measure({
            id: `${at}-us`,
            law: 'US',
            legalBasis: `Executive Order ${isCrimea ? '13685' : '14065'}; 31 CFR 589; 15 CFR 746.6`,
            from,
            place: region,
            ways: ['export', 'import', 'transit'],
            goods: 'all',
            exempt: FOOD_AND_MEDICINE,
          }),
        ]),
  ];
});

/** Arms embargoes beside those above, by place: the first name is the place's, the second the law that began it. */
const ARMS: readonly (readonly [country: string, name: string, legalBasis: string, law: string, from: string])[] = [
  [
    'AF',
    'Afghanistan',
    'Security Council resolution 2255 (2015), the Taliban and those associated',
    'UN',
    '2011-06-17',
  ],
  ['CD', 'the Democratic Republic of the Congo', 'Security Council resolution 1807 (2008)', 'UN', '2008-03-31'],
  [
    'CF',
    'the Central African Republic',
    'Security Council resolutions 2127 (2013) and 2745 (2024)',
    'UN',
    '2013-12-05',
  ],
  ['HT', 'Haiti', 'Security Council resolution 2653 (2022)', 'UN', '2022-10-21'],
  ['IQ', 'Iraq', 'Security Council resolutions 661 (1990) and 1546 (2004)', 'UN', '1990-08-06'],
  ['LB', 'Lebanon', 'Security Council resolution 1701 (2006)', 'UN', '2006-08-11'],
  ['LY', 'Libya', 'Security Council resolution 1970 (2011)', 'UN', '2011-02-26'],
  ['SD', 'Sudan', 'Security Council resolutions 1556 (2004) and 1591 (2005)', 'UN', '2004-07-30'],
  ['SO', 'Somalia', 'Security Council resolutions 733 (1992) and 2713 (2023)', 'UN', '1992-01-23'],
  ['SS', 'South Sudan', 'Security Council resolution 2428 (2018)', 'UN', '2018-07-13'],
  ['YE', 'Yemen', 'Security Council resolution 2216 (2015)', 'UN', '2015-04-14'],
  ['MM', 'Myanmar', 'Council Decision 2013/184/CFSP; Regulation (EU) 401/2013', 'EU', '2013-04-23'],
  ['MM', 'Myanmar', 'Myanmar (Sanctions) Regulations 2021 (SI 2021/496)', 'GB', '2021-04-29'],
  ['VE', 'Venezuela', 'Council Decision (CFSP) 2017/2074', 'EU', '2017-11-14'],
  ['VE', 'Venezuela', 'Venezuela (Sanctions) (EU Exit) Regulations 2019 (SI 2019/135)', 'GB', UK_EXIT],
  ['ZW', 'Zimbabwe', 'Council Decision 2011/101/CFSP', 'EU', '2011-02-16'],
];

const ARMS_EMBARGOES: readonly EmbargoMeasure[] = ARMS.map(([country, name, legalBasis, law, from]) =>
  measure({
    id: `${country.toLowerCase()}-${law.toLowerCase()}-arms`,
    ...{ law, legalBasis, from },
    place: place(country, name, []),
    ways: ['export'],
    goods: ['arms'],
    state: 'in force; the law exempts some recipients, such as governments and missions',
  }),
);

const OTHERS: readonly EmbargoMeasure[] = [
  measure({
    id: 'so-charcoal',
    law: 'UN',
    legalBasis: 'Security Council resolutions on Somalia',
    place: place('SO', 'Somalia', ['somalia', 'somali']),
    ways: ['import'],
    goods: ['charcoal'],
    from: '2012-02-22',
  }),
  ...[place('IQ', 'Iraq', ['iraq', 'iraqi', 'mesopotamian']), SYRIA].map((from) =>
    measure({
      id: `${from.country.toLowerCase()}-cultural`,
      law: 'UN',
      legalBasis: 'Security Council resolutions on the cultural property of Iraq and Syria',
      place: from,
      ways: ['import'],
      goods: ['cultural'],
      from: '2015-02-12',
    }),
  ),
  measure({
    id: 'xinjiang-us',
    law: 'US',
    legalBasis: '19 USC 1307; Uyghur Forced Labor Prevention Act (Pub. L. 117-78), section 3',
    place: XINJIANG,
    ways: ['import'],
    goods: 'all',
    certainty: 'possible',
    from: '2022-06-21',
    state: 'in force: a presumption that the importer may rebut',
  }),
];

/** What laws forbid or ask about goods because of a place; as of the day stated in the snapshot. */
export const EMBARGO_MEASURES: readonly EmbargoMeasure[] = [
  ...NORTH_KOREAN,
  ...RUSSIAN,
  ...BELARUSIAN,
  ...IRANIAN,
  ...SYRIAN,
  ...CUBAN,
  ...OCCUPIED_REGIONS,
  ...ARMS_EMBARGOES,
  ...OTHERS,
];
