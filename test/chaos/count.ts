import { createCodecs } from '../../services/adapters/avro/codecs.ts';
import type { Database } from '../../services/adapters/postgres/database.ts';
import type { DocumentFact } from '../../services/risk/facts/facts.ts';
import type { AssessmentRecord } from '../../services/risk/messages/assessment.ts';
import type { Answers } from './answers.ts';
import type { Input } from './input.ts';
import { judge, type Seen, surplus, type Verdict } from './judge.ts';

/** What came of it all: of the numbers after `draws` each must be zero. */
export interface Count extends Verdict {
  readonly events: number;
  readonly assessed: number;
  readonly deadLettered: number;
  /** Write-offs that assessments state: those covered by their licences, and all. */
  readonly draws: { readonly covered: number; readonly all: number };
  /** The same count by the broker's own Java consumer; `lost` and `doubled` are what our client saw. */
  readonly java: Verdict;
  /** Inputs to which the two saw different numbers of answers. */
  readonly judgesDiffer: number;
  readonly auditMissing: number;
  readonly auditDoubled: number;
  /** Draws in the ledger that no assessment states, and the other way round; and lines that are overdrawn. */
  readonly ledgerDifference: number;
  /** Assessments that name an edition nobody stored, or one of another policy than judged them. */
  readonly mixed: number;
}

export async function countAll(input: Input, answers: Answers, byJava: Seen, database: Database): Promise<Count> {
  return {
    events: input.eventIds.size + input.badKeys.size,
    assessed: answers.assessed.size,
    deadLettered: answers.deadLettered.size,
    draws: drawsStated(answers),
    ...judge(input, answers),
    java: judge(input, byJava),
    judgesDiffer:
      differences(answers.assessed, byJava.assessed) + differences(answers.deadLettered, byJava.deadLettered),
    ...(await countAudit(answers, database)),
    ledgerDifference: await ledgerDifference(answers, database),
    mixed: await countMixed(database),
  };
}

function differences(ours: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>): number {
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter((key) => ours.get(key) !== theirs.get(key)).length;
}

async function countAudit(
  { assessed }: Answers,
  database: Database,
): Promise<Pick<Count, 'auditMissing' | 'auditDoubled'>> {
  const rows = await database.query<{ event_id: string; count: string }>(
    'SELECT event_id::text, count(*) FROM assessments GROUP BY event_id',
  );
  const kept = new Map(rows.map((row) => [row.event_id, Number(row.count)]));
  return { auditMissing: [...assessed.keys()].filter((id) => !kept.has(id)).length, auditDoubled: surplus(kept) };
}

const MIXED = `
SELECT count(*) FROM assessments a LEFT JOIN editions e ON e.edition_id = a.edition_id
 WHERE e.edition_id IS NULL OR e.parts::jsonb->>'policy' <> a.policy_hash`;

async function countMixed(database: Database): Promise<number> {
  const [row] = await database.query<{ count: string }>(MIXED);
  return Number(row!.count);
}

function drawsStated({ assessments }: Answers): Count['draws'] {
  const stated = assessments.flatMap(writeOffsIn);
  return { covered: stated.filter(([, answer]) => answer === 'yes').length, all: stated.length };
}

const WRITE_OFFS = "SELECT event_id::text || '/' || item || '/' || document AS write_off, answer FROM write_offs";
const OVERDRAWN = `
SELECT count(*) FROM (
  SELECT w.licence_id, w.line, sum(w.quantity) AS drawn FROM write_offs w WHERE w.answer = 'yes' AND w.status <> 'released' AND w.superseded_by IS NULL GROUP BY 1, 2
) d JOIN licences l USING (licence_id), jsonb_array_elements(l.lines) AS held WHERE (held->>'line')::int = d.line AND d.drawn > (held->>'quantity')::numeric`;

async function ledgerDifference({ assessments }: Answers, database: Database): Promise<number> {
  const stated = new Map(assessments.flatMap(writeOffsIn));
  const recorded = new Map(
    (await database.query<{ write_off: string; answer: string }>(WRITE_OFFS)).map((row) => [row.write_off, row.answer]),
  );
  const [overdrawn] = await database.query<{ count: string }>(OVERDRAWN);
  const missing = [...stated].filter(([writeOff, answer]) => recorded.get(writeOff) !== answer).length;
  const unstated = [...recorded.keys()].filter((writeOff) => !stated.has(writeOff)).length;
  return missing + unstated + Number(overdrawn!.count);
}

const { declarationEvent } = createCodecs();

/** Write-offs and what the ledger answered, as records by edition hold them: by item and document of the event. */
function writeOffsIn({ eventId, event, facts }: AssessmentRecord): [string, string][] {
  const { items } = JSON.parse(Buffer.from(facts).toString('utf8')) as {
    readonly items: readonly { readonly documents?: readonly (Pick<DocumentFact, 'writeOff'> & { at: number })[] }[];
  };
  const { goodsItems } = declarationEvent.decode(event);
  return items.flatMap(({ documents = [] }, item) =>
    documents.flatMap(({ at, writeOff }): [string, string][] =>
      writeOff?.state === 'found'
        ? [[`${eventId}/${goodsItems[item]!.sequenceNumber}/${at}`, writeOff.value.enough]]
        : [],
    ),
  );
}
