import type { BufferedMessage } from '../../intake/buffered-message.ts';
import type { CustomsMessage } from '../../intake/message.ts';
import { parseXml, type XmlLimits } from '../xml/read-xml.ts';
import { messagesIn } from './xml-dialects.ts';

/** Characters of XML whose trees are kept: as much as the largest message, or many small ones. */
const KEPT_CHARACTERS = 16 * 1024 * 1024;

/** Buffered messages as trees again. A text of many messages is parsed once as long as it is among the last that were asked for, not once for each. */
export class ParsedMessages {
  readonly #limits: XmlLimits | undefined;
  /** The one asked for last comes last. */
  readonly #kept = new Map<string, readonly CustomsMessage[]>();
  #characters = 0;

  constructor(limits: XmlLimits | undefined) {
    this.#limits = limits;
  }

  of({ text, index }: BufferedMessage): CustomsMessage {
    const message = this.#parsed(text)[index];
    if (message === undefined) throw new Error('a buffered message has changed');
    return message;
  }

  #parsed(text: string): readonly CustomsMessage[] {
    const messages = this.#kept.get(text) ?? messagesIn(parseXml(text, this.#limits));
    if (!this.#kept.delete(text)) this.#characters += text.length;
    this.#kept.set(text, messages);
    for (const oldest of this.#kept.keys()) {
      if (this.#characters <= KEPT_CHARACTERS || oldest === text) break;
      this.#kept.delete(oldest);
      this.#characters -= oldest.length;
    }
    return messages;
  }
}
