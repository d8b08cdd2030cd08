const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/** An object or list that is not closed yet. `at` is the key or place at which the scan stands in it. */
interface Open {
  /** Keys met so far; undefined for a list. */
  readonly keys: Set<string> | undefined;
  at: string | number;
}

/**
 * The path of the first key that stands twice in one object ("goodsItems[0].commodity"), or undefined. `JSON.parse` keeps the
 * last of two (RFC 8259 leaves open which), so that two readers of one line could judge different declarations.
 * @param text well-formed JSON: `JSON.parse` must have taken it
 */
export function repeatedKey(text: string): string | undefined {
  const open: Open[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const here = text.charCodeAt(at);
    if (here === QUOTE) {
      const end = endOfString(text, at);
      const inside = open.at(-1);
      if (inside?.keys !== undefined && isKey(text, end)) {
        if (!enter(inside, inside.keys, keyBetween(text, at, end))) return pathOf(open);
      }
      at = end;
    } else if (here === OPEN_OBJECT) open.push({ keys: new Set(), at: '' });
    else if (here === OPEN_LIST) open.push({ keys: undefined, at: 0 });
    else if (here === CLOSE_OBJECT || here === CLOSE_LIST) open.pop();
    else if (here === COMMA) next(open.at(-1));
  }
  return undefined;
}

/** False where the key was there before. */
function enter(object: Open, keys: Set<string>, key: string): boolean {
  object.at = key;
  if (keys.has(key)) return false;
  keys.add(key);
  return true;
}

function next(inside: Open | undefined): void {
  if (typeof inside?.at === 'number') inside.at += 1;
}

/** Place of the closing quote: the first one before which an even number of backslashes stands. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
}

/** Only a key has a colon behind it. */
function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (' \t\n\r'.includes(text.charAt(at)) && at < text.length) at += 1;
  return text.charAt(at) === ':';
}

/** Two spellings of one key ("a" and "\\u0061") are the same key. */
function keyBetween(text: string, start: number, end: number): string {
  const written = text.slice(start + 1, end);
  return written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written;
}

function pathOf(open: readonly Open[]): string {
  return open
    .map(({ at }) => (typeof at === 'number' ? `[${at}]` : `.${at}`))
    .join('')
    .replace(/^\./, '');
}
