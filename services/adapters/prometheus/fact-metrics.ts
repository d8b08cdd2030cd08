import { Counter, Gauge, type Registry } from 'prom-client';
import type { DocumentFact, ItemFacts } from '../../risk/facts/facts.ts';
import type { RiskModel } from '../../scoring/ports/risk-model.ts';
import type { Emitted } from '../../scoring/steps/emit.ts';
import { oneOf } from './bounded-label.ts';

/** What a model is, without what it can do. */
export type ModelName = Pick<RiskModel, 'name' | 'version' | 'backend'>;

/** What licences, the ledger and the models answered. @param models those that are loaded */
export function factMetrics(registry: Registry, models: readonly ModelName[]): (answered: readonly Emitted[]) => void {
  const registers = [registry];
  const licences = new Counter({ name: 'tidewaiter_licence_answers_total', help: 'Cited licences looked up in the register, by what it said.', labelNames: ['state'] as const, registers });
  const writeOffs = new Counter({ name: 'tidewaiter_write_off_answers_total', help: 'Quantities to be written off, by whether the licence had enough left.', labelNames: ['answer'] as const, registers });
  const answers = new Counter({ name: 'tidewaiter_model_answers_total', help: 'Answers of models about goods items.', labelNames: ['model', 'status'] as const, registers });
  for (const state of ['found', 'absent', 'unknown']) licences.inc({ state }, 0);
  for (const answer of ['yes', 'no', 'undetermined']) writeOffs.inc({ answer }, 0);
  const info = new Gauge({ name: 'tidewaiter_model_info', help: 'Models in use; always 1.', labelNames: ['model', 'version', 'backend'] as const, registers });
  for (const { name, version, backend } of models) {
    info.set({ model: name, version, backend }, 1);
    for (const status of ['ok', 'vague', 'unknown']) answers.inc({ model: name, status }, 0);
  }
  const label = oneOf(models.map(({ name }) => name));

  const documentFact = ({ licence, writeOff }: DocumentFact): void => {
    if (licence) licences.inc({ state: licence.state });
    if (writeOff?.state === 'found') writeOffs.inc({ answer: writeOff.value.enough });
  };
  const itemFact = (item: ItemFacts): void => {
    item.documents.forEach(documentFact);
    for (const { model, status } of item.models) answers.inc({ model: label(model), status });
  };
  return (answered) => answered.forEach(({ facts }) => facts.items.forEach(itemFact));
}
