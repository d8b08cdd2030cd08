import type { Amended, DeclarationContent, DeclarationDocument } from '../../../intake/message.ts';
import type { DeclarationEvent } from '../../../risk/declaration/declaration-event.ts';
import type { XmlElement } from '../../xml/element.ts';
import { mergeAmendment } from '../amendment/merge.ts';
import { writeDeclaration } from '../mapping/write-declaration.ts';
import { contentOf } from './content.ts';

/** A Declaration element of the WCO Data Model, in the UK's form, as what intake knows of a document. */
export class WcoDocument implements DeclarationDocument {
  readonly element: XmlElement;

  constructor(element: XmlElement) {
    this.element = element;
  }

  get line(): number {
    return this.element.line;
  }

  /** Throws TDW_XML_VALUE with line and element for a value that cannot be. */
  content(): DeclarationContent {
    return contentOf(this.element);
  }

  /** Merged element by element, by the change's pointers; no answer where the change is no such element. */
  amendedBy(change: DeclarationDocument): Amended | undefined {
    if (!(change instanceof WcoDocument)) return undefined;
    const { declaration, complete } = mergeAmendment(this.element, change.element);
    return { document: new WcoDocument(declaration), complete };
  }
}

/** The document that an event may have come from. */
export function documentOf(event: DeclarationEvent): DeclarationDocument {
  return new WcoDocument(writeDeclaration(event));
}
