import { Counter, type Registry } from 'prom-client';
import type { DeclarationEvent } from '../../risk/declaration/declaration-event.ts';
import type { Emitted } from '../../scoring/steps/emit.ts';
import { firstOf } from './bounded-label.ts';
import type { Read } from './committed-batches.ts';
import { NO_LANE } from './declaration-metrics.ts';
import { LabelTally } from './tally.ts';

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
