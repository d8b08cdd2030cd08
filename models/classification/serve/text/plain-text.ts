/** Words that mark a text as a question or a label about a code; they say nothing of the goods. */
const ASKING =
  /^\s*(?:what (?:is|are) the\s+)?(?:hts(?:us)?|hs|tariff|commodity|customs)(?: us)? (?:code|number|heading|classification)s? (?:for|of)\s+(?:an?\s+|the\s+)?/;
/** "(CAS No. 100929-45-1)", "item number 90017-RJA-0030", "HS code 8413.70". */
const IDENTIFIERS =
  /\b(?:cas(?: (?:no\.?|number|rn))?:?\s*\d[\d-]{4,}|(?:item|part|model|style|order|po|ref)\.? ?(?:no\.?|number|#)\s*[a-z0-9./-]*\d[a-z0-9./-]*|h\.?(?:t\.?)?s\.?(?:us)?(?: ?code| ?no\.?)?:?\s*\d[\d. ]{3,})/g;
/** What every one of the compounds below begins with: most texts have none, and are not searched for each. */
const COMPOUND_START = /\b(?:[txe]|i\.?c|not)\b/;
const COMPOUNDS: readonly (readonly [RegExp, string])[] = [
  [/\bt[- ]shirts?\b/g, 'tshirt shirt'],
  [/\bx[- ]rays?\b/g, 'xray'],
  [/\be[- ](cigarettes?|bikes?|scooters?|books?|readers?)\b/g, 'electronic $1'],
  [/\bi\.?c\.? engines?\b/g, 'internal combustion engine'],
  [/\bnot knitted(?: or crocheted)?\b/g, 'woven'],
  [/\bnot ([a-z]{3,})\b/g, 'not$1'],
];

/** A description in small letters without accents, with the apostrophes of genitives gone; markup and identifiers are left out. */
export function plainText(description: string): string {
  let text = plainLetters(description)
    .replace(/<[^>]*>/g, ' ')
    .replace(/[’`´]/g, "'");
  text = text.replace(ASKING, '').replace(IDENTIFIERS, ' ');
  if (text.includes("'")) text = text.replace(/(\w)'s?\b/g, '$1');
  text = withoutOrigins(text);
  if (!COMPOUND_START.test(text)) return text;
  for (const [pattern, replacement] of COMPOUNDS) text = text.replace(pattern, replacement);
  return text;
}

const ASCII = /^[\x00-\x7f]*$/;

/** Small letters without accents; most descriptions are ASCII and need nothing but the former. */
export function plainLetters(description: string): string {
  return (ASCII.test(description) ? description : description.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
}

/** Countries and territories that goods are said to come from; "china" would otherwise speak for porcelain. */
const COUNTRIES =
  'afghanistan|albania|algeria|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh|belarus|belgium|bolivia|bosnia|brazil|bulgaria|cambodia|cameroon|canada|chile|china|colombia|costa rica|croatia|cuba|cyprus|czech republic|czechia|denmark|dominican republic|ecuador|egypt|el salvador|england|estonia|ethiopia|fiji|finland|france|georgia|germany|ghana|great britain|greece|guatemala|haiti|honduras|hong kong|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|ivory coast|jamaica|japan|jordan|kazakhstan|kenya|korea|kuwait|laos|latvia|lebanon|lithuania|luxembourg|macao|macau|madagascar|malaysia|malta|mauritius|mexico|moldova|mongolia|morocco|myanmar|nepal|netherlands|new zealand|nicaragua|nigeria|north korea|norway|oman|pakistan|panama|paraguay|peoples republic of china|peru|philippines|poland|portugal|qatar|romania|russia|saudi arabia|scotland|senegal|serbia|singapore|slovakia|slovenia|south africa|south korea|spain|sri lanka|sweden|switzerland|syria|taiwan|tanzania|thailand|trinidad|tunisia|turkey|turkiye|uganda|ukraine|united arab emirates|uae|united kingdom|uk|united states|usa|uruguay|uzbekistan|venezuela|vietnam|wales|yemen|zambia|zimbabwe';
const COMING_FROM = new RegExp(
  `\\b(?:(?:imported|exported|shipped|sourced|originating|manufactured|produced|made|product|products|origin)\\s+)?(?:from|in|origin:?)\\s+(?:the\\s+)?(?:${COUNTRIES})\\b(?:\\s*(?:,|and|or)\\s*(?:${COUNTRIES})\\b)*`,
  'g',
);

/** The plain text without the places that its goods come from: origin says nothing of what they are. */
export function withoutOrigins(text: string): string {
  return text.replace(COMING_FROM, ' ');
}
