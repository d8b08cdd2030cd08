import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { SNAPSHOT_KINDS, type SnapshotKind } from './contents.ts';
import { type AnySnapshot, SNAPSHOT_SCHEMA } from './snapshot.ts';

/** Fields that a content of each kind cannot be without, and whether each is a list or a record. */
const SHAPE: Readonly<Record<SnapshotKind, Readonly<Record<string, 'list' | 'record' | 'text' | 'number'>>>> = {
  nomenclature: { editions: 'list', moves: 'record', chapterTitles: 'record', headingTitles: 'record' },
  tariff: { country: 'text', headings: 'list', lines: 'list', statistical: 'list', additional: 'list' },
  'export-codes': { country: 'text', headings: 'list', lines: 'list', statistical: 'list', additional: 'list' },
  controls: { measures: 'list' },
  'document-types': { types: 'record' },
  'exchange-rates': { base: 'text', maximumAgeDays: 'number', days: 'list' },
  'usual-ratios': { currency: 'text', minimumCount: 'number', rows: 'list' },
  'high-priority': { codes: 'list' },
  geography: { countries: 'list', hubs: 'record' },
};

/** Kinds of which there is one a country; of the others there is one. */
const BY_COUNTRY: readonly SnapshotKind[] = ['tariff', 'export-codes'];

/**
 * Checks that a parsed document is a snapshot of this schema with the fields of its kind. The rows were checked by whoever
 * made it; its hash vouches that nobody changed them since.
 */
export function checkSnapshot(document: unknown, where: string): AnySnapshot {
  const refuse = (what: string): never => {
    throw new TidewaiterError('TDW_REFERENCE_MALFORMED', `${where} is no reference snapshot: ${what}.`, {
      place: { file: where },
    });
  };
  if (!isRecord(document)) return refuse('not an object');
  if (document['schema'] !== SNAPSHOT_SCHEMA)
    return refuse(`schema ${String(document['schema'])} instead of ${SNAPSHOT_SCHEMA}`);
  const kind =
    SNAPSHOT_KINDS.find((known) => known === document['kind']) ?? refuse(`unknown kind ${String(document['kind'])}`);
  const { of } = document;
  if (BY_COUNTRY.includes(kind) ? !isCountry(of) : of !== undefined)
    return refuse(
      `of ${JSON.stringify(of)?.slice(0, 40) ?? 'nothing'}; ${BY_COUNTRY.includes(kind) ? `a ${kind} is of a country ("US")` : `there is one ${kind}, of nothing`}`,
    );
  const provenance = document['provenance'];
  if (!isRecord(provenance) || typeof provenance['sourceDay'] !== 'string')
    return refuse('no provenance with a source day');
  const content = document['content'];
  if (!isRecord(content)) return refuse('no content');
  if (BY_COUNTRY.includes(kind) && content['country'] !== of)
    refuse(
      `content.country ${JSON.stringify(content['country'])?.slice(0, 40) ?? 'nothing'} in a ${kind} of ${String(of)}`,
    );
  for (const [field, shape] of Object.entries(SHAPE[kind])) {
    if (shapeOf(content[field]) !== shape) refuse(`content.${field} is no ${shape}`);
  }
  return document as unknown as AnySnapshot;
}

function isCountry(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value);
}

function shapeOf(value: unknown): 'list' | 'record' | 'text' | 'number' | 'other' {
  if (Array.isArray(value)) return 'list';
  if (isRecord(value)) return 'record';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'number' : 'other';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
