import type { Country } from './country.ts';

/** The countries that the catalogue's goods come from and go to. Ports by UN/LOCODE; land-locked countries ship by a neighbour's. */
export const COUNTRIES: readonly Country[] = [
  { code: 'AE', currencies: ['USD', 'AED'], sea: ['AEJEA', 'AEAUH'], air: ['AEDXB', 'AEAUH'], cities: ['Dubai', 'Abu Dhabi', 'Sharjah'], by: ['NL', 'ES'], agreement: 'none' },
  { code: 'AR', currencies: ['USD'], sea: ['ARBUE'], air: ['AREZE'], cities: ['Buenos Aires', 'Cordoba'], by: ['BR'], agreement: 'none' },
  { code: 'AT', currencies: ['EUR'], sea: ['DEHAM', 'SIKOP'], air: ['ATVIE'], cities: ['Vienna', 'Linz'], by: [], agreement: 'none' },
  { code: 'AU', currencies: ['AUD', 'USD'], sea: ['AUSYD', 'AUMEL'], air: ['AUSYD', 'AUMEL'], cities: ['Sydney', 'Melbourne', 'Brisbane'], by: [], agreement: 'free trade' },
  { code: 'BD', currencies: ['USD'], sea: ['BDCGP'], air: ['BDDAC'], cities: ['Dhaka', 'Chattogram'], by: ['SG', 'LK'], agreement: 'none' },
  { code: 'BE', currencies: ['EUR'], sea: ['BEANR'], air: ['BEBRU', 'BELGG'], cities: ['Antwerp', 'Ghent', 'Brussels'], by: [], agreement: 'none' },
  { code: 'BH', currencies: ['USD', 'BHD'], sea: ['BHKBS'], air: ['BHBAH'], cities: ['Manama'], by: ['AE'], agreement: 'free trade' },
  { code: 'BR', currencies: ['USD'], sea: ['BRSSZ', 'BRPNG'], air: ['BRGRU', 'BRVCP'], cities: ['Sao Paulo', 'Santos', 'Curitiba'], by: [], agreement: 'none' },
  { code: 'CA', currencies: ['CAD', 'USD'], sea: ['CAVAN', 'CAMTR', 'CAHAL'], air: ['CAYYZ', 'CAYVR'], cities: ['Toronto', 'Vancouver', 'Montreal', 'Calgary'], by: [], agreement: 'free trade' },
  { code: 'CH', currencies: ['CHF', 'USD'], sea: ['BEANR', 'NLRTM'], air: ['CHZRH', 'CHGVA'], cities: ['Zurich', 'Basel', 'Geneva'], by: [], agreement: 'none' },
  { code: 'CL', currencies: ['USD'], sea: ['CLSAI', 'CLVAP'], air: ['CLSCL'], cities: ['Santiago', 'Valparaiso'], by: ['PA'], agreement: 'free trade' },
  { code: 'CN', currencies: ['USD', 'CNY'], sea: ['CNSHA', 'CNNGB', 'CNYTN', 'CNTAO'], air: ['CNPVG', 'CNCAN', 'CNSZX'], cities: ['Shanghai', 'Shenzhen', 'Ningbo', 'Guangzhou', 'Qingdao'], by: [], agreement: 'none' },
  { code: 'CO', currencies: ['USD'], sea: ['COCTG', 'COBUN'], air: ['COBOG'], cities: ['Bogota', 'Medellin', 'Cartagena'], by: [], agreement: 'free trade' },
  { code: 'CR', currencies: ['USD'], sea: ['CRMOB'], air: ['CRSJO'], cities: ['San Jose', 'Alajuela'], by: [], agreement: 'free trade' },
  { code: 'CZ', currencies: ['EUR', 'USD'], sea: ['DEHAM', 'DEBRV'], air: ['CZPRG'], cities: ['Prague', 'Brno'], by: [], agreement: 'none' },
  { code: 'DE', currencies: ['EUR', 'USD'], sea: ['DEHAM', 'DEBRV'], air: ['DEFRA', 'DEMUC', 'DELEJ'], cities: ['Hamburg', 'Stuttgart', 'Munich', 'Cologne'], by: [], agreement: 'none' },
  { code: 'DK', currencies: ['EUR', 'DKK'], sea: ['DKAAR', 'DKCPH'], air: ['DKCPH'], cities: ['Copenhagen', 'Aarhus'], by: ['DE'], agreement: 'none' },
  { code: 'EC', currencies: ['USD'], sea: ['ECGYE'], air: ['ECUIO'], cities: ['Guayaquil', 'Quito'], by: ['PA'], agreement: 'none' },
  { code: 'EG', currencies: ['USD'], sea: ['EGALY', 'EGPSD'], air: ['EGCAI'], cities: ['Cairo', 'Alexandria'], by: [], agreement: 'none' },
  { code: 'ES', currencies: ['EUR'], sea: ['ESVLC', 'ESBCN', 'ESALG'], air: ['ESMAD', 'ESBCN'], cities: ['Madrid', 'Valencia', 'Barcelona'], by: [], agreement: 'none' },
  { code: 'ET', currencies: ['USD'], sea: ['DJJIB'], air: ['ETADD'], cities: ['Addis Ababa'], by: ['DJ'], agreement: 'none' },
  { code: 'FI', currencies: ['EUR'], sea: ['FIHEL', 'FIKTK'], air: ['FIHEL'], cities: ['Helsinki', 'Tampere'], by: ['DE'], agreement: 'none' },
  { code: 'FR', currencies: ['EUR'], sea: ['FRLEH', 'FRFOS'], air: ['FRCDG', 'FRLYS'], cities: ['Paris', 'Lyon', 'Toulouse', 'Reims'], by: [], agreement: 'none' },
  { code: 'GB', currencies: ['GBP', 'USD'], sea: ['GBFXT', 'GBSOU', 'GBLGP'], air: ['GBLHR', 'GBEMA'], cities: ['London', 'Birmingham', 'Manchester', 'Glasgow'], by: [], agreement: 'none' },
  { code: 'GR', currencies: ['EUR'], sea: ['GRPIR'], air: ['GRATH'], cities: ['Athens', 'Thessaloniki'], by: ['IT'], agreement: 'none' },
  { code: 'HK', currencies: ['USD', 'HKD'], sea: ['HKHKG'], air: ['HKHKG'], cities: ['Hong Kong', 'Kowloon'], by: [], agreement: 'none' },
  { code: 'HN', currencies: ['USD'], sea: ['HNPCR'], air: ['HNSAP'], cities: ['San Pedro Sula'], by: [], agreement: 'free trade' },
  { code: 'ID', currencies: ['USD'], sea: ['IDJKT', 'IDSUB'], air: ['IDCGK'], cities: ['Jakarta', 'Surabaya'], by: ['SG'], agreement: 'none' },
  { code: 'IE', currencies: ['EUR', 'USD'], sea: ['IEDUB', 'IEORK'], air: ['IEDUB', 'IESNN'], cities: ['Dublin', 'Cork'], by: ['GB'], agreement: 'none' },
  { code: 'IL', currencies: ['USD'], sea: ['ILASH', 'ILHFA'], air: ['ILTLV'], cities: ['Tel Aviv', 'Haifa'], by: [], agreement: 'free trade' },
  { code: 'IN', currencies: ['USD', 'INR'], sea: ['INNSA', 'INMUN', 'INMAA'], air: ['INBOM', 'INDEL', 'INBLR'], cities: ['Mumbai', 'Chennai', 'Delhi', 'Bengaluru', 'Tiruppur'], by: [], agreement: 'none' },
  { code: 'IT', currencies: ['EUR'], sea: ['ITGOA', 'ITSPE', 'ITLIV'], air: ['ITMXP', 'ITFCO'], cities: ['Milan', 'Turin', 'Bologna', 'Florence'], by: [], agreement: 'none' },
  { code: 'JP', currencies: ['JPY', 'USD'], sea: ['JPTYO', 'JPYOK', 'JPNGO', 'JPUKB'], air: ['JPNRT', 'JPKIX'], cities: ['Tokyo', 'Osaka', 'Nagoya', 'Yokohama'], by: [], agreement: 'none' },
  { code: 'KH', currencies: ['USD'], sea: ['KHKOS'], air: ['KHPNH'], cities: ['Phnom Penh'], by: ['VN', 'SG'], agreement: 'none' },
  { code: 'KR', currencies: ['USD', 'KRW'], sea: ['KRPUS', 'KRINC'], air: ['KRICN'], cities: ['Seoul', 'Busan', 'Incheon'], by: [], agreement: 'free trade' },
  { code: 'KW', currencies: ['USD'], sea: ['KWSWK'], air: ['KWKWI'], cities: ['Kuwait City'], by: ['AE'], agreement: 'none' },
  { code: 'KZ', currencies: ['USD'], sea: ['GEPTI'], air: ['KZALA'], cities: ['Almaty'], by: ['TR'], agreement: 'none' },
  { code: 'LT', currencies: ['EUR'], sea: ['LTKLJ'], air: ['LTVNO'], cities: ['Vilnius', 'Kaunas'], by: ['DE'], agreement: 'none' },
  { code: 'MX', currencies: ['USD', 'MXN'], sea: ['MXZLO', 'MXVER', 'MXLZC'], air: ['MXMEX', 'MXGDL'], cities: ['Mexico City', 'Monterrey', 'Guadalajara', 'Tijuana'], by: [], agreement: 'free trade' },
  { code: 'MY', currencies: ['USD', 'MYR'], sea: ['MYPKG', 'MYTPP', 'MYPEN'], air: ['MYKUL', 'MYPEN'], cities: ['Kuala Lumpur', 'Penang', 'Johor Bahru'], by: ['SG'], agreement: 'none' },
  { code: 'NG', currencies: ['USD'], sea: ['NGAPP', 'NGTIN'], air: ['NGLOS'], cities: ['Lagos', 'Port Harcourt'], by: ['ES'], agreement: 'none' },
  { code: 'NL', currencies: ['EUR'], sea: ['NLRTM'], air: ['NLAMS'], cities: ['Rotterdam', 'Eindhoven', 'Amsterdam'], by: [], agreement: 'none' },
  { code: 'NO', currencies: ['NOK', 'EUR', 'USD'], sea: ['NOOSL', 'NOBGO'], air: ['NOOSL'], cities: ['Oslo', 'Bergen', 'Alesund'], by: ['NL'], agreement: 'none' },
  { code: 'NZ', currencies: ['NZD', 'USD'], sea: ['NZAKL', 'NZTRG'], air: ['NZAKL'], cities: ['Auckland', 'Tauranga'], by: [], agreement: 'none' },
  { code: 'PE', currencies: ['USD'], sea: ['PECLL'], air: ['PELIM'], cities: ['Lima', 'Piura'], by: ['PA'], agreement: 'free trade' },
  { code: 'PH', currencies: ['USD'], sea: ['PHMNL'], air: ['PHMNL'], cities: ['Manila', 'Cebu'], by: ['TW'], agreement: 'none' },
  { code: 'PK', currencies: ['USD'], sea: ['PKKHI'], air: ['PKLHE', 'PKKHI'], cities: ['Karachi', 'Lahore', 'Sialkot'], by: ['AE'], agreement: 'none' },
  { code: 'PL', currencies: ['EUR', 'PLN'], sea: ['PLGDN', 'PLGDY'], air: ['PLWAW'], cities: ['Warsaw', 'Gdansk', 'Poznan'], by: ['DE'], agreement: 'none' },
  { code: 'PT', currencies: ['EUR'], sea: ['PTSIE', 'PTLEI'], air: ['PTLIS'], cities: ['Lisbon', 'Porto'], by: [], agreement: 'none' },
  { code: 'QA', currencies: ['USD'], sea: ['QAHMD'], air: ['QADOH'], cities: ['Doha'], by: ['AE'], agreement: 'none' },
  { code: 'RO', currencies: ['EUR'], sea: ['ROCND'], air: ['ROOTP'], cities: ['Bucharest', 'Constanta'], by: ['GR'], agreement: 'none' },
  { code: 'SA', currencies: ['USD', 'SAR'], sea: ['SAJED', 'SADMM'], air: ['SARUH', 'SAJED'], cities: ['Riyadh', 'Jeddah', 'Dammam'], by: ['AE'], agreement: 'none' },
  { code: 'SE', currencies: ['SEK', 'EUR'], sea: ['SEGOT'], air: ['SEGOT', 'SEARN'], cities: ['Gothenburg', 'Stockholm'], by: ['DE'], agreement: 'none' },
  { code: 'SG', currencies: ['USD', 'SGD'], sea: ['SGSIN'], air: ['SGSIN'], cities: ['Singapore'], by: [], agreement: 'free trade' },
  { code: 'TH', currencies: ['USD', 'THB'], sea: ['THLCH', 'THBKK'], air: ['THBKK'], cities: ['Bangkok', 'Laem Chabang', 'Rayong'], by: ['SG'], agreement: 'none' },
  { code: 'TN', currencies: ['EUR'], sea: ['TNRDS'], air: ['TNTUN'], cities: ['Tunis', 'Sfax'], by: ['IT'], agreement: 'none' },
  { code: 'TR', currencies: ['USD', 'EUR'], sea: ['TRIST', 'TRIZM', 'TRMER'], air: ['TRIST'], cities: ['Istanbul', 'Izmir', 'Gaziantep'], by: [], agreement: 'none' },
  { code: 'TT', currencies: ['USD'], sea: ['TTPTS'], air: ['TTPOS'], cities: ['Port of Spain'], by: [], agreement: 'none' },
  { code: 'TW', currencies: ['USD', 'TWD'], sea: ['TWKHH', 'TWKEL'], air: ['TWTPE'], cities: ['Taipei', 'Taichung', 'Kaohsiung', 'Hsinchu'], by: [], agreement: 'none' },
  { code: 'VN', currencies: ['USD'], sea: ['VNSGN', 'VNHPH', 'VNVUT'], air: ['VNSGN', 'VNHAN'], cities: ['Ho Chi Minh City', 'Hanoi', 'Haiphong'], by: [], agreement: 'none' },
];

const BY_CODE = new Map(COUNTRIES.map((country) => [country.code, country]));

/** The country of a code. Throws `RangeError` for one that is not listed. */
export function countryOf(code: string): Country {
  const country = BY_CODE.get(code);
  if (country === undefined) throw new RangeError(`no country ${code}`);
  return country;
}
