import { isDay } from '../../risk/declaration/day.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { FieldShape, Kind } from '../kinds/kind.ts';
import { kindNamed, KINDS } from '../kinds/kinds.ts';
import { isCountry, type RowProblem } from '../kinds/rows.ts';
import { type Snapshot, SNAPSHOT_SCHEMA } from './snapshot.ts';

/**
 * Checks that a parsed document is a snapshot of this schema with the fields of its kind. The rows were checked by whoever
 * made it; its hash vouches that nobody changed them since. Throws `TDW_REFERENCE_MALFORMED`.
 * @param where it came from, for people
 */
export function checkSnapshot(document: unknown, where: string, kinds: readonly Kind[] = KINDS): Snapshot {
  const problem = snapshotProblem(document, kinds);
  if (problem !== undefined)
    throw new TidewaiterError('TDW_REFERENCE_MALFORMED', `${where} is no reference snapshot: ${problem}.`, {
      location: { file: where },
    });
  return document as Snapshot;
}

/** The first row of a checked snapshot that cannot be looked up in, or day of its own that is none, for those that came from outside. */
export function firstRowProblem(snapshot: Snapshot, kinds: readonly Kind[] = KINDS): RowProblem | undefined {
  return dayProblem(snapshot) ?? kindNamed(snapshot.kind, kinds)?.rowProblem(snapshot.content);
}

function dayProblem({ validFrom, validTo, provenance: { sourceDay } }: Snapshot): RowProblem | undefined {
  const days = Object.entries({ validFrom, validTo, 'provenance.sourceDay': sourceDay });
  const wrong = days.find(([, day]) => day !== undefined && !isDay(day));
  return wrong && { path: wrong[0], what: `${shown(wrong[1])} is no calendar day` };
}

/** How many entries a snapshot has in each of its parts. */
export function countEntries(
  { kind, content }: Snapshot,
  kinds: readonly Kind[] = KINDS,
): Readonly<Record<string, number>> {
  return kindNamed(kind, kinds)?.count(content) ?? {};
}

function snapshotProblem(document: unknown, kinds: readonly Kind[]): string | undefined {
  if (!isRecord(document)) return 'not an object';
  const { schema, kind: name, of, provenance, content } = document;
  if (schema !== SNAPSHOT_SCHEMA) return `schema ${String(schema)} instead of ${SNAPSHOT_SCHEMA}`;
  const kind = kindNamed(name, kinds);
  if (kind === undefined) return `unknown kind ${String(name)}`;
  if (kind.isByCountry ? !isCountry(of) : of !== undefined)
    return `of ${shown(of)}; ${kind.isByCountry ? `a ${kind.name} is of a country ("US")` : `there is one ${kind.name}, of nothing`}`;
  if (!isRecord(provenance) || typeof provenance['sourceDay'] !== 'string') return 'no provenance with a source day';
  return isRecord(content) ? contentProblem(kind, content, of) : 'no content';
}

function contentProblem(kind: Kind, content: Record<string, unknown>, of: unknown): string | undefined {
  if (kind.isByCountry && content['country'] !== of)
    return `content.country ${shown(content['country'])} in a ${kind.name} of ${String(of)}`;
  const wrong = Object.entries<FieldShape>(kind.shape).find(([field, shape]) => shapeOf(content[field]) !== shape);
  return wrong === undefined ? undefined : `content.${wrong[0]} is no ${wrong[1]}`;
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 40) ?? 'nothing';
}

function shapeOf(value: unknown): FieldShape | 'other' {
  if (Array.isArray(value)) return 'list';
  if (isRecord(value)) return 'record';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'number' : 'other';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
