import type { CustomsMessage, DeclarationMessage } from '../../intake/message.ts';
import type { RequestMessage } from '../../risk/declaration/declaration-event.ts';
import { timeAt } from '../wco/message/lifecycle-content.ts';
import { requestOf } from '../wco/message/request-message.ts';
import { at, childrenNamed, textAt, type XmlElement } from '../xml/element.ts';
import type { XmlDialect } from '../xml/xml-dialect.ts';
import { declarationMessage, dmsTransposer, isDeclarationAnew, type DmsFunction } from './dms-message.ts';
import { dutchNotification } from './dutch-notices.ts';

/** "urn:wco:datamodel:WCO:DMS.Declaration:1"; DECO is the same for goods of little value. */
const NAMESPACE = /^urn:wco:datamodel:WCO:(?:DMS|DECO)\.(\w+):\d+$/;
const ENVELOPE_DEPTH = 6;

const TRANSPOSER = dmsTransposer('EUR');

/** Messages of the Dutch customs administration's declaration management system. */
export const DUTCH_DIALECT: XmlDialect = {
  format: 'Dutch DMS',
  messagesIn: (root) => {
    const found = envelopesIn(root, ENVELOPE_DEPTH);
    return found.length === 0 ? undefined : found.flatMap(messagesOf);
  },
};

/** A MetaData, or what should stand in one where the message bus has taken it off. */
function envelopesIn(element: XmlElement, depth: number): readonly XmlElement[] {
  if (NAMESPACE.test(element.uri)) return [element];
  return depth === 0 ? [] : element.children.flatMap((child) => envelopesIn(child, depth - 1));
}

function messagesOf(envelope: XmlElement): readonly CustomsMessage[] {
  const parts = envelope.name === 'MetaData' ? envelope.children : [envelope];
  const messages = parts.flatMap((part): readonly CustomsMessage[] => {
    if (part.name === 'Response') return [dutchNotification(part, codeOf(envelope), timeAt(envelope, ...PREPARED))];
    return part.name === 'Declaration' ? [messageOf(part, envelope)] : [];
  });
  return messages.length === 0 ? [{ kind: 'other', name: `Dutch DMS message ${codeOf(envelope) ?? 'without type code'}`, declarations: [] }] : messages;
}

const PREPARED: readonly string[] = ['CommunicationMetaData', 'PreparationDateTime'];

/** "CC515C": a name of the EU's export or import messages, or one of the system's own. */
function codeOf(envelope: XmlElement): string | undefined {
  const code = textAt(envelope, 'WCOTypeCode')?.toUpperCase();
  return code !== undefined && /^\w{1,10}$/.test(code) ? code : undefined;
}

/** By the numbers in the names of the EU's messages: 415 and 515 are lodgements, 13 amends and 14 cancels. */
const OF_CODE: ReadonlyMap<string, DmsFunction> = new Map([
  ['CC415', 'lodgement'], ['CC515', 'lodgement'], ['CC413', 'change'], ['CC513', 'change'], ['CCAMD', 'change'], ['CC414', 'cancellation'], ['CC514', 'cancellation'],
]);
const OF_TYPE: ReadonlyMap<string, DmsFunction> = new Map([['INV', 'cancellation'], ['COR', 'change']]);
const OF_FUNCTION: ReadonlyMap<string, DmsFunction> = new Map([['1', 'cancellation'], ['4', 'change'], ['5', 'change'], ['13', 'change']]);

function messageOf(declaration: XmlElement, envelope: XmlElement): CustomsMessage {
  const kind = kindOf(declaration, envelope);
  const preparedAt = timeAt(envelope, ...PREPARED);
  if (kind === undefined) return { kind: 'other', name: `Dutch DMS message ${codeOf(envelope) ?? 'without goods'}`, declarations: [] };
  return declarationMessage({ declaration, kind, transposer: TRANSPOSER, request: asked(kind, declaration), ...(preparedAt === undefined ? {} : { preparedAt }) });
}

/**
 * Undefined for one that neither lodges, amends nor cancels: a presentation of goods, an answer to a question. An amendment in the form of a declaration
 * states it anew; an additional message says only what it adds or changes.
 */
function kindOf(declaration: XmlElement, envelope: XmlElement): DeclarationMessage['kind'] | undefined {
  const code = codeOf(envelope);
  const isAddition = NAMESPACE.exec(envelope.uri)?.[1] === 'AdditionalMessage';
  const meant = OF_CODE.get(code?.slice(0, 5) ?? '') ?? statedFunction(declaration) ?? (isAddition ? 'change' : 'lodgement');
  const isNamed = code !== undefined && OF_CODE.has(code.slice(0, 5));
  if (!isNamed && (code?.startsWith('CC') === true || !hasGoods(declaration)) && statedFunction(declaration) === undefined) return undefined;
  if (meant !== 'change') return meant;
  return !isAddition && isDeclarationAnew(declaration) ? 'replacement' : 'amendment';
}

function statedFunction(declaration: XmlElement): DmsFunction | undefined {
  const [type, code] = [textAt(declaration, 'TypeCode')?.toUpperCase(), textAt(declaration, 'FunctionCode')?.replace(/^0+(?=\d)/, '')];
  return OF_TYPE.get(type ?? '') ?? OF_FUNCTION.get(code ?? '');
}

function hasGoods(declaration: XmlElement): boolean {
  const shipment = at(declaration, 'GoodsShipment');
  return shipment !== undefined && childrenNamed(shipment, 'GovernmentAgencyGoodsItem').length > 0;
}

/** In the words of the UK's service, where the message does not say it itself: 13 is a request, COR to amend, INV to cancel. */
function asked(kind: DeclarationMessage['kind'], declaration: XmlElement): RequestMessage {
  const stated = requestOf(declaration);
  return kind === 'lodgement' ? stated : { functionCode: '13', ...stated, typeCode: kind === 'cancellation' ? 'INV' : 'COR' };
}
