import type { CustomsMessage, DeclarationMessage } from '../../intake/message.ts';
import type { RequestMessage } from '../../risk/declaration/declaration-event.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { timeAt } from '../wco/message/lifecycle-content.ts';
import { optional } from '../wco/message/named-declaration.ts';
import { requestOf } from '../wco/message/request-message.ts';
import { textAt, type XmlElement } from '../xml/element.ts';
import type { Transposer } from '../xml/transposition.ts';
import type { XmlDialect } from '../xml/xml-dialect.ts';
import {
  declarationMessage,
  type DmsFunction,
  dmsTransposer,
  functionCodeOf,
  isDeclarationAnew,
  itemsOf,
} from './dms-message.ts';
import { dutchNotification } from './dutch-notices.ts';

/** "urn:wco:datamodel:WCO:DMS.Declaration:1"; DECO is the same for goods of little value. */
const NAMESPACE = /^urn:wco:datamodel:WCO:(?:DMS|DECO)\.(\w+):\d+$/;
const ENVELOPE_DEPTH = 6;
/** No message stands inside one of another country. */
const INNERMOST: ReadonlySet<string> = new Set(['Declaration', 'Response']);

const transposerFor = (type: string | undefined): Transposer => dmsTransposer({ currency: 'EUR', type: () => type });

/** By the first digit of the message's name: 415 declares for import, 515 for export. */
const TRANSPOSERS: ReadonlyMap<string, Transposer> = new Map([
  ['CC4', transposerFor('IM')],
  ['CC5', transposerFor('EX')],
]);
const TRANSPOSER = transposerFor(undefined);

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
  if (depth === 0 || INNERMOST.has(element.name)) return [];
  return element.children.flatMap((child) => envelopesIn(child, depth - 1));
}

function messagesOf(envelope: XmlElement): readonly CustomsMessage[] {
  const parts = envelope.name === 'MetaData' ? envelope.children : [envelope];
  const messages = parts.flatMap((part): readonly CustomsMessage[] => {
    if (part.name === 'Response') return [dutchNotification(part, codeOf(envelope), timeAt(envelope, ...PREPARED))];
    return part.name === 'Declaration' ? [messageOf(part, envelope)] : [];
  });
  if (messages.length === 0) throw nothingInside(envelope);
  return messages;
}

function nothingInside({ name, line }: XmlElement): TidewaiterError {
  const what = `<${name}> holds neither a Declaration nor a Response of the Dutch DMS.`;
  return new TidewaiterError('TDW_XML_NOT_WCO', what, { location: { line, element: name } });
}

const PREPARED: readonly string[] = ['CommunicationMetaData', 'PreparationDateTime'];

/** "CC515C": a name of the EU's export or import messages, or one of the system's own. */
function codeOf(envelope: XmlElement): string | undefined {
  const code = textAt(envelope, 'WCOTypeCode')?.toUpperCase();
  return code !== undefined && /^\w{1,10}$/.test(code) ? code : undefined;
}

/** By the numbers in the names of the EU's messages: 15 lodges, 13 amends, 14 cancels. */
const OF_CODE: ReadonlyMap<string, DmsFunction> = new Map([
  ['CC415', 'lodgement'],
  ['CC515', 'lodgement'],
  ['CC413', 'change'],
  ['CC513', 'change'],
  ['CCAMD', 'change'],
  ['CC414', 'cancellation'],
  ['CC514', 'cancellation'],
]);
const OF_TYPE: ReadonlyMap<string, DmsFunction> = new Map([
  ['INV', 'cancellation'],
  ['COR', 'change'],
]);
const OF_FUNCTION: ReadonlyMap<string, DmsFunction> = new Map([
  ['1', 'cancellation'],
  ['4', 'change'],
  ['5', 'change'],
  ['13', 'change'],
]);

function messageOf(declaration: XmlElement, envelope: XmlElement): CustomsMessage {
  const code = codeOf(envelope);
  const isAddition = NAMESPACE.exec(envelope.uri)?.[1] === 'AdditionalMessage';
  const meant = functionOf(declaration, code, isAddition);
  if (meant === undefined) return otherMessage(envelope);
  const kind = meant === 'change' ? changeOf(declaration, isAddition) : meant;
  return declarationMessage({
    declaration,
    kind,
    source: 'DMS-NL',
    request: asked(kind, declaration),
    transposer: TRANSPOSERS.get(code?.slice(0, 3) ?? '') ?? TRANSPOSER,
    ...optional('preparedAt', timeAt(envelope, ...PREPARED)),
  });
}

/** Undefined for one that neither lodges, amends nor cancels: a presentation of goods, an answer to a question. */
function functionOf(declaration: XmlElement, code: string | undefined, isAddition: boolean): DmsFunction | undefined {
  const said = OF_CODE.get(code?.slice(0, 5) ?? '') ?? statedFunction(declaration);
  if (said !== undefined || code?.startsWith('CC') === true) return said;
  if (isAddition) return 'change';
  return textAt(declaration, 'ID') !== undefined && itemsOf(declaration).length === 0 ? undefined : 'lodgement';
}

function statedFunction(declaration: XmlElement): DmsFunction | undefined {
  const byType = OF_TYPE.get(textAt(declaration, 'TypeCode')?.toUpperCase() ?? '');
  return byType ?? OF_FUNCTION.get(functionCodeOf(declaration) ?? '');
}

/** An amendment in the form of a declaration states it anew; an additional message says only what it changes. */
function changeOf(declaration: XmlElement, isAddition: boolean): DeclarationMessage['kind'] {
  return !isAddition && isDeclarationAnew(declaration) ? 'replacement' : 'amendment';
}

function otherMessage(envelope: XmlElement): CustomsMessage {
  return { kind: 'other', name: `Dutch DMS message ${codeOf(envelope) ?? 'without type code'}`, declarations: [] };
}

/** In the words of the UK's service, where the message says it otherwise: 13 asks, COR to amend, INV to cancel. */
function asked(kind: DeclarationMessage['kind'], declaration: XmlElement): RequestMessage {
  const stated = requestOf(declaration);
  if (kind === 'lodgement') return stated;
  return { functionCode: '13', ...stated, typeCode: kind === 'cancellation' ? 'INV' : 'COR' };
}
