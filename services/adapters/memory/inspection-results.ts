import type { Verdict } from '../../audit/ports/audit-store.ts';
import type {
  FindingCount,
  InspectedDays,
  InspectionResults,
  LaneCount,
} from '../../feedback/ports/inspection-results.ts';
import type { Instant } from '../../risk/declaration/instant.ts';
import { createCalendar } from '../../risk/declaration/local-day.ts';
import type { Lane } from '../../risk/lanes/lane.ts';
import type { MemoryAuditStore } from './audit-store.ts';
import { type HitVerdict, type Inspection, inspectionOf, isIrregular, lookedAt, verdictsOf } from './inspections.ts';

/** A hit, once over all outcomes of its assessment. */
interface OneVerdict extends HitVerdict {
  readonly inspectedAt: Instant;
  readonly office: string | undefined;
}

const LANES: readonly Lane[] = ['red', 'query', 'yellow', 'blue', 'green'];
const VERDICTS: readonly Verdict[] = ['confirmed', 'otherwise', 'falseAlarm'];

/**
 * What an audit in memory knows of inspections, counted as the views of the database count it.
 * @param timeZone of the authority, IANA name: whose days are meant
 */
export function createMemoryInspectionResults(audit: MemoryAuditStore, timeZone: string): InspectionResults {
  const dayOf = createCalendar(timeZone);
  const within = <T extends { readonly inspectedAt: Instant }>(all: readonly T[], { from, to }: InspectedDays): T[] =>
    all.filter(({ inspectedAt }) => {
      const day = dayOf(inspectedAt);
      return (from === undefined || day >= from) && (to === undefined || day <= to);
    });
  const inspections = (): readonly (Inspection & { readonly inspectedAt: Instant })[] =>
    [...audit.outcomes.values()].map((outcome) => ({
      ...inspectionOf(outcome, audit.assessments.values()),
      inspectedAt: outcome.inspectedAt,
    }));
  const verdicts = (days: InspectedDays): readonly OneVerdict[] => within(onceEach(inspections()), days);
  return {
    coverage: (days) => {
      const all = within(inspections(), days);
      const unmatched = all.filter(({ assessment }) => assessment === undefined).length;
      return Promise.resolve({ outcomes: all.length, unmatched });
    },
    byRule: (days) => Promise.resolve(countedBy(verdicts(days), ({ rule }) => [{ rule }])),
    byOffice: (days) =>
      Promise.resolve(
        countedBy(verdicts(days), ({ rule, office }) => [{ rule, ...(office !== undefined && { office }) }]),
      ),
    byModel: (days) => Promise.resolve(countedBy(verdicts(days), ({ sources }) => modelsIn(sources))),
    byLane: (days) => Promise.resolve(lanesOf(within(declarationsOf(inspections()), days))),
  };
}

/** Each hit once: a later outcome adds to an earlier one and takes nothing back. */
function onceEach(inspections: readonly Inspection[]): readonly OneVerdict[] {
  const best = new Map<string, OneVerdict>();
  for (const inspection of inspections) {
    const { inspectedAt, officeId: office } = inspection.outcome;
    for (const hit of verdictsOf(inspection)) {
      const key = JSON.stringify([inspection.assessment?.assessmentId, hit.sequenceNumber, hit.rule]);
      const [one, before] = [{ ...hit, inspectedAt, office }, best.get(key)];
      if (before === undefined || outranks(one, before)) best.set(key, one);
    }
  }
  return [...best.values()];
}

function outranks(one: OneVerdict, before: OneVerdict): boolean {
  const rank = VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(before.verdict);
  return rank < 0 || (rank === 0 && one.inspectedAt > before.inspectedAt);
}

function modelsIn(sources: readonly string[]): readonly { readonly model: string }[] {
  const models = sources.flatMap((source) => /^models\/([^@]*)/.exec(source)?.[1] ?? []);
  return [...new Set(models)].map((model) => ({ model }));
}

/** Counts by what a hit belongs to, in the order of its name. */
function countedBy<K extends object>(
  hits: readonly OneVerdict[],
  keysOf: (hit: OneVerdict) => readonly K[],
): readonly (K & Omit<FindingCount, 'rule'>)[] {
  const counts = new Map<string, K & Record<Verdict, number>>();
  for (const hit of hits)
    for (const key of keysOf(hit)) {
      const name = JSON.stringify(Object.values(key));
      const before = counts.get(name) ?? { ...key, confirmed: 0, otherwise: 0, falseAlarm: 0 };
      counts.set(name, { ...before, [hit.verdict]: before[hit.verdict] + 1 });
    }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

interface InspectedDeclaration {
  readonly lane: Lane;
  readonly irregular: boolean;
  readonly inspectedAt: Instant;
}

/** Each assessed declaration that was inspected, over all of its outcomes. */
function declarationsOf(inspections: readonly Inspection[]): readonly InspectedDeclaration[] {
  const declarations = new Map<string, InspectedDeclaration>();
  for (const inspection of inspections) {
    const [{ outcome, assessment }, items] = [inspection, lookedAt(inspection)];
    if (assessment?.lane === undefined || items.length === 0) continue;
    const before = declarations.get(assessment.assessmentId);
    const irregular = isIrregular(items) || before?.irregular === true;
    const inspectedAt = [outcome.inspectedAt, before?.inspectedAt ?? outcome.inspectedAt].sort()[1]!;
    declarations.set(assessment.assessmentId, { lane: assessment.lane, irregular, inspectedAt });
  }
  return [...declarations.values()];
}

function lanesOf(declarations: readonly InspectedDeclaration[]): readonly LaneCount[] {
  return LANES.flatMap((lane) => {
    const inLane = declarations.filter((declaration) => declaration.lane === lane);
    const irregular = inLane.filter((declaration) => declaration.irregular).length;
    return inLane.length === 0 ? [] : [{ lane, inspected: inLane.length, irregular }];
  });
}
