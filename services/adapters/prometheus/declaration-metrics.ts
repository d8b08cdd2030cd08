import { Counter, Histogram, type Registry } from 'prom-client';
import type { DeclarationEvent } from '../../risk/declaration/declaration-event.ts';
import { directionOf } from '../../risk/declaration/direction.ts';
import { LANES } from '../../risk/lanes/lane.ts';
import type { Emitted } from '../../scoring/steps/emit-step.ts';
import type { Read } from './committed-batches.ts';
import { firstOf, LabelTally } from './labels.ts';
/** Lane of an assessment of kind `lifecycle`, which has none. */
export const NO_LANE = 'none';
/** A direction that the declaration's type code does not tell. */
const NO_DIRECTION = 'unknown';

/** In points, of which 20 double the odds. */
const SCORE_BUCKETS = [0, 10, 20, 30, 40, 50, 60, 80, 100, 120, 140, 160, 200, 250, 300];

const LABELS = ['lane', 'kind', 'direction'] as const;

/** What became of declarations: lanes, why, and scores. */
export function declarationMetrics(registry: Registry): Read<readonly Emitted[]> {
  const { declarations, items, selections, scores } = registered(registry);
  for (const lane of [...LANES, NO_LANE]) {
    for (const direction of ['import', 'export', NO_DIRECTION])
      declarations.inc({ lane, kind: lane === NO_LANE ? 'lifecycle' : 'risk', direction }, 0);
  }
  return (answered) => {
    const [declared, held] = [new LabelTally<(typeof LABELS)[number]>(), new LabelTally<(typeof LABELS)[number]>()];
    const chosen = new LabelTally<'lane' | 'reason'>();
    const points: number[] = [];
    for (const { assessment, facts } of answered) {
      const { lane = NO_LANE, kind, selection, score } = assessment;
      const labels = { lane, kind, direction: directionOf(facts.event) ?? NO_DIRECTION };
      declared.add(labels);
      held.add(labels, facts.event.goodsItems.length);
      chosen.add({ lane, reason: selection.reason });
      if (kind === 'risk') points.push(score);
    }
    return () => {
      declared.addTo(declarations);
      held.addTo(items);
      chosen.addTo(selections);
      for (const score of points) scores.observe(score);
    };
  };
}

interface DeclarationMetrics {
  readonly declarations: Counter<(typeof LABELS)[number]>;
  readonly items: Counter<(typeof LABELS)[number]>;
  readonly selections: Counter<'lane' | 'reason'>;
  readonly scores: Histogram;
}

function registered(registry: Registry): DeclarationMetrics {
  const registers = [registry];
  return {
    declarations: new Counter({
      name: 'tidewaiter_declarations_total',
      help: 'Declaration events answered with an assessment.',
      labelNames: LABELS,
      registers,
    }),
    items: new Counter({
      name: 'tidewaiter_items_total',
      help: 'Goods items of the events answered with an assessment.',
      labelNames: LABELS,
      registers,
    }),
    selections: new Counter({
      name: 'tidewaiter_selections_total',
      help: 'Why declaration events were put in their lane.',
      labelNames: ['lane', 'reason'] as const,
      registers,
    }),
    scores: new Histogram({
      name: 'tidewaiter_declaration_score',
      help: 'Points of judged declarations.',
      buckets: SCORE_BUCKETS,
      registers,
    }),
  };
}

/** More offices than one authority's stream meets in practice; the rest are counted together. */
export const MOST_OFFICES = 150;
/** EU Customs Office List and its kin: country and six characters. */
const OFFICE = /^[A-Z]{2}[A-Z0-9]{6}$/;

/** Which offices the work falls to: exit, else presentation, else declaration. */
export function officeMetrics(registry: Registry): Read<readonly Emitted[]> {
  const declarations = new Counter({
    name: 'tidewaiter_office_declarations_total',
    help: 'Declaration events answered, by the customs office that they concern.',
    labelNames: ['office', 'lane'] as const,
    registers: [registry],
  });
  const label = firstOf(MOST_OFFICES, OFFICE);
  return (answered) => {
    const tally = new LabelTally<'office' | 'lane'>();
    for (const { assessment, facts } of answered)
      tally.add({ office: label(officeOf(facts.event)), lane: assessment.lane ?? NO_LANE });
    return () => tally.addTo(declarations);
  };
}

function officeOf({ exitOffice, presentationOffice, declarationOffice }: DeclarationEvent): string {
  return exitOffice?.id ?? presentationOffice?.id ?? declarationOffice?.id ?? '';
}
