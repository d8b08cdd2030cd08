import type { Policy } from '../risk/policy/policy.ts';
import { type Flow, startWith } from './flow/flow.ts';
import type { Entry } from './flow/step.ts';
import type { ScoringCodecs } from './ports/codecs.ts';
import type { EventRegister } from './ports/event-register.ts';
import type { LicenceLedger } from './ports/licence-ledger.ts';
import { createAssessStep } from './steps/assess-step.ts';
import { createClaimStep } from './steps/claim-step.ts';
import { createDecodeStep } from './steps/decode-step.ts';
import { createEmitStep, type Emitted, type OutputTopics } from './steps/emit-step.ts';
import { createGatherStep, type GatherDeps } from './steps/gather-step.ts';
import { createRememberStep } from './steps/remember-step.ts';
import { createReserveStep } from './steps/reserve-step.ts';
import { createValidateStep } from './steps/validate-step.ts';

export interface PipelineDeps extends GatherDeps {
  readonly codecs: ScoringCodecs;
  readonly register: EventRegister;
  readonly ledger: LicenceLedger;
  readonly policy: Policy;
  readonly topics: OutputTopics;
  readonly maxRecordBytes: number;
}

/** The whole way of a declaration, batch by batch, from the bytes of its event to the records that answer it. */
export function createPipeline(deps: PipelineDeps): Flow<Entry, Emitted> {
  return startWith(createDecodeStep(deps))
    .then(createValidateStep())
    .then(createClaimStep(deps))
    .then(createGatherStep(deps))
    .then(createReserveStep(deps))
    .then(createAssessStep(deps))
    .then(createRememberStep(deps))
    .then(createEmitStep(deps));
}
