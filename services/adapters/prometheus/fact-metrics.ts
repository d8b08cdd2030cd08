import { Counter, type Registry } from 'prom-client';
import type { DocumentFact } from '../../risk/facts/facts.ts';
import type { Emitted } from '../../scoring/steps/emit.ts';

/** What licences and the ledger answered. */
export function factMetrics(registry: Registry): (answered: readonly Emitted[]) => void {
  const registers = [registry];
  const licences = new Counter({ name: 'tidewaiter_licence_answers_total', help: 'Cited licences looked up in the register, by what it said.', labelNames: ['state'] as const, registers });
  const writeOffs = new Counter({ name: 'tidewaiter_write_off_answers_total', help: 'Quantities to be written off, by whether the licence had enough left.', labelNames: ['answer'] as const, registers });
  for (const state of ['found', 'absent', 'unknown']) licences.inc({ state }, 0);
  for (const answer of ['yes', 'no', 'undetermined']) writeOffs.inc({ answer }, 0);

  const documentFact = ({ licence, writeOff }: DocumentFact): void => {
    if (licence) licences.inc({ state: licence.state });
    if (writeOff?.state === 'found') writeOffs.inc({ answer: writeOff.value.enough });
  };
  return (answered) => answered.forEach(({ facts }) => facts.items.forEach(({ documents }) => documents.forEach(documentFact)));
}
