import { createMemoryEventRegister } from '../../adapters/memory/event-register.ts';
import { createMemoryLicenceLedger } from '../../adapters/memory/licence-ledger.ts';
import { createMemoryLicenceRegister } from '../../adapters/memory/licence-register.ts';
import { createMemoryTraderHistory, type MemoryHistory } from '../../adapters/memory/trader-history-store.ts';
import type { Instant } from '../../risk/declaration/instant.ts';
import type { Authority, Licence } from '../../risk/facts/facts.ts';
import type { ReferenceData } from '../../risk/look-up/reference-data.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import { type Flow, startWith } from '../../scoring/flow/flow.ts';
import type { RiskModel } from '../../scoring/ports/risk-model.ts';
import { noCheckpoint } from '../../scoring/ports/stream.ts';
import { type Assessed, createAssessStep } from '../../scoring/steps/assess-step.ts';
import { createClaimStep } from '../../scoring/steps/claim-step.ts';
import { createGatherStep } from '../../scoring/steps/gather-step.ts';
import { createRememberStep } from '../../scoring/steps/remember-step.ts';
import { createReserveStep } from '../../scoring/steps/reserve-step.ts';
import type { Validated } from '../../scoring/steps/validate-step.ts';

export interface OfflineDeps {
  readonly policy: Policy;
  readonly reference: ReferenceData;
  readonly authority: Authority;
  readonly models: readonly RiskModel[];
  /** A register of licences; undefined where none is loaded. */
  readonly licences?: readonly Licence[] | undefined;
  /** Traders' history; undefined where none is loaded. It stays as it is: what is judged here is not counted. */
  readonly history?: MemoryHistory | undefined;
  /** The time to judge by where a declaration names none. */
  readonly at?: Instant;
}

/**
 * The stream's own steps from an event to its assessment, without brokers and database: where no trader history or no
 * licence register is given, what they would say is unknown, never clear.
 */
export function createOfflineFlow({
  policy,
  reference,
  authority,
  models,
  licences,
  history,
  at,
}: OfflineDeps): Flow<Validated, Assessed> {
  const gather = {
    reference,
    licences: createMemoryLicenceRegister(licences),
    history: createMemoryTraderHistory(history),
    models,
    authority,
    checkpoint: noCheckpoint,
  };
  const ledger = createMemoryLicenceLedger(licences ?? []);
  const register = createMemoryEventRegister(ledger);
  return startWith(createClaimStep({ register }))
    .then(createGatherStep(at === undefined ? gather : { ...gather, at }))
    .then(createReserveStep({ ledger, checkpoint: noCheckpoint }))
    .then(createAssessStep({ policy }))
    .then(createRememberStep({ register }));
}
