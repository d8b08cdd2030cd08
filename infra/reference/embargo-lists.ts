import type { EmbargoList } from '../../services/reference/kinds/embargoes/content.ts';

/** Codes of a list, as a text: "7206-7229" stands for every heading between. */
const codes = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s+/)
    .flatMap((entry) => {
      const [from, to] = entry.split('-');
      if (to === undefined) return [from!];
      const length = Number(to) - Number(from) + 1;
      return Array.from({ length }, (_, index) => String(Number(from) + index).padStart(from!.length, '0'));
    });

/** As far as the Union's and the United Kingdom's annexes can be said by whole headings; what they name more narrowly is `possible`. */
export const OWN_LISTS: readonly EmbargoList[] = [
  {
    id: 'un-kp-export',
    goods: 'metals, machinery, electrical equipment and vehicles (HS 72 to 89)',
    legalBasis: 'Security Council resolution 2397 (2017), paragraph 7',
    certainty: 'exact',
    prefixes: codes('72-76 78-89'),
  },
  {
    id: 'un-kp-oil',
    goods: 'crude oil and refined products above the yearly amounts, condensates and natural gas liquids',
    legalBasis: 'Security Council resolutions 2375 (2017), paragraphs 13 to 15, and 2397 (2017), paragraphs 4 and 5',
    certainty: 'possible',
    prefixes: codes('2709-2711'),
  },
  {
    id: 'un-luxury',
    goods: 'luxury goods',
    legalBasis: 'Security Council resolution 1718 (2006), paragraph 8, and its successors',
    certainty: 'possible',
    prefixes: codes(
      '2203-2208 2402 3303 3304 4202 4203 4303 57 5007 6214 6911 6913 7013 7101-7104 7113-7118 9003 9006 9101-9103 9111 92 9504 9506 97',
    ),
  },
  {
    id: 'un-kp-import',
    goods: 'coal, ores, metals, seafood, textiles, food, machinery, stone, wood and vessels of North Korea',
    legalBasis:
      'Security Council resolutions 2270 (2016), 2321 (2016), 2371 (2017), 2375 (2017) and 2397 (2017), paragraph 6',
    certainty: 'exact',
    prefixes: codes(
      '03 1604 1605 07 08 12 25 2601 2603 2604 2607 2608 2612 2614 2615 2616 2701-2704 44 50-63 7106 7108 7110 72 7401-7404 7501-7503 7801 7804 7901 8105 8108 84 85 89',
    ),
  },
  {
    id: 'high-priority',
    goods: 'common high priority items',
    legalBasis:
      'common high priority list of the EU, Japan, the United Kingdom and the United States; Regulation (EU) 833/2014, annex XL',
    certainty: 'exact',
    prefixes: [],
  },
  {
    id: 'arms',
    goods: 'arms, their parts and ammunition',
    legalBasis: 'HS 93 and 87.10',
    certainty: 'exact',
    prefixes: codes('8710 93'),
  },
  {
    id: 'aviation',
    goods: 'aircraft, drones, spacecraft and their parts',
    legalBasis: 'Regulation (EU) 833/2014, article 3c and annex XI; SI 2019/855, part 5 (aviation and space goods)',
    certainty: 'exact',
    prefixes: codes('8801-8807'),
  },
  {
    id: 'firearms',
    goods: 'arms, their parts and ammunition',
    legalBasis:
      'Decision 2014/512/CFSP, article 2; Regulation (EU) 833/2014, article 2aa; SI 2019/855, part 5 (military goods)',
    certainty: 'exact',
    prefixes: codes('8710 93'),
  },
  {
    id: 'eu-gb-luxury',
    goods: 'luxury goods above a price, vehicles above a price or engine size among them',
    legalBasis: 'Regulation (EU) 833/2014, article 3h and annex XVIII; SI 2019/855, schedule 3A',
    certainty: 'possible',
    prefixes: codes(
      '2203-2208 2402 3303-3305 4202 4203 4303 57 6911 7013 7101-7104 7113-7118 8703 8711 8903 9101-9103 92 97',
    ),
    floors: {
      currency: 'EUR',
      prices: Object.fromEntries(
        [...codes('2203-2208 2402 3303-3305 4202 4203 4303 57 6911 7013 7101-7104 7113-7118 9101-9103 92 97')].map(
          (prefix) => [prefix, 250],
        ),
      ),
    },
  },
  {
    id: 'iron-steel',
    goods: 'iron and steel, and articles of them',
    legalBasis:
      'Regulation (EU) 833/2014, article 3g and annex XVII; SI 2019/855, schedule 3B; Regulation (EC) 765/2006, article 1q',
    certainty: 'exact',
    prefixes: codes('7205-7229 7301-7326'),
  },
  {
    id: 'oil',
    goods: 'crude oil and petroleum products',
    legalBasis: 'Regulation (EU) 833/2014, article 3m and annex XXV; SI 2019/855, part 5 (oil and oil products)',
    certainty: 'exact',
    prefixes: codes('2709 2710'),
  },
  {
    id: 'coal',
    goods: 'coal, lignite, peat and coke',
    legalBasis: 'Regulation (EU) 833/2014, article 3j and annex XXII; SI 2019/855, part 5 (coal and coal products)',
    certainty: 'exact',
    prefixes: codes('2701-2704'),
  },
  {
    id: 'gas',
    goods: 'liquefied petroleum and natural gas',
    legalBasis: 'Regulation (EU) 833/2014, articles 3ra and 3i; SI 2019/855, part 5 (liquefied natural gas)',
    certainty: 'possible',
    prefixes: codes('271111 271112 271113 271114 271119'),
  },
  {
    id: 'gold-diamonds',
    goods: 'gold, gold jewellery and diamonds',
    legalBasis: 'Regulation (EU) 833/2014, articles 3o and 3p and annexes XXVI and XXXVIIIA; SI 2019/855, part 5',
    certainty: 'exact',
    prefixes: codes('7108 7102'),
  },
  {
    id: 'eu-revenue',
    goods:
      'goods that bring in revenue: crustaceans, caviar, spirits, wood, cement, fertiliser, tyres, paper, glass, aluminium and others',
    legalBasis: 'Regulation (EU) 833/2014, article 3i and annex XXI',
    certainty: 'exact',
    prefixes: codes('0306 160431 160432 2208 2523 310420 4011 44 4705 4804 7005 7019 7601'),
  },
  {
    id: 'eu-revenue-more',
    goods: 'other goods that bring in revenue',
    legalBasis: 'Regulation (EU) 833/2014, article 3i and annex XXI',
    certainty: 'possible',
    prefixes: codes(
      '2303 2804 2814 2901-2909 3102-3105 3901-3904 4002 4810 4811 6810 7007 7010 7106 7113 7604-7610 8105 8407-8412 8703 8708 9403',
    ),
  },
  {
    id: 'gb-revenue',
    goods: 'wood, caviar, cement, tyres, silver, metals and others',
    legalBasis: 'SI 2019/855, part 5 and schedule 3DA (revenue generating goods), as amended by SI 2023/1364 (metals)',
    certainty: 'possible',
    prefixes: codes('160431 160432 2523 4011 44 4804 7005 7106 7113 7114 74 75 76 78 79 80 81'),
  },
  {
    id: 'by-import',
    goods: 'wood, cement, potash, rubber, iron and steel, petroleum products and gold of Belarus',
    legalBasis:
      'Regulation (EC) 765/2006, articles 1h, 1i, 1o to 1s and 1ra to 1rc; Republic of Belarus (Sanctions) (EU Exit) Regulations 2019 (SI 2019/600), part 5',
    certainty: 'exact',
    prefixes: codes('44 2523 310420 310520 310560 310590 4011 7205-7229 7301-7326 2710 7108 2701-2704 2709'),
  },
  {
    id: 'us-ru-import',
    goods: 'seafood, spirits and other alcoholic drinks, diamonds, gold, oil, gas and coal of Russia',
    legalBasis: 'Executive Orders 14066 and 14068 and the determinations under them; 31 CFR 587',
    certainty: 'exact',
    prefixes: codes('0301-0308 1604 1605 2203-2208 2701-2704 2709-2711 7102 7108'),
  },
  {
    id: 'us-ru-metals',
    goods: 'aluminium, copper and nickel of Russia produced since 13 April 2024',
    legalBasis: 'Determination under section 1(a)(i)(D) of Executive Order 14068 of 12 April 2024',
    certainty: 'possible',
    prefixes: codes('7601 7402 7403 7502'),
  },
  {
    id: 'ir-unmanned',
    goods: 'engines, batteries, electronics and navigation that are used in unmanned aircraft and missiles',
    legalBasis:
      'Regulation (EU) 2023/1529, annex II; Iran (Sanctions) Regulations 2023 (SI 2023/1314), part 5; 15 CFR 746, supplement 7',
    certainty: 'possible',
    prefixes: codes(
      '8407 840890 840910 8411 8412 8501 8504 8507 8517 8525 8526 8529 8532 8534 8536 8541-8543 8548 8801-8807 9013 9014 9026 9030 9032',
    ),
  },
  {
    id: 'ir-nuclear-energy',
    goods: 'goods for nuclear and missile work, oil and gas equipment, graphite and metals',
    legalBasis:
      'Regulation (EU) 267/2012, annexes I to III, VI, VIIA and VIIB; Iran (Sanctions) (Nuclear) (EU Exit) Regulations 2019 (SI 2019/461)',
    certainty: 'possible',
    prefixes: codes(
      '2612 2804 2805 2825 2826 2844 2845 3801 6815 7202 7218-7229 7304-7306 7502-7508 7601-7608 8101-8113 8401 8402 8404 8413 8414 8417 8419 8421 8430 8431 8456-8466 8479 8481 9022 9027 9031',
    ),
  },
  {
    id: 'sy-precursors',
    goods: 'chemicals that serve to make chemical weapons, and equipment to watch telecommunication',
    legalBasis:
      'Regulation (EU) 36/2012, annexes Ia, V and IX; Syria (Sanctions) (EU Exit) Regulations 2019 (SI 2019/792), part 5',
    certainty: 'possible',
    prefixes: codes(
      '290129 290312 290511 290512 290513 291411 2811-2814 2826 2837 2853 2903 2905 2920-2922 293100 2931 3824',
    ),
    exceptPrefixes: codes('290544 290545'),
  },
  {
    id: 'occupied-infrastructure',
    goods: 'goods for transport, telecommunications, energy and the exploration of oil, gas and minerals',
    legalBasis: 'Regulation (EU) 692/2014, annex II; Regulation (EU) 2022/263, annex II; SI 2019/855, part 5',
    certainty: 'exact',
    prefixes: codes('25-29 3824 3917 68 72-76 78-81 8207 83-90'),
  },
  {
    id: 'cultural',
    goods: 'antiques and cultural property',
    legalBasis: 'Security Council resolutions 1483 (2003) and 2199 (2015); Regulations (EC) 1210/2003 and (EU) 36/2012',
    certainty: 'possible',
    prefixes: codes('9701-9703 9705 9706'),
  },
  {
    id: 'charcoal',
    goods: 'charcoal',
    legalBasis: 'Security Council resolution 2036 (2012), paragraph 22',
    certainty: 'exact',
    prefixes: codes('4402'),
  },
  {
    id: 'steel-worked',
    goods: 'steel made of Russian slabs and other iron or steel inputs',
    legalBasis:
      'Regulation (EU) 833/2014, article 3g(1)(d); SI 2019/855, part 5 (iron and steel processed in third countries)',
    certainty: 'exact',
    prefixes: codes('7206-7217 7218-7229 7301-7306'),
  },
  {
    id: 'birch-plywood',
    goods: 'birch plywood',
    legalBasis:
      'Regulation (EU) 2021/1930, extended to Kazakhstan and Türkiye by Implementing Regulation (EU) 2024/1287',
    certainty: 'exact',
    prefixes: codes('441233'),
  },
  {
    id: 'diamonds-worked',
    goods: 'diamonds of Russian mines worked elsewhere',
    legalBasis:
      'Regulation (EU) 833/2014, article 3p; SI 2023/1364; determination under Executive Order 14068 of 8 February 2024',
    certainty: 'exact',
    prefixes: codes('710210 710231 710239'),
  },
  {
    id: 'gold-worked',
    goods: 'gold that is partly Russian, worked elsewhere',
    legalBasis: 'Regulation (EU) 833/2014, article 3o(2); SI 2019/855, part 5',
    certainty: 'exact',
    prefixes: codes('7108'),
  },
  {
    id: 'seafood-worked',
    goods: 'salmon, cod, pollock and crab of Russian waters worked elsewhere',
    legalBasis:
      'Determination under section 1(a)(i)(B) of Executive Order 14068, as amended by Executive Order 14114, of 22 December 2023',
    certainty: 'exact',
    prefixes: codes(
      '030213 030251 030255 030311 030312 030363 030367 030441 030444 030471 030475 030481 030494 030495 030614 030633 160411 160510',
    ),
  },
  {
    id: 'oil-worked',
    goods: 'petroleum products refined of Russian crude oil',
    legalBasis: 'Regulation (EU) 833/2014, article 3ma (Regulation (EU) 2025/1494)',
    certainty: 'exact',
    prefixes: codes('2710'),
  },
  {
    id: 'us-xinjiang',
    goods: 'cotton, tomatoes, polysilicon and what is made of them',
    legalBasis: 'priority sectors of the strategy under the Uyghur Forced Labor Prevention Act (Pub. L. 117-78)',
    certainty: 'exact',
    prefixes: codes('0702 2002 2005 280461 50-63 8541 3904 76'),
  },
];
