import type { CustomsMessage } from '../../intake/message.ts';
import { AES_DIALECT } from '../aes/aes-dialect.ts';
import { ASYCUDA_DIALECT } from '../asycuda/asycuda-dialect.ts';
import { DANISH_DIALECT } from '../dms/danish-dialect.ts';
import { DUTCH_DIALECT } from '../dms/dutch-dialect.ts';
import { NCTS_DIALECT } from '../ncts/ncts-dialect.ts';
import { UK_DIALECT } from '../wco/message/uk-dialect.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlDialect } from '../xml/xml-dialect.ts';
/** The formats of XML that are read, in the order in which they are asked. The UK's comes last: it takes or refuses whatever no other knows. */
export const XML_DIALECTS: readonly XmlDialect[] = [
  AES_DIALECT,
  NCTS_DIALECT,
  ASYCUDA_DIALECT,
  DANISH_DIALECT,
  DUTCH_DIALECT,
  UK_DIALECT,
];

/** The messages in a document, by the first format that knows it. Throws TDW_XML_* where it cannot be read. */
export function messagesIn(root: XmlElement): readonly CustomsMessage[] {
  for (const dialect of XML_DIALECTS) {
    const messages = dialect.messagesIn(root);
    if (messages !== undefined) return messages;
  }
  throw new Error('the last dialect has no answer');
}

/** A format of XML that is known and not read: to be told by name, never to be taken for another. */
interface UnreadXml {
  readonly format: string;
  readonly isIn: (root: XmlElement) => boolean;
}

const UNREAD_XML: readonly UnreadXml[] = [
  {
    // Its own profile of the WCO Data Model: <DeclarationNFe>, <DeclarationNoNF>, <DeclarationDrawbackIsencao> inside <Declaration>.
    format: 'the Brazilian export declaration (DU-E)',
    isIn: (root) =>
      /^urn:wco:datamodel:WCO:GoodsDeclaration(_DS)?:/.test(root.uri) &&
      root.children.some(({ name }) => /^Declaration(NFe|NoNF|Drawback\w*)$/.test(name)),
  },
];

/** The name of the format that a document is in, where it is known and not read. */
export function unreadXmlOf(root: XmlElement): string | undefined {
  return UNREAD_XML.find(({ isIn }) => isIn(root))?.format;
}
