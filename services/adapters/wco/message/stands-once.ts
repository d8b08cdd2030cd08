import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { childrenNamed, type XmlElement } from '../../xml/element.ts';
import { isEmpty } from '../mapping/leaves.ts';

/** What says whose message it is, and what it asks for. */
const ONCE = ['FunctionCode', 'FunctionalReferenceID', 'ID', 'TypeCode', 'VersionID', 'Declarant'];

/**
 * Of two elements where one may stand none is chosen. Those that say which declaration a message is about, or what it asks for, make the whole message
 * unreadable: TDW_XML_REPEATED at the second. Any other is read where it stands first, and the second is among the elements that are told to be unread.
 */
export function refuseRepeated(declaration: XmlElement): void {
  for (const name of ONCE) once(declaration, name, `Declaration/${name}`);
  for (const declarant of childrenNamed(declaration, 'Declarant')) once(declarant, 'ID', 'Declaration/Declarant/ID');
}

function once(parent: XmlElement, name: string, path: string): void {
  const [, second] = childrenNamed(parent, name).filter((child) => !isEmpty(child));
  if (second === undefined) return;
  throw new TidewaiterError('TDW_XML_REPEATED', `${path} stands twice, and only one of them could be taken.`, {
    location: { line: second.line, element: path },
  });
}
