import type { CustomsMessage, DeclarationMessage } from '../../intake/message.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { requestOf } from '../wco/message/request-message.ts';
import { at, childrenNamed, textAt, type XmlElement } from '../xml/element.ts';
import type { XmlDialect } from '../xml/xml-dialect.ts';
import { danishNotificationsIn } from './danish-notices.ts';
import { declarationMessage, dmsTransposer, isDeclarationAnew, type DmsFunction } from './dms-message.ts';

const NAMESPACES: ReadonlySet<string> = new Set(['urn:wco:datamodel:WCO:DEC-DMS:2', '']);
/** How deep a declaration may stand in the envelope of a gateway or message bus. */
const ENVELOPE_DEPTH = 6;

/** Elements that the Danish form has and the UK's, which has the same namespace, does not. */
const OF_DECLARATION: ReadonlySet<string> = new Set(['ProcedureCategory', 'EDSMetaData', 'Authorisation', 'ExportOffice', 'SecurityCode']);
const OF_SHIPMENT: ReadonlySet<string> = new Set(['GoodsMeasure', 'DispatchCountry', 'SupportingDocument', 'AdditionalReference']);
const OF_ITEM: ReadonlySet<string> = new Set(['SupportingDocument', 'AdditionalReference', 'Authorisation', 'DispatchCountry']);

const TRANSPOSER = dmsTransposer('DKK');

/** Declarations of the Danish customs agency's declaration management system, and what it notifies of. */
export const DANISH_DIALECT: XmlDialect = {
  format: 'Danish DMS',
  messagesIn: (root) => {
    const found = [...danishDeclarationsIn(root, ENVELOPE_DEPTH).map(declaration), ...danishNotificationsIn(root)];
    return found.length === 0 ? undefined : found;
  },
};

/** Not in an envelope of the UK's, which names its country. */
function danishDeclarationsIn(element: XmlElement, depth: number): readonly XmlElement[] {
  if (element.name === 'Declaration') return isDanish(element) ? [element] : [];
  if (depth === 0 || (textAt(element, 'ResponsibleCountryCode') ?? 'DK') !== 'DK') return [];
  return element.children.flatMap((child) => danishDeclarationsIn(child, depth - 1));
}

function isDanish(declaration: XmlElement): boolean {
  if (!NAMESPACES.has(declaration.uri)) return false;
  const shipment = at(declaration, 'GoodsShipment');
  return has(declaration, OF_DECLARATION) || (shipment !== undefined && (has(shipment, OF_SHIPMENT) || childrenNamed(shipment, 'GovernmentAgencyGoodsItem').some((item) => has(item, OF_ITEM))));
}

const has = (element: XmlElement, names: ReadonlySet<string>): boolean => element.children.some(({ name }) => names.has(name));

function declaration(element: XmlElement): CustomsMessage {
  return declarationMessage({ declaration: element, kind: kindOf(element), transposer: TRANSPOSER, request: requestOf(element) });
}

/** UN/EDIFACT 1225, and 34 for a supplement. */
const OF_FUNCTION: ReadonlyMap<string, DmsFunction> = new Map([['1', 'cancellation'], ['4', 'change'], ['5', 'change'], ['9', 'lodgement'], ['13', 'change'], ['14', 'change'], ['34', 'change']]);
const OF_TYPE: ReadonlyMap<string, DmsFunction> = new Map([['INV', 'cancellation'], ['COR', 'change'], ['SUP', 'change'], ['GPN', 'change']]);

/** Corrections, amendments and supplements state the declaration anew; there are no pointers. Throws TDW_XML_FUNCTION_CODE for a code that says neither. */
function kindOf(element: XmlElement): DeclarationMessage['kind'] {
  const stated = textAt(element, 'FunctionCode');
  const byFunction = stated === undefined ? 'lodgement' : OF_FUNCTION.get(stated.replace(/^0+(?=\d)/, ''));
  if (byFunction === undefined) throw unknownFunction(element);
  const meant = OF_TYPE.get(textAt(element, 'TypeCode')?.toUpperCase() ?? '') ?? byFunction;
  if (meant !== 'change') return meant;
  return isDeclarationAnew(element) ? 'replacement' : 'amendment';
}

function unknownFunction(element: XmlElement): TidewaiterError {
  const code = at(element, 'FunctionCode');
  const named = /^\w{1,10}$/.test(code?.text ?? '') ? `"${code?.text ?? ''}"` : 'of more than a few letters';
  return new TidewaiterError('TDW_XML_FUNCTION_CODE', `The FunctionCode ${named} says neither lodgement, amendment nor cancellation.`, { place: { line: code?.line ?? element.line, element: 'Declaration/FunctionCode' } });
}
