import { describe, expect, test } from 'vitest';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { createMemoryEventRegister } from '../../../services/adapters/memory/event-register.ts';
import { createMemoryLicenceLedger } from '../../../services/adapters/memory/licence-ledger.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import type { Facts } from '../../../services/risk/facts/facts.ts';
import { found } from '../../../services/risk/facts/known.ts';
import type { Referral } from '../../../services/risk/messages/referral.ts';
import { buildReferral } from '../../../services/risk/referral/build-referral.ts';
import { priorEvents } from '../../../services/scoring/facts/draft-facts.ts';
import { startWith } from '../../../services/scoring/flow/flow.ts';
import { ok } from '../../../services/scoring/flow/step.ts';
import { type Assessed, createAssessStep } from '../../../services/scoring/steps/assess-step.ts';
import { type Claimed, createClaimStep } from '../../../services/scoring/steps/claim-step.ts';
import type { Gathered } from '../../../services/scoring/steps/gather-step.ts';
import { createRememberStep } from '../../../services/scoring/steps/remember-step.ts';
import type { Validated } from '../../../services/scoring/steps/validate-step.ts';
import { decisions } from '../../golden/decisions.ts';

const policy = loadPolicy('config/policy');
const { facts: referredFacts } = decisions['control-unanswered']!;
const { declarationId } = referredFacts.event;

/** Claims, judges and remembers, as the stream does; of the facts only what came before is gathered. */
function scene(): (...facts: readonly Facts[]) => Promise<readonly Assessed[]> {
  const register = createMemoryEventRegister(createMemoryLicenceLedger([]));
  const gather = (of: ReadonlyMap<string, Facts>) => (entries: readonly Claimed[]) =>
    entries.map((entry) =>
      ok<Gathered>({
        ...entry,
        facts: { ...of.get(entry.event.eventId)!, prior: found(priorEvents(entry.earlier), 'events') },
      }),
    );
  let offset = 0n;
  return async (...facts) => {
    const of = new Map(facts.map((one) => [one.event.eventId, one]));
    const flow = startWith(createClaimStep({ register }))
      .then(gather(of))
      .then(createAssessStep({ policy }))
      .then(createRememberStep({ register }));
    const entries = facts.map(({ event }): Validated => ({
      event,
      record: { topic: 't', partition: 0, offset: (offset += 1n), timestamp: 0, key: null, value: null, headers: {} },
    }));
    return (await flow.run(entries)).good;
  };
}

/** A cancellation as customs systems send it: the declaration's number and a reason. */
const cancellation: Facts = {
  ...referredFacts,
  event: {
    eventId: 'e0000000-0000-5000-8000-00000000000c',
    eventType: 'cancelled',
    declarationId,
    version: 1,
    completeness: 'whole',
    cause: 'mistake',
    otherElements: [],
    authorisationHolders: [],
    additionalDocuments: [],
    additionalInformations: [],
    amendments: [],
    currencyExchanges: [],
    obligationGuarantees: [],
    goodsItems: [],
  },
  items: [],
};

const referralOf = ({ facts, assessment }: Assessed): Referral => buildReferral(facts, assessment, policy)!;

/** What an inspector needs to find the goods. */
const FOUND_BY = {
  lane: 'red',
  direction: 'export',
  officeId: 'GB000051',
  exitOfficeId: 'GB000051',
  goodsLocation: { name: 'FXTFXTFXT' },
  deadline: '2026-11-20T12:29:12Z',
  containers: [{ id: 'MSKU1234565' }],
  transport: { carrierId: 'GB025115100010' },
  functionalReferenceId: 'EXP-2026-004711',
  items: [{ sequenceNumber: 1, description: referredFacts.event.goodsItems[0]!.commodity!.description }],
};

describe('a cancellation of what was referred', () => {
  test('given a declaration and its cancellation in one batch, when both are judged, then the cancellation names case, office and goods', async () => {
    const [lodged, cancelled] = await scene()(referredFacts, cancellation);
    expect(referralOf(cancelled!)).toMatchObject({
      kind: 'cancelledAfterReferral',
      earlierReferralId: referralOf(lodged!).referralId,
      ...FOUND_BY,
    });
  });

  test('given that audit is behind, when the cancellation comes in a later batch, then the register has kept the same', async () => {
    const answer = scene();
    const [lodged] = await answer(referredFacts);
    const [cancelled] = await answer(cancellation);
    expect(referralOf(cancelled!)).toMatchObject({
      kind: 'cancelledAfterReferral',
      earlierReferralId: referralOf(lodged!).referralId,
      ...FOUND_BY,
    });
    expect(cancelled!.assessment.findings).toMatchObject([{ id: 'cancelled-after-referral', result: 'hit' }]);
  });

  test('given a declaration that passed, when it is cancelled in the same batch, then nobody is asked', async () => {
    const { facts } = decisions['ordinary-export']!;
    const [, cancelled] = await scene()(facts, {
      ...cancellation,
      event: { ...cancellation.event, declarationId: facts.event.declarationId },
    });
    expect(buildReferral(cancelled!.facts, cancelled!.assessment, policy)).toBeUndefined();
  });

  test('given a referral that was amended to something harmless, when it is cancelled, then the case that was referred is named', async () => {
    const { facts } = decisions['ordinary-export']!;
    const amended = {
      ...facts,
      event: {
        ...facts.event,
        eventId: 'e0000000-0000-5000-8000-00000000000a',
        eventType: 'amended' as const,
        version: 2,
        declarationId,
      },
    };
    const [lodged, , cancelled] = await scene()(referredFacts, amended, cancellation);
    expect(referralOf(cancelled!)).toMatchObject({ earlierReferralId: referralOf(lodged!).referralId, lane: 'red' });
  });

  test('given a cancellation of a declaration that nobody saw, when it is judged, then no case is made up', async () => {
    const [cancelled] = await scene()(cancellation);
    expect(buildReferral(cancelled!.facts, cancelled!.assessment, policy)).toBeUndefined();
  });

  test('given such a referral, when it is written and read, then it holds the same', async () => {
    const [, cancelled] = await scene()(referredFacts, cancellation);
    const { referral } = createCodecs();
    expect(referral.decode(referral.encode(referralOf(cancelled!)))).toEqual(referralOf(cancelled!));
  });
});
