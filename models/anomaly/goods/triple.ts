/** The one text of a number however a table writes it ("108", "108.00" and "108.0"), so that a file that was saved again has the same repeats; any other text as it is. */
export function exactText(text: string): string {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return text.trim();
  return Number.isInteger(number) ? number.toFixed(1) : String(number);
}

/** FNV-1a over the exact texts that repeat together in synthetic data: mass, price and rate. Signed, 32 bits. */
export function tripleHash(mass: string, price: string, rate: string): number {
  return hashOf(`${mass}|${price}|${rate}`);
}

/** FNV-1a with a final mix, so that every bit of the hash may choose a side. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
