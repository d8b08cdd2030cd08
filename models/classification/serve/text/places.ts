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
