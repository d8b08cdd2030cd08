/** What the tariff's language says that goods are *not*, and where else they would be: dropped, so that it does not speak for them. */
const EXCLUSIONS: readonly RegExp[] = [
  /\(?\bn\.?e\.?[cs]\.?(?:o\.?i\.?)?(?=[\s,;:.)]|$)(?:[^,;:()]{0,60}?\b(?:heading|item|chapter|subheading)s?\b(?: nos?\.?)?[ \d.]*)?\)?/g,
  /\b(?:other than|excluding|excl\.?|except(?:ing)?(?: for)?|but not|not including|not being|without|nesoi)\b[^,;:()]*/g,
  /\b(?:of|in|under|to|from) (?:sub)?(?:heading|chapter|item)s?(?: nos?\.?)?\s*\d[\d.]*(?:(?:,| to| or| and| through|-)+ ?\d[\d.]*)*/g,
  /\b(?:sub)?(?:heading|chapter|item)s?(?: nos?\.?)?\s*\d[\d.]*(?:(?:,| to| or| and| through|-)+ ?\d[\d.]*)*/g,
  /\bwhether or not\b/g,
  /\b(?:described in|provided for in|specified in) (?:additional )?(?:u\.?s\.? )?(?:statistical )?notes? [^,;:()]*/g,
];

/** Some of this every one of them has: most texts have none, and are not searched for each. */
const HINT =
  /\bn\.?e\.?[cs]|other than|exc[el]|(?:but|whether or) not|not (?:including|being)|without|nesoi|heading|chapter|item|(?:described|provided for|specified) in/;

/** The plain text without its exclusions; the text itself where nothing else would be left. */
export function withoutExclusions(text: string): string {
  if (!HINT.test(text)) return text;
  const left = EXCLUSIONS.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
  return /[a-z]{2}/.test(left) ? left : text;
}
