import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { loadSettings } from '../../../services/adapters/config/load-settings.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { loadShippedReference } from '../../../services/adapters/reference-files/shipped-reference.ts';
import type { RecordedAssessment } from '../../../services/audit/ports/audit-store.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { composeOfflineModels } from '../../../services/runtime/compose/models.ts';
import type { RiskModel } from '../../../services/scoring/ports/risk-model.ts';
import { type Judged, judgedInMemory, keptInMemory } from '../../harness/judged-in-memory.ts';

const AUTHORITY = { country: 'US', currency: 'USD', timeZone: 'America/New_York' } as const;

/** Mean bytes of what stands on record of one assessment. */
export interface RecordBytes {
  /** The record's value, uncompressed. */
  readonly value: number;
  /** What its row holds in columns: event, facts, assessment, and the hashes that name what judged. */
  readonly columns: number;
  /** Of both, the event as it came. */
  readonly event: number;
}

export interface RecordForms {
  readonly declarations: number;
  readonly byEdition: RecordBytes;
  readonly whole: RecordBytes;
}

/** Judges declarations in this process, in memory, and weighs their records in both forms. */
export async function recordBytes(events: readonly DeclarationEvent[]): Promise<RecordForms> {
  const { settings } = loadSettings({ variables: {}, workingDirectory: process.cwd() });
  const models = await composeOfflineModels(settings);
  const [byEdition, whole] = [await recordedAs(events, models, false), await recordedAs(events, models, true)];
  return { declarations: byEdition.length, byEdition: meanOf(byEdition), whole: meanOf(whole) };
}

interface OnRecord extends Judged {
  readonly row: RecordedAssessment;
}

async function recordedAs(
  events: readonly DeclarationEvent[],
  models: readonly RiskModel[],
  whole: boolean,
): Promise<readonly OnRecord[]> {
  const codecs = createCodecs();
  const reference = loadShippedReference(AUTHORITY);
  const edition = {
    id: '0'.repeat(64),
    reference: reference.versions,
    models: Object.fromEntries(models.map(({ name, version }) => [name, version])),
  };
  const judged = await judgedInMemory(events, {
    ...{ codecs, reference, models, authority: AUTHORITY },
    policy: loadPolicy('config/policy'),
    record: { edition, whole },
  });
  const rows = await keptInMemory(judged, codecs);
  return judged.map((one, index) => ({ ...one, row: rows[index]! }));
}

function meanOf(records: readonly OnRecord[]): RecordBytes {
  const mean = (of: (record: OnRecord) => number): number =>
    records.reduce((sum, record) => sum + of(record), 0) / records.length;
  return {
    value: mean(({ value }) => value.length),
    columns: mean(({ row }) => columnsOf(row)),
    event: mean(({ row }) => row.record.event.length),
  };
}

function columnsOf({ record, assessment }: RecordedAssessment): number {
  const named = [record.factsHash, record.versions.policy, record.edition ?? '', record.declarationId];
  return record.event.length + record.facts.length + Buffer.byteLength(assessment) + named.join('').length;
}
