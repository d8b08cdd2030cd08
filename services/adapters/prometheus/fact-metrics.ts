import { Counter, type Registry } from 'prom-client';
import type { DocumentFact } from '../../risk/facts/facts.ts';
import type { Emitted } from '../../scoring/steps/emit.ts';
import type { Read } from './committed-batches.ts';
import { LabelTally } from './tally.ts';

/** What licences and the ledger answered. */
export function factMetrics(registry: Registry): Read<readonly Emitted[]> {
  const registers = [registry];
  const licences = new Counter({
    name: 'tidewaiter_licence_answers_total',
    help: 'Cited licences looked up in the register, by what it said.',
    labelNames: ['state'] as const,
    registers,
  });
  const writeOffs = new Counter({
    name: 'tidewaiter_write_off_answers_total',
    help: 'Quantities to be written off, by whether the licence had enough left.',
    labelNames: ['answer'] as const,
    registers,
  });
  for (const state of ['found', 'absent', 'unknown']) licences.inc({ state }, 0);
  for (const answer of ['yes', 'no', 'undetermined']) writeOffs.inc({ answer }, 0);

  return (answered) => {
    const [states, answers] = [new LabelTally<'state'>(), new LabelTally<'answer'>()];
    const look = ({ licence, writeOff }: DocumentFact): void => {
      if (licence) states.add({ state: licence.state });
      if (writeOff?.state === 'found') answers.add({ answer: writeOff.value.enough });
    };
    for (const { facts } of answered) for (const { documents } of facts.items) documents.forEach(look);
    return () => {
      states.addTo(licences);
      answers.addTo(writeOffs);
    };
  };
}
