/** Where an "&" may stand by itself. */
const NOT_MARKUP = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)/g;
/** One that begins no entity, as in "Smith & Sons"; a text that ends inside an entity was cut off there. */
const LONE = /&(?!#?[\w:.-]{1,64}(?:;|$))/;

/** The line, from 1, of the first "&" that should have been written "&amp;". A parser takes it for an entity that goes on to the next ";", and tells of another place or of the end. */
export function loneAmpersand(text: string): number | undefined {
  const markup = text.replace(NOT_MARKUP, (part) => part.replace(/[^\n]/g, ' '));
  const found = LONE.exec(markup);
  return found === null ? undefined : markup.slice(0, found.index).split('\n').length;
}
