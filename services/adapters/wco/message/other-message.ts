import type { OtherMessage } from '../../../intake/message.ts';
import { textAt, type XmlElement } from '../../xml/element.ts';
import { namedInReport } from './named-declaration.ts';

/** What a message is that is recognised and declares nothing; `undefined` for any other. */
export function otherMessage(root: XmlElement): OtherMessage | undefined {
  if (/^inventoryLinking/i.test(root.name))
    return { kind: 'other', name: `inventory-linking ${movementCode(root)}`, declarations: [] };
  if (/^(query|retrieve|search)\w*Request$/i.test(root.name))
    return { kind: 'other', name: `request for a report ${root.name}`, declarations: [] };
  if (/^(declaration|retrieve|query|search)\w*Response$/i.test(root.name))
    return { kind: 'other', name: `retrieval report ${root.name}`, declarations: namedInReport(root) };
  if (
    /^FileUpload(Request|Response)$/.test(root.name) ||
    (textAt(root, 'FileReference') !== undefined && textAt(root, 'Outcome') !== undefined)
  )
    return { kind: 'other', name: `upload of documents ${root.name}`, declarations: [] };
  if (root.name === 'errorResponse') return { kind: 'other', name: 'gateway answer errorResponse', declarations: [] };
  if (/^\w+Declaration(Response|Result)$/.test(root.name))
    return { kind: 'other', name: `gateway answer ${root.name}`, declarations: namedInReport(root) };
  return undefined;
}

function movementCode(root: XmlElement): string {
  const code = textAt(root, 'messageCode');
  return code !== undefined && /^\w{1,6}$/.test(code) ? code : root.name;
}
