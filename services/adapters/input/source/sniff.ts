/** What a source holds, told by its content: its name says nothing. */
export type InputFormat = 'xml' | 'json-lines' | 'csv' | 'empty' | 'unrecognised';

/** A first line of two or more cells, one of which is a path of the event. */
const CSV_HEADER = /^"?[A-Za-z][\w.[\]]*"?([,;\t|]"?[A-Za-z][\w.[\]]*"?)+\s*$/;

/** Tells the format from the first bytes, after a byte order mark and white space. */
export function sniff(head: Uint8Array): InputFormat {
  const text = textOf(head);
  const first = text.trimStart();
  if (first === '') return 'empty';
  if (first.startsWith('<')) return 'xml';
  // A list is no line of an object, and is told so.
  if (first.startsWith('{') || first.startsWith('[')) return 'json-lines';
  if (/^"?sep=."?[;,|\t]?[ ]*[\r\n]/i.test(first)) return 'csv';
  const line = /^[^\r\n]*/.exec(first)?.[0] ?? '';
  if (CSV_HEADER.test(line.slice(0, 100_000)) || /^"?(declarationId|functionalReferenceId)"?/.test(line)) return 'csv';
  // A bad first line is one bad line, where a line below it is an object.
  return /^\{\s*"/m.test(first) ? 'json-lines' : 'unrecognised';
}

/** Enough of the beginning as text; UTF-16 is only told apart, XML may be in it. */
function textOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  return new TextDecoder('utf-8').decode(head);
}
