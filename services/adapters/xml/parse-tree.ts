import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { ErrorCode } from '../../risk/failure/error-codes.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { XmlAttribute, XmlElement } from './element.ts';
import type { XmlLimits } from './read-xml.ts';

interface OpenElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  readonly texts: string[];
  readonly line: number;
}

/** Of these, attributes say nothing of the declaration; see IGNORED_PATHS. */
const NAMESPACES_OF_XML = new Set(['http://www.w3.org/2000/xmlns/', 'http://www.w3.org/2001/XMLSchema-instance']);

/** Reads one message from pieces of text into a tree; every limit is checked while reading, and a document type is refused where it begins. */
export class TreeParser {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #limits: XmlLimits;
  readonly #open: OpenElement[] = [];
  #root: XmlElement | undefined;
  #elements = 0;
  /** Name of the element that was closed last: a wrong closing tag is only reported when it is. */
  #closing = '';
  /** Characters since the last "<" that was written: a text is only handed over at its end. */
  #sinceMark = 0;

  constructor(limits: XmlLimits) {
    this.#limits = limits;
    this.#parser.on('error', (error) => this.#malformed(error.message));
    this.#parser.on('doctype', () =>
      this.#fail('TDW_XML_DOCTYPE', 'A document type declaration: entities and external files are never read.'),
    );
    this.#parser.on('opentag', (tag) => this.#begin(tag));
    this.#parser.on('text', (text) => this.#text(text));
    this.#parser.on('cdata', (text) => this.#text(text));
    this.#parser.on('closetag', () => this.#end());
  }

  /** Where the parser stands, for errors. */
  get location(): { readonly line: number; readonly element: string } {
    return { line: this.#parser.line, element: this.#open.map((element) => element.name).join('/') };
  }

  write(text: string): void {
    const lastMark = text.lastIndexOf('<');
    this.#sinceMark = lastMark < 0 ? this.#sinceMark + text.length : text.length - lastMark;
    this.#parser.write(text);
    if (this.#sinceMark > 2 * this.#limits.textLength)
      this.#fail('TDW_XML_TOO_LARGE', `A text or tag longer than ${String(2 * this.#limits.textLength)} characters.`);
  }

  /** The root element. */
  close(): XmlElement {
    if (this.#open.length > 0) this.#fail('TDW_XML_TRUNCATED', `The message ends inside ${this.location.element}.`);
    const root = this.#root ?? this.#fail('TDW_XML_TRUNCATED', 'The message ends before its first element.');
    this.#parser.close();
    return root;
  }

  #begin(tag: SaxesTagNS): void {
    const { depth, elements, attributes, nameLength } = this.#limits;
    if (this.#open.length >= depth)
      this.#fail('TDW_XML_TOO_DEEP', `More than ${String(depth)} elements inside each other.`);
    if (++this.#elements > elements) this.#fail('TDW_XML_TOO_LARGE', `More than ${String(elements)} elements.`);
    const given = Object.values(tag.attributes);
    if (given.length > attributes)
      this.#fail('TDW_XML_TOO_LARGE', `More than ${String(attributes)} attributes on one element.`);
    if (tag.local.length > nameLength)
      this.#fail('TDW_XML_TOO_LARGE', `An element name longer than ${String(nameLength)} characters.`);
    const own = given
      .filter((one) => !NAMESPACES_OF_XML.has(one.uri))
      .map((one) => ({ name: one.local, uri: one.uri, value: one.value.trim() }));
    this.#open.push({
      name: tag.local,
      uri: tag.uri,
      attributes: own,
      children: [],
      texts: [],
      line: this.#parser.line,
    });
  }

  #text(text: string): void {
    if (text.length > this.#limits.textLength)
      this.#fail('TDW_XML_TOO_LARGE', `A text longer than ${String(this.#limits.textLength)} characters.`);
    this.#open.at(-1)?.texts.push(text);
  }

  #end(): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    this.#closing = closed.name;
    const element: XmlElement = {
      name: closed.name,
      uri: closed.uri,
      attributes: closed.attributes,
      children: closed.children,
      text: closed.texts.join('').trim(),
      line: closed.line,
    };
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#root = element;
    else parent.children.push(element);
  }

  #malformed(message: string): never {
    const said = message.replace(/^\d+:\d+: /, '');
    if (/unbound namespace prefix/i.test(said)) this.#fail('TDW_XML_NAMESPACE', `Namespaces: ${said}`);
    const location = said.startsWith('unexpected close tag')
      ? { ...this.location, element: [...this.#open.map((one) => one.name), this.#closing].join('/') }
      : this.location;
    throw new TidewaiterError('TDW_XML_MALFORMED', `Not well-formed: ${said}`, { location });
  }

  #fail(code: ErrorCode, what: string): never {
    throw new TidewaiterError(code, what, { location: this.location });
  }
}
