import type { CustomsMessage } from '../../intake/message.ts';
import type { XmlElement } from './element.ts';

/** One format of XML that customs systems send. */
export interface XmlDialect {
  /** As a person calls it: "NCTS CC015C". */
  readonly format: string;
  /** The messages in a document; `undefined` where it is not of this format. Throws TDW_XML_* for one that is and cannot be read. */
  messagesIn(root: XmlElement): readonly CustomsMessage[] | undefined;
}
