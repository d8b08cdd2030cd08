import type { OriginMeasure } from '../../services/reference/kinds/origin-duties/content.ts';
import { knownDay } from '../../services/risk/declaration/day.ts';

type Kind = OriginMeasure['kind'];
interface Described {
  readonly title: string;
  readonly codes: string;
  readonly words: readonly string[];
  readonly elsewhere?: readonly string[];
}

/** An order of the US Department of Commerce: countries with their case numbers, first anti-dumping, then countervailing ones. */
function order(
  goods: Described,
  from: string,
  antiDumping: Cases,
  countervailing: Cases = {},
): readonly OriginMeasure[] {
  const measures = (kind: Kind, cases: Cases, law: string): readonly OriginMeasure[] =>
    Object.entries(cases).map(([origins, number]) => ({
      ...{ id: number, authority: 'US', kind, origins, ...goods },
      legalBasis: `order ${number} of the US Department of Commerce (${law})`,
      validFrom: knownDay(from),
    }));
  return [
    ...measures('antiDumping', antiDumping, '19 USC 1673'),
    ...measures('countervailing', countervailing, '19 USC 1671'),
  ];
}
type Cases = Readonly<Record<string, string>>;

const UNITED_STATES: readonly OriginMeasure[] = [
  ...order(
    {
      title: 'steel wire garment hangers',
      codes: '732620',
      words: ['hanger'],
      elsewhere: ['garment hanger', 'clothes hanger', 'wire hanger'],
    },
    '2008-10-06',
    {
      CN: 'A-570-918',
    },
  ),
  ...order(
    {
      title: 'steel wire garment hangers',
      codes: '732620',
      words: ['hanger'],
      elsewhere: ['garment hanger', 'clothes hanger', 'wire hanger'],
    },
    '2012-12-10',
    {
      TW: 'A-583-849',
    },
  ),
  ...order(
    {
      title: 'steel wire garment hangers',
      codes: '732620',
      words: ['hanger'],
      elsewhere: ['garment hanger', 'clothes hanger', 'wire hanger'],
    },
    '2013-02-05',
    { VN: 'A-552-812' },
    { VN: 'C-552-813' },
  ),
  ...order(
    {
      title: 'multilayered wood flooring',
      codes: '4412 441872 441873 441874 441875 441879',
      words: ['flooring', 'floor panel', 'floor plank', 'parquet', 'floorboard'],
      elsewhere: [
        'multilayered wood flooring',
        'multilayer flooring',
        'engineered flooring',
        'engineered wood flooring',
      ],
    },
    '2011-12-08',
    { CN: 'A-570-970' },
    { CN: 'C-570-971' },
  ),
  ...order(
    { title: 'hardwood plywood', codes: '4412', words: ['plywood', 'veneered panel'], elsewhere: ['plywood'] },
    '2018-01-04',
    { CN: 'A-570-051' },
    { CN: 'C-570-052' },
  ),
  ...order(
    {
      title: 'wooden bedroom furniture',
      codes: '940350',
      words: [
        'bedroom',
        'dresser',
        'nightstand',
        'night stand',
        'headboard',
        'armoire',
        'chest',
        'chifferobe',
        'wardrobe',
        'wooden bed',
      ],
      elsewhere: ['bedroom', 'dresser', 'nightstand', 'night stand', 'headboard', 'armoire', 'chest'],
    },
    '2005-01-04',
    { CN: 'A-570-890' },
  ),
  ...order(
    {
      title: 'wooden cabinets and vanities',
      codes: '940340 940360 940391',
      words: ['kitchen cabinet', 'bathroom cabinet', 'vanity', 'vanities', 'cabinet door', 'wooden cabinet'],
      elsewhere: ['kitchen cabinet', 'bathroom cabinet', 'bathroom vanity', 'bathroom vanities', 'vanity cabinet'],
    },
    '2020-04-21',
    { CN: 'A-570-106' },
    { CN: 'C-570-107' },
  ),
  ...order(
    {
      title: 'quartz surface products',
      codes: '681099',
      words: ['quartz'],
      elsewhere: ['quartz slab', 'quartz countertop', 'quartz surface', 'engineered quartz'],
    },
    '2019-07-11',
    { CN: 'A-570-084' },
    { CN: 'C-570-085' },
  ),
  ...order(
    {
      title: 'quartz surface products',
      codes: '681099',
      words: ['quartz'],
      elsewhere: ['quartz slab', 'quartz countertop', 'quartz surface', 'engineered quartz'],
    },
    '2020-06-22',
    {
      IN: 'A-533-889',
      TR: 'A-489-837',
    },
  ),
  ...order(
    { title: 'certain steel trailer wheels', codes: '870870 871690', words: ['wheel'] },
    '2019-09-03',
    { CN: 'A-570-090' },
    { CN: 'C-570-091' },
  ),
  ...order(
    {
      title: 'aluminum extrusions',
      codes: '7604 7608 7609 7610 761699',
      words: ['extrusion', 'extruded', 'profile', 'tube', 'pipe', 'bar', 'rod', 'hollow', 'window frame', 'door frame'],
      elsewhere: ['aluminium extrusion', 'aluminum extrusion', 'extruded aluminium', 'extruded aluminum'],
    },
    '2011-05-26',
    { CN: 'A-570-967' },
    { CN: 'C-570-968' },
  ),
  ...order(
    {
      title: 'mattresses',
      codes: '940421 940429',
      words: ['mattress'],
      elsewhere: ['memory foam mattress', 'spring mattress', 'foam mattress'],
    },
    '2019-12-16',
    { CN: 'A-570-092' },
  ),
  ...order(
    {
      title: 'mattresses',
      codes: '940421 940429',
      words: ['mattress'],
      elsewhere: ['memory foam mattress', 'spring mattress', 'foam mattress'],
    },
    '2021-05-14',
    {
      KH: 'A-555-001',
      ID: 'A-560-836',
      MY: 'A-557-818',
      RS: 'A-801-002',
      TH: 'A-549-841',
      TR: 'A-489-841',
      VN: 'A-552-827',
    },
  ),
  ...order(
    { title: 'passenger vehicle and light truck tires', codes: '401110 401120', words: ['tyre', 'tire'] },
    '2015-08-10',
    { CN: 'A-570-016' },
    { CN: 'C-570-017' },
  ),
  ...order(
    { title: 'passenger vehicle and light truck tires', codes: '401110 401120', words: ['tyre', 'tire'] },
    '2021-07-19',
    { KR: 'A-580-908', TW: 'A-583-869', TH: 'A-549-842' },
    { VN: 'C-552-829' },
  ),
  ...order(
    { title: 'truck and bus tires', codes: '401120', words: ['tyre', 'tire'] },
    '2019-02-15',
    { CN: 'A-570-040' },
    { CN: 'C-570-041' },
  ),
  ...order(
    {
      title: 'crystalline silicon photovoltaic cells',
      codes: '854142 854143',
      words: ['solar', 'photovoltaic', 'pv module'],
      elsewhere: ['solar module', 'solar panel', 'photovoltaic module', 'photovoltaic panel', 'pv module'],
    },
    '2012-12-07',
    { CN: 'A-570-979' },
    { CN: 'C-570-980' },
  ),
  ...order(
    {
      title: 'crystalline silicon photovoltaic products',
      codes: '854142 854143',
      words: ['solar', 'photovoltaic', 'pv module'],
    },
    '2015-02-18',
    { TW: 'A-583-853' },
  ),
  ...order(
    {
      title: 'tapered roller bearings',
      codes: '848220',
      words: ['tapered roller', 'taper roller'],
      elsewhere: ['tapered roller bearing', 'taper roller bearing'],
    },
    '1987-06-15',
    { CN: 'A-570-601' },
  ),
  ...order({ title: 'fresh garlic', codes: '070320', words: ['garlic'] }, '1994-11-16', { CN: 'A-570-831' }),
  ...order({ title: 'honey', codes: '0409', words: ['honey'] }, '2001-12-10', { CN: 'A-570-863' }),
  ...order({ title: 'raw honey', codes: '0409', words: ['honey'] }, '2022-06-10', {
    AR: 'A-357-823',
    BR: 'A-351-857',
    IN: 'A-533-903',
    VN: 'A-552-833',
  }),
  ...order(
    {
      title: 'frozen warmwater shrimp',
      codes: '030617 160521 160529',
      words: ['shrimp', 'prawn'],
      elsewhere: ['frozen shrimp', 'frozen prawn'],
    },
    '2005-02-01',
    {
      CN: 'A-570-893',
      IN: 'A-533-840',
      TH: 'A-549-822',
      VN: 'A-552-802',
    },
  ),
  ...order(
    { title: 'freshwater crawfish tail meat', codes: '030619 160540', words: ['crawfish', 'crayfish'] },
    '1997-09-15',
    { CN: 'A-570-848' },
  ),
  ...order({ title: 'petroleum wax candles', codes: '340600', words: ['candle'] }, '1986-08-28', { CN: 'A-570-504' }),
  ...order(
    { title: 'circular welded carbon quality steel pipe', codes: '730630 730619', words: ['pipe', 'tube'] },
    '2008-07-22',
    { CN: 'A-570-910' },
    { CN: 'C-570-911' },
  ),
  ...order(
    {
      title: 'oil country tubular goods',
      codes: '730420 730429 730620 730629',
      words: ['casing', 'tubing', 'octg', 'oil country'],
    },
    '2010-05-21',
    { CN: 'A-570-943' },
    { CN: 'C-570-944' },
  ),
  ...order(
    {
      title: 'steel nails',
      codes: '731700',
      words: ['nail'],
      elsewhere: ['steel nail', 'wire nail', 'roofing nail'],
    },
    '2008-08-01',
    { CN: 'A-570-909' },
  ),
  ...order({ title: 'steel threaded rod', codes: '731815', words: ['threaded rod'] }, '2009-04-14', {
    CN: 'A-570-932',
  }),
  ...order(
    {
      title: 'folding metal tables and chairs',
      codes: '940171 940179 940320',
      words: ['folding table', 'folding chair'],
    },
    '2002-06-27',
    { CN: 'A-570-868' },
  ),
  ...order({ title: 'floor-standing ironing tables', codes: '940320', words: ['ironing'] }, '2004-08-06', {
    CN: 'A-570-888',
  }),
  ...order(
    {
      title: 'diamond sawblades',
      codes: '820239',
      words: ['diamond'],
      elsewhere: ['diamond saw blade', 'diamond sawblade'],
    },
    '2009-11-04',
    { CN: 'A-570-900' },
  ),
  ...order({ title: 'activated carbon', codes: '380210', words: ['activated carbon'] }, '2007-04-27', {
    CN: 'A-570-904',
  }),
  ...order({ title: 'glycine', codes: '292249', words: ['glycine'] }, '1995-03-29', { CN: 'A-570-836' }),
  ...order(
    { title: 'citric acid and certain citrate salts', codes: '291814 291815', words: ['citric', 'citrate'] },
    '2009-05-29',
    { CN: 'A-570-937' },
    { CN: 'C-570-938' },
  ),
  ...order({ title: 'xanthan gum', codes: '391390', words: ['xanthan'] }, '2013-07-19', { CN: 'A-570-985' }),
  ...order(
    {
      title: 'ceramic tile',
      codes: '6907',
      words: ['tile', 'mosaic'],
      elsewhere: ['ceramic tile', 'porcelain tile', 'ceramic floor tile'],
    },
    '2020-06-01',
    { CN: 'A-570-108' },
    { CN: 'C-570-109' },
  ),
  ...order(
    { title: 'drawn stainless steel sinks', codes: '732410', words: ['sink'] },
    '2013-04-11',
    { CN: 'A-570-983' },
    { CN: 'C-570-984' },
  ),
  ...order(
    { title: 'aluminum foil', codes: '7607', words: ['foil'] },
    '2018-04-19',
    { CN: 'A-570-053' },
    { CN: 'C-570-054' },
  ),
  ...order(
    {
      title: 'polyethylene retail carrier bags',
      codes: '392321',
      words: ['carrier bag', 'shopping bag', 'retail bag', 't shirt bag'],
      elsewhere: ['carrier bag', 'shopping bag'],
    },
    '2004-08-09',
    { CN: 'A-570-886' },
  ),
  ...order(
    {
      title: 'seamless steel standard, line and pressure pipe',
      codes: '730419 730431 730439 730451 730459',
      words: ['pipe', 'tube'],
    },
    '2010-11-10',
    { CN: 'A-570-956' },
    { CN: 'C-570-957' },
  ),
  ...order(
    { title: 'circular welded line pipe', codes: '730511 730512 730519 730611 730619', words: ['line pipe'] },
    '2009-05-13',
    { CN: 'A-570-935' },
    { CN: 'C-570-936' },
  ),
  ...order(
    { title: 'utility scale wind towers', codes: '730820', words: ['tower'] },
    '2013-02-15',
    { CN: 'A-570-981' },
    { CN: 'C-570-982' },
  ),
  ...order(
    {
      title: 'tool chests and cabinets',
      codes: '940320',
      words: ['tool chest', 'tool cabinet', 'tool box', 'toolbox'],
    },
    '2018-06-04',
    { CN: 'A-570-056' },
    { CN: 'C-570-057' },
  ),
  ...order(
    { title: 'steel racks', codes: '730890 940320', words: ['rack', 'racking'] },
    '2019-09-16',
    { CN: 'A-570-088' },
    { CN: 'C-570-089' },
  ),
  ...order(
    { title: 'chassis and their subassemblies', codes: '871639 871690', words: ['chassis'] },
    '2021-07-06',
    { CN: 'A-570-135' },
    { CN: 'C-570-136' },
  ),
  ...order({ title: 'preserved mushrooms', codes: '200310', words: ['mushroom'] }, '1999-02-19', { CN: 'A-570-851' }),
  ...order({ title: 'paper clips', codes: '830590', words: ['paper clip', 'paperclip'] }, '1994-11-25', {
    CN: 'A-570-826',
  }),
  ...order({ title: 'cased pencils', codes: '960910', words: ['pencil'] }, '1994-12-28', { CN: 'A-570-827' }),
  ...order(
    { title: 'narrow woven ribbons', codes: '580632', words: ['ribbon'] },
    '2010-09-01',
    { CN: 'A-570-952' },
    { CN: 'C-570-953' },
  ),
];

function regulation(
  authority: string,
  kind: Kind,
  goods: Described,
  origins: string,
  law: string,
  from: string,
): OriginMeasure {
  return {
    id: `${authority} ${law} ${origins}`,
    authority,
    kind,
    origins,
    ...goods,
    legalBasis: law,
    validFrom: knownDay(from),
  };
}

const BICYCLES = { title: 'bicycles', codes: '871200', words: ['bicycle', 'bike', 'cycle'] };
const E_BIKES = {
  title: 'electric bicycles',
  codes: '871160',
  words: ['bicycle', 'bike', 'cycle', 'ebike', 'pedelec'],
};
const TABLEWARE = {
  title: 'ceramic tableware and kitchenware',
  codes: '691110 691200',
  words: ['tableware', 'kitchenware', 'plate', 'mug', 'cup', 'bowl', 'dish', 'dinner'],
};
const TILES = { title: 'ceramic tiles', codes: '6907', words: ['tile', 'mosaic'] };
const EXTRUSIONS = {
  title: 'aluminium extrusions',
  codes: '760410 760421 760429 760810 760820 761090 761699',
  words: ['extrusion', 'extruded', 'profile', 'bar', 'rod', 'tube', 'pipe'],
};

const eu = (kind: Kind, goods: Described, origins: string, number: string, from: string): OriginMeasure =>
  regulation('EU', kind, goods, origins, `Implementing Regulation (EU) ${number}`, from);

const EUROPEAN_UNION: readonly OriginMeasure[] = [
  eu('antiDumping', BICYCLES, 'CN', '2019/1379', '2019-08-30'),
  eu('antiDumping', E_BIKES, 'CN', '2019/73', '2019-01-19'),
  eu('countervailing', E_BIKES, 'CN', '2019/72', '2019-01-19'),
  eu('antiDumping', TABLEWARE, 'CN', '2019/1198', '2019-07-16'),
  eu('antiDumping', TILES, 'IN TR', '2023/265', '2023-02-10'),
  eu('antiDumping', EXTRUSIONS, 'CN', '2021/546', '2021-03-31'),
  eu(
    'antiDumping',
    { title: 'aluminium converter foil', codes: '760711', words: ['foil'] },
    'CN',
    '2021/2170',
    '2021-12-09',
  ),
  eu(
    'antiDumping',
    { title: 'woven glass fibre fabrics', codes: '7019', words: ['fabric', 'woven', 'cloth', 'roving'] },
    'CN EG',
    '2020/492',
    '2020-04-08',
  ),
  eu(
    'antiDumping',
    {
      title: 'iron or steel fasteners',
      codes: '731812 731814 731815 731821 731822',
      words: ['screw', 'bolt', 'washer', 'fastener'],
    },
    'CN',
    '2022/191',
    '2022-02-18',
  ),
  eu(
    'antiDumping',
    { title: 'biodiesel', codes: '271020 382600', words: ['biodiesel', 'fame', 'fatty acid methyl', 'hvo'] },
    'US',
    '2021/1266',
    '2021-08-03',
  ),
  eu(
    'countervailing',
    { title: 'biodiesel', codes: '271020 382600', words: ['biodiesel', 'fame', 'fatty acid methyl'] },
    'AR',
    '2019/244',
    '2019-02-13',
  ),
  eu(
    'countervailing',
    { title: 'biodiesel', codes: '271020 382600', words: ['biodiesel', 'fame', 'fatty acid methyl'] },
    'ID',
    '2019/2092',
    '2019-12-10',
  ),
  eu(
    'countervailing',
    { title: 'battery electric vehicles', codes: '870380', words: ['electric', 'battery', 'bev', 'ev'] },
    'CN',
    '2024/2754',
    '2024-10-30',
  ),
  eu(
    'countervailing',
    { title: 'tyres for buses and lorries', codes: '401120 401212', words: ['tyre', 'tire'] },
    'CN',
    '2018/1690',
    '2018-11-13',
  ),
  eu(
    'antiDumping',
    { title: 'citric acid', codes: '291814 291815', words: ['citric', 'citrate'] },
    'CN',
    '2021/607',
    '2021-04-16',
  ),
  eu(
    'antiDumping',
    { title: 'steel road wheels', codes: '870870 871690', words: ['wheel'] },
    'CN',
    '2020/353',
    '2020-03-04',
  ),
  eu(
    'antiDumping',
    { title: 'birch plywood', codes: '441233', words: ['birch', 'plywood'] },
    'RU',
    '2021/1930',
    '2021-11-10',
  ),
];

const BRITISH_LAW = 'Taxation (Cross-border Trade) Act 2018, section 13 and schedule 4';
const gb = (goods: Described, from = '2021-01-01'): OriginMeasure =>
  regulation('GB', 'antiDumping', goods, 'CN', `${BRITISH_LAW}: ${goods.title}`, from);

/** Measures of the Union that the United Kingdom kept, and its own on aluminium extrusions. */
const UNITED_KINGDOM: readonly OriginMeasure[] = [gb(BICYCLES), gb(TABLEWARE), gb(TILES), gb(EXTRUSIONS, '2022-12-17')];

/**
 * Anti-dumping and countervailing duties that are long in force and widely evaded, by hand: titles and codes after the orders, words after
 * their scope. A part of all there are. Codes are for reference in such an order, the text of its scope decides; rates depend on the
 * producer and are not restated.
 */
export const ORIGIN_MEASURES: readonly OriginMeasure[] = [...UNITED_STATES, ...EUROPEAN_UNION, ...UNITED_KINGDOM];
