import type { RequestMessage } from '../../../risk/declaration/declaration-event.ts';
import { textAt, type XmlElement } from '../../xml/element.ts';

/** What a Declaration or Response says of itself as a message. */
export function requestOf(element: XmlElement): RequestMessage {
  const named = {
    functionCode: textAt(element, 'FunctionCode'),
    functionalReferenceId: textAt(element, 'FunctionalReferenceID'),
    typeCode: textAt(element, 'TypeCode'),
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}

/** Why it was cancelled: in the trader's words, else the code of the reason. */
export function cancellationCause(declaration: XmlElement): string | undefined {
  return (
    textAt(declaration, 'AdditionalInformation', 'StatementDescription') ??
    textAt(declaration, 'Amendment', 'ChangeReasonCode')
  );
}
