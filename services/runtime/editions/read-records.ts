import type { Settings } from '../../../config/settings.ts';
import { createCodecs } from '../../adapters/avro/codecs.ts';
import { policyFromDocument } from '../../adapters/policy-files/load-policy.ts';
import type { Database } from '../../adapters/postgres/database.ts';
import { readEdition } from '../../adapters/postgres/edition-store.ts';
import { readPolicyDocument } from '../../adapters/postgres/policy-store.ts';
import type { StoredAssessment } from '../../adapters/postgres/recorded-assessments.ts';
import { rememberedReference } from '../../adapters/reference-files/remembered-reference.ts';
import { readNamedSet } from '../../reference/active/read-active-set.ts';
import { loadSnapshots } from '../../reference/snapshot/load-snapshots.ts';
import type { SealedSnapshot } from '../../reference/snapshot/snapshot.ts';
import type { Authority, Facts } from '../../risk/facts/facts.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Assessment } from '../../risk/messages/assessment.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import type { OpenEdition } from '../../risk/record/edition-on-record.ts';
import { parseAssessment, readAssessment } from '../../risk/record/recorded-assessment.ts';
import { factsHashOf, type WrittenFacts, writtenFacts } from '../../risk/record/recorded-facts.ts';
import { composeStoredSnapshots } from '../compose/reference.ts';

/** A record as it was judged: all facts, the assessment, and the policy that its reasons are rendered from. */
export interface ReadRecord {
  readonly facts: Facts;
  readonly assessment: Assessment;
  readonly policy: Policy;
}

/**
 * Reads assessments as they stand in the database, whole ones and those by edition alike. Policies and editions are opened when they are
 * first met; of editions the last few stay open, since records of one time name the same.
 * @throws TDW_RECORD_ALTERED, TDW_EDITION_NOT_STORED, TDW_POLICY_NOT_STORED, TDW_REFERENCE_*, TDW_AVRO_*, infrastructure
 */
export type RecordReader = (row: StoredAssessment) => Promise<ReadRecord>;

export function createRecordReader(settings: Settings, database: Database): RecordReader {
  const { declarationEvent } = createCodecs();
  const policyNamed = remembering(POLICIES, async (hash: string) =>
    policyFromDocument(await readPolicyDocument(database, hash)),
  );
  const editionNamed = remembering(EDITIONS, createEditionOpening(settings, database, policyNamed));
  return async (row) => {
    if (factsHashOf(row) !== row.factsHash)
      throw new TidewaiterError(
        'TDW_RECORD_ALTERED',
        `Event and facts of ${row.heading.assessmentId} are not those whose hash is on record.`,
      );
    const policy = await policyNamed(row.heading.versions.policy);
    const written = writtenFacts(row);
    const edition = await editionOf(row, written, editionNamed);
    const facts = written.whole(declarationEvent, edition);
    const recorded = parseAssessment(row.heading, row.assessment);
    return { facts, assessment: readAssessment(recorded, facts, edition), policy };
  };
}

const POLICIES = 50;
const EDITIONS = 4;

/** The edition by which a record is read; undefined where it is whole. */
async function editionOf(
  row: StoredAssessment,
  { isByEdition, authority }: WrittenFacts,
  editionNamed: (id: string, authority: Authority) => Promise<OpenEdition>,
): Promise<OpenEdition | undefined> {
  if (!isByEdition) return undefined;
  if (row.editionId === undefined)
    throw new TidewaiterError(
      'TDW_EDITION_NOT_STORED',
      `${row.heading.assessmentId} is a record by edition and names none.`,
    );
  return editionNamed(row.editionId, authority);
}

function createEditionOpening(
  settings: Settings,
  database: Database,
  policyNamed: (hash: string) => Promise<Policy>,
): (id: string, authority: Authority) => Promise<OpenEdition> {
  const store = composeStoredSnapshots(settings, database);
  // Most snapshots of an edition are those of the one before.
  let before: readonly SealedSnapshot[] = [];
  return async (id, authority) => {
    const { policy, reference, models } = await readEdition(database, id);
    const snapshots = await readNamedSet(reference, store, before);
    before = snapshots;
    return {
      reference,
      models,
      policy: await policyNamed(policy),
      lookUps: rememberedReference(loadSnapshots(snapshots, authority)),
    };
  };
}

/** Makes each thing once, and forgets those that were not asked for longest. */
function remembering<Asked extends readonly unknown[], T>(
  most: number,
  make: (...asked: Asked) => Promise<T>,
): (...asked: Asked) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const known = made.get(key) ?? make(...asked);
    made.delete(key);
    made.set(key, known);
    if (made.size > most) made.delete(made.keys().next().value!);
    return known;
  };
}
