import type { XmlElement } from '../xml/element.ts';

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
