import type { CustomsMessage, DeclarationMessage } from '../../intake/message.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { requestOf } from '../wco/message/request-message.ts';
import { at, textAt, type XmlElement } from '../xml/element.ts';
import type { ElementDraft } from '../xml/element-draft.ts';
import type { XmlDialect } from '../xml/xml-dialect.ts';
import { danishNotificationsIn } from './danish-notices.ts';
import {
  declarationMessage,
  type DmsFunction,
  dmsTransposer,
  functionCodeOf,
  isDeclarationAnew,
  itemsOf,
} from './dms-message.ts';

const NAMESPACES: ReadonlySet<string> = new Set(['urn:wco:datamodel:WCO:DEC-DMS:2', '']);
/** How deep a declaration may stand in the envelope of a gateway or message bus. */
const ENVELOPE_DEPTH = 6;

/** Elements that the Danish form has, and that of the UK, which has the same namespace, has not. */
const OF_DECLARATION: ReadonlySet<string> = new Set(['EDSMetaData', 'Authorisation', 'ExportOffice', 'SecurityCode']);
/** Columns of the EU's data model: "B1", "H7", "G4G3". */
const CATEGORY = /^([A-I][1-9]){1,2}$/;
const OF_SHIPMENT: ReadonlySet<string> = new Set([
  'GoodsMeasure',
  'DispatchCountry',
  'SupportingDocument',
  'AdditionalReference',
]);
const OF_ITEM: ReadonlySet<string> = new Set([
  'SupportingDocument',
  'AdditionalReference',
  'Authorisation',
  'DispatchCountry',
]);

const TRANSPOSER = dmsTransposer({ currency: 'DKK', type: typeOfCategory });

/** Trade with special fiscal territories. */
const WITHIN_THE_UNION: ReadonlySet<string> = new Set(['B4', 'H5']);
const BY_LETTER: ReadonlyMap<string, string> = new Map([
  ['A', 'EX'],
  ['B', 'EX'],
  ['C', 'EX'],
  ['G', 'IM'],
  ['H', 'IM'],
  ['I', 'IM'],
]);

/** The columns A to C of the EU's data model are of goods that leave, G to I of goods that enter. */
function typeOfCategory(declaration: ElementDraft): string | undefined {
  const category = declaration.first('ProcedureCategory')?.text ?? '';
  return WITHIN_THE_UNION.has(category) ? 'CO' : BY_LETTER.get(category.slice(0, 1));
}

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
  if (CATEGORY.test(textAt(declaration, 'ProcedureCategory') ?? '')) return true;
  if (has(declaration, OF_DECLARATION) || (shipment !== undefined && has(shipment, OF_SHIPMENT))) return true;
  return itemsOf(declaration).some((item) => has(item, OF_ITEM));
}

function has(element: XmlElement, names: ReadonlySet<string>): boolean {
  return element.children.some(({ name }) => names.has(name));
}

function declaration(element: XmlElement): CustomsMessage {
  const kind = kindOf(element);
  const request = requestOf(element);
  return declarationMessage({ declaration: element, kind, transposer: TRANSPOSER, source: 'DMS-DK', request });
}

/** UN/EDIFACT 1225, and 34 for a supplement. */
const OF_FUNCTION: ReadonlyMap<string, DmsFunction> = new Map([
  ['1', 'cancellation'],
  ['4', 'change'],
  ['5', 'change'],
  ['9', 'lodgement'],
  ['13', 'change'],
  ['14', 'change'],
  ['34', 'change'],
]);
const OF_TYPE: ReadonlyMap<string, DmsFunction> = new Map([
  ['INV', 'cancellation'],
  ['COR', 'change'],
  ['SUP', 'change'],
  ['GPN', 'change'],
]);

/**
 * Corrections, amendments and supplements state the declaration anew; there are no pointers. Throws
 * TDW_XML_FUNCTION_CODE for a code that says none of it.
 */
function kindOf(element: XmlElement): DeclarationMessage['kind'] {
  const stated = functionCodeOf(element);
  const byFunction = stated === undefined ? 'lodgement' : OF_FUNCTION.get(stated);
  if (byFunction === undefined) throw unknownFunction(element);
  const meant = OF_TYPE.get(textAt(element, 'TypeCode')?.toUpperCase() ?? '') ?? byFunction;
  if (meant !== 'change') return meant;
  return isDeclarationAnew(element) ? 'replacement' : 'amendment';
}

function unknownFunction(element: XmlElement): TidewaiterError {
  const code = at(element, 'FunctionCode');
  const named = /^\w{1,10}$/.test(code?.text ?? '') ? `"${code?.text ?? ''}"` : 'of more than a few letters';
  const location = { line: code?.line ?? element.line, element: 'Declaration/FunctionCode' };
  const what = `The FunctionCode ${named} says neither lodgement, amendment nor cancellation.`;
  return new TidewaiterError('TDW_XML_FUNCTION_CODE', what, { location });
}
