/** What stands beside goods on papers and says nothing of them: references to other papers, formulas of bills of lading, article numbers. */
const PADDING: readonly RegExp[] = [
  /\b(?:as )?(?:per|according to|see) (?:the |our |your )?(?:attached |enclosed |commercial |pro-?forma )?(?:invoice|packing list|attachment|list|order|contract|purchase order)s?\b(?: (?:no\.?|number|#)? ?[a-z]*\d[\w/-]*)?/gi,
  /\bsaid to contain\b|\bs\.?t\.?c\.?(?=\s|$)|\bshipper'?s? load(?: stow)?(?: and| &)? count\b|\bfreight (?:prepaid|collect)\b/gi,
  /\b(?:p\/n|part (?:no\.?|number)|item (?:no\.?|number)|art\.? ?(?:no\.?|nr\.?)|sku|ref\.? ?(?:no\.?)?)[:#]? ?[a-z]{0,3}-?\d[\d./-]*(?=[\s,;]|$)/gi,
];
const HINT = /invoice|list|attach|order|contract|contain|s\.?t\.?c|shipper|freight|p\/n|part|item|art|sku|ref/i;
const SOME_WORD = /\p{L}{3}/u;

/** The description without its padding; as it stands where nothing else is in it. */
export function withoutPadding(description: string): string {
  if (!HINT.test(description)) return description;
  const rest = PADDING.reduce((text, pattern) => text.replace(pattern, ' '), description);
  return SOME_WORD.test(rest) ? rest : description;
}
