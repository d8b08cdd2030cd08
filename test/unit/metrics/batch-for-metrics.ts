import type {
  DeclarationEvent,
  EventSource,
  OtherElement,
} from '../../../services/risk/declaration/declaration-event.ts';
import type { Facts } from '../../../services/risk/facts/facts.ts';
import type { ModelAnswer } from '../../../services/risk/facts/model-answer.ts';
import type { Finding } from '../../../services/risk/findings/finding.ts';
import type { Lane } from '../../../services/risk/lanes/lane.ts';
import type { Assessment } from '../../../services/risk/messages/assessment.ts';
import type { InboundRecord } from '../../../services/scoring/ports/stream.ts';
import type { BatchReport } from '../../../services/scoring/processor/processor.ts';
import type { Emitted } from '../../../services/scoring/steps/emit-step.ts';

export const TOPIC = 'customs.declarations';
/** When the records of these tests arrive, milliseconds since the epoch. */
export const ARRIVAL = Date.parse('2026-11-22T08:00:00Z');

export interface AnsweredAs {
  readonly lane?: Lane;
  readonly score?: number;
  readonly typeCode?: string;
  readonly items?: number;
  readonly office?: string;
  readonly acceptedAt?: string;
  /** UN/ECE Recommendation 19. */
  readonly modeCode?: string;
  readonly findings?: readonly Pick<Finding, 'id' | 'result'>[];
  readonly missed?: readonly string[];
  readonly writeOff?: 'yes' | 'no' | 'undetermined';
  readonly partition?: number;
  readonly source?: EventSource;
  readonly otherElements?: readonly OtherElement[];
  /** Declared for every item. */
  readonly commodityCode?: string;
  readonly model?: {
    readonly model: string;
    readonly status: 'ok' | 'vague' | 'unknown';
    readonly likely?: string;
  } & Partial<Pick<ModelAnswer, 'score' | 'pValue' | 'measures' | 'shadow'>>;
}

export function record(partition = 0, offset = 0n): InboundRecord {
  return {
    topic: TOPIC,
    partition,
    offset,
    timestamp: ARRIVAL,
    key: Buffer.from('26GB1'),
    value: Buffer.from('x'),
    headers: {},
  };
}

/** As much of an answered declaration as metrics read. */
export function answered(as: AnsweredAs): Emitted {
  const items = Array.from({ length: as.items ?? 1 }, (_, index) => ({
    sequenceNumber: index + 1,
    previousDocuments: [],
    ...(as.commodityCode !== undefined && {
      commodity: { classifications: [{ identificationTypeCode: 'TSP', id: as.commodityCode }] },
    }),
  }));
  const event = {
    typeCode: as.typeCode ?? 'IMA',
    goodsItems: items,
    source: as.source,
    otherElements: as.otherElements ?? [],
    ...(as.office !== undefined && { exitOffice: { id: as.office } }),
    ...(as.modeCode !== undefined && { borderTransportMeans: { modeCode: as.modeCode } }),
  } as unknown as DeclarationEvent;
  const documents = as.writeOff
    ? [{ licence: { state: 'found' }, writeOff: { state: 'found', value: { enough: as.writeOff } } }]
    : [];
  const facts = {
    event,
    asOf: {
      instant: as.acceptedAt ?? '2026-11-22T08:00:00Z',
      source: as.acceptedAt === undefined ? 'arrival' : 'acceptance',
    },
    items: items.map((_, index) => ({
      documents: index === 0 ? documents : [],
      models: as.model ? [answerOf(as.model)] : [],
    })),
  } as unknown as Facts;
  const assessment = {
    kind: as.lane === undefined ? 'lifecycle' : 'risk',
    ...(as.lane !== undefined && { lane: as.lane }),
    score: as.score ?? 0,
    selection: { reason: as.lane === undefined ? 'lifecycle' : 'score', probability: 1 },
    checks: { declaration: [], item: [...(as.findings ?? []).map(({ id }) => id), ...(as.missed ?? [])] },
    findings: [],
    items: items.map(() => ({ findings: as.findings ?? [] })),
  } as unknown as Assessment;
  const referral =
    as.lane === 'red' || as.lane === 'yellow' || as.lane === 'query' ? { kind: 'assessed', lane: as.lane } : undefined;
  return { record: record(as.partition), facts, assessment, referral, outputs: [] } as unknown as Emitted;
}

export function report(good: readonly Emitted[], rest: Partial<BatchReport> = {}): BatchReport {
  return {
    good,
    ended: [],
    times: [],
    records: good.length,
    deadLetters: 0,
    referrals: good.flatMap(({ referral }) => referral ?? []),
    ...rest,
  };
}

function answerOf({ likely, ...model }: NonNullable<AnsweredAs['model']>): ModelAnswer {
  return {
    version: '1',
    backend: 'statistics',
    evidence: [],
    likelyCommodityCodes: likely === undefined ? [] : [{ code: likely, probability: 0.7 }],
    ...model,
  };
}
