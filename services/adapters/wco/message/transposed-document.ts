import type { DeclarationContent, DeclarationDocument } from '../../../intake/message.ts';
import type { SourceFormat } from '../../../risk/declaration/source-format.ts';
import type { XmlElement } from '../../xml/element.ts';
import type { Transposer } from '../../xml/transposition.ts';
import { contentOf, elementsWithText } from './content.ts';

/**
 * A declaration in another format than the WCO Data Model's, read as the Declaration that it stands for. Nothing
 * amends it but a declaration anew.
 */
export class TransposedDocument implements DeclarationDocument {
  readonly #source: XmlElement;
  readonly #transposer: Transposer;

  readonly #format: SourceFormat;

  constructor(source: XmlElement, transposer: Transposer, format: SourceFormat) {
    this.#format = format;
    this.#source = source;
    this.#transposer = transposer;
  }

  get line(): number {
    return this.#source.line;
  }

  /** Throws TDW_XML_VALUE with the line and the path in the source of a value that cannot be. */
  content(): DeclarationContent {
    return {
      ...contentOf(this.#transposer.transpose(this.#source)),
      source: { format: this.#format, elements: elementsWithText(this.#source) },
    };
  }
}
