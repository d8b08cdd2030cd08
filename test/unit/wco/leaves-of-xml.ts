import { IGNORED_PATHS } from '../../../services/adapters/wco/mapping/ignored-paths.ts';
import type { XmlElement } from '../../../services/adapters/xml/element.ts';
import { normaliseDecimal } from '../../../services/risk/declaration/decimal-text.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { parseInstant, parseTime } from '../../../services/risk/declaration/instant.ts';
import { capitals } from '../../../services/risk/declaration/one-form.ts';
import { foldUnit } from '../../../services/risk/declaration/unit-aliases.ts';

export interface XmlLeaf {
  readonly path: string;
  readonly value: string;
}

/** Every text and attribute of a message that is not on the list of ignored paths. */
export function leavesToFind(root: XmlElement): readonly XmlLeaf[] {
  return walk(root, root.name).filter((leaf) => !IGNORED_PATHS.some(({ path }) => path.test(leaf.path)));
}

function walk(element: XmlElement, path: string): readonly XmlLeaf[] {
  const own = [
    ...element.attributes.map((one) => ({ path: `${path}/@${one.name}`, value: one.value })),
    ...(element.text === '' ? [] : [{ path, value: element.text }]),
  ];
  return [...own, ...element.children.flatMap((child) => walk(child, `${path}/${child.name}`))];
}

/** Leaves whose value is not in the event, each value of the event answering for one leaf only. A format code is known by its time having been read. */
export function leavesMissingIn(event: DeclarationEvent, leaves: readonly XmlLeaf[]): readonly XmlLeaf[] {
  const stock = new Map<string, number>();
  for (const value of scalarsOf(event)) stock.set(value, (stock.get(value) ?? 0) + 1);
  const take = (value: string | undefined): boolean => {
    const left = value === undefined ? 0 : (stock.get(value) ?? 0);
    if (value !== undefined && left > 0) stock.set(value, left - 1);
    return left > 0;
  };
  return leaves.filter(
    ({ path, value }) =>
      !path.endsWith('/@formatCode') &&
      !take(value) &&
      !take(normaliseDecimal(value)) &&
      !take(parseInstant(value)) &&
      !take(parseTime(value)) &&
      !take(capitals(value)) &&
      !take(foldUnit(value)) &&
      !take(/^\d+$/.test(value) ? String(Number(value)) : undefined),
  );
}

const WORKED_OUT = new Set(['eventId', 'eventType', 'completeness', 'message', 'occurredAt']);

/** Values of the event, without what was worked out. */
function scalarsOf(event: DeclarationEvent): readonly string[] {
  return Object.entries(event)
    .filter(([name]) => !WORKED_OUT.has(name))
    .flatMap(([, value]) => flatten(value));
}

function flatten(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(flatten) : [];
}
