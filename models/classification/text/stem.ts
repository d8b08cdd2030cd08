/** British words as Americans write them, where no rule of endings does it. */
const AMERICAN = new Map(Object.entries({
  aluminium: 'aluminum', fibre: 'fiber', fibreglass: 'fiberglass', tyre: 'tire', colour: 'color', mould: 'mold', moulded: 'molded', moulding: 'molding', plough: 'plow', grey: 'gray',
  jewellery: 'jewelry', jeweller: 'jeweler', centre: 'center', litre: 'liter', metre: 'meter', cheque: 'check', programme: 'program', woollen: 'woolen', aeroplane: 'airplane', pyjama: 'pajama',
  pyjamas: 'pajama', pajamas: 'pajama', draught: 'draft', kerb: 'curb', enamelled: 'enameled', carburettor: 'carburetor', catalogue: 'catalog', calibre: 'caliber', theatre: 'theater', sabre: 'saber',
  spectre: 'specter', meagre: 'meager', vapour: 'vapor', odour: 'odor', flavour: 'flavor', flavoured: 'flavored', flavouring: 'flavoring', armour: 'armor', armoured: 'armored', harbour: 'harbor',
  parlour: 'parlor', rumour: 'rumor', labour: 'labor', honour: 'honor', humour: 'humor', tumour: 'tumor', coloured: 'colored', colouring: 'coloring', sulphur: 'sulfur', sulphate: 'sulfate', sulphide: 'sulfide',
  sulphite: 'sulfite', sulphuric: 'sulfuric', sulphonamide: 'sulfonamide', caesium: 'cesium', oestrogen: 'estrogen', anaesthetic: 'anesthetic', haemoglobin: 'hemoglobin', orthopaedic: 'orthopedic',
  paediatric: 'pediatric', gynaecological: 'gynecological', faeces: 'feces', diarrhoea: 'diarrhea', foetal: 'fetal', manoeuvre: 'maneuver', mollusc: 'mollusk', moustache: 'mustache', sceptic: 'skeptic',
  cosy: 'cozy', axe: 'ax', gauge: 'gage', liquorice: 'licorice', yoghurt: 'yogurt', yoghourt: 'yogurt', chilli: 'chili', whisky: 'whiskey', defence: 'defense', offence: 'offense', licence: 'license',
  skilful: 'skillful', instalment: 'installment', marvellous: 'marvelous', travelling: 'traveling', traveller: 'traveler', panelled: 'paneled', labelled: 'labeled', labelling: 'labeling', levelling: 'leveling',
  tunnelling: 'tunneling', modelling: 'modeling', tinfoil: 'foil', plimsoll: 'plimsol', waggon: 'wagon', gramme: 'gram', kilogramme: 'kilogram', fulfil: 'fulfill', doughnut: 'donut', knitted: 'knit', knitwear: 'knit',
}));
/** Plurals and words in -s that no rule gets right. */
const SINGULAR = new Map(Object.entries({
  men: 'man', women: 'woman', children: 'child', feet: 'foot', teeth: 'tooth', mice: 'mouse', geese: 'goose', knives: 'knife', lives: 'live', leaves: 'leaf', loaves: 'loaf', halves: 'half', shelves: 'shelf',
  wolves: 'wolf', calves: 'calf', scarves: 'scarf', wives: 'wife', dice: 'die', oxen: 'ox', matrices: 'matrix', vertices: 'vertex', indices: 'index', apparatus: 'apparatus', gas: 'gas', gases: 'gas', lens: 'lens',
  lenses: 'lens', glass: 'glass', brass: 'brass', chassis: 'chassis', citrus: 'citrus', asbestos: 'asbestos', christmas: 'christmas', canvas: 'canvas', bus: 'bus', buses: 'bus', axes: 'ax', series: 'series',
  species: 'species', shoes: 'shoe', potatoes: 'potato', tomatoes: 'tomato', mangoes: 'mango', heroes: 'hero', cargoes: 'cargo', tyres: 'tire', fibres: 'fiber', movies: 'movie', cookies: 'cookie', pies: 'pie',
  ties: 'tie', dies: 'die', sweatshirts: 'sweatshirt', trousers: 'trouser', jeans: 'jean', scissors: 'scissor', binoculars: 'binocular', spectacles: 'spectacle', axles: 'axle', headaches: 'headache', caches: 'cache',
}));
const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [/isation$/, 'ization'],
  [/([a-z]{3}[^cdmpv])ised$/, '$1ized'],
  [/([a-z]{3}[^cdmpv])ising$/, '$1izing'],
  [/^sulph/, 'sulf'],
];

/** The word in the singular and in American spelling: "women" → "woman", "fibres" → "fiber", "boxes" → "box". Repeating it changes nothing. */
export function stem(word: string): string {
  const single = SINGULAR.get(word) ?? AMERICAN.get(word) ?? singular(word);
  const american = AMERICAN.get(single) ?? single;
  return SUFFIXES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), american);
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|os)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return esRule(word);
}

function esRule(word: string): string {
  if (/(?:xes|ches|shes|sses|zzes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
