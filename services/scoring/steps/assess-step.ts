import { assess as judge } from '../../risk/assess/assess.ts';
import type { Facts } from '../../risk/facts/facts.ts';
import { found } from '../../risk/facts/known.ts';
import type { Assessment } from '../../risk/messages/assessment.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import { referredCase } from '../../risk/referral/referred-case.ts';
import { priorEvents } from '../facts/draft-facts.ts';
import { ok, type Step } from '../flow/step.ts';
import type { EarlierEvent, EventAnswer } from '../ports/event-register.ts';
import type { Gathered } from './gather-step.ts';

export interface Assessed extends Gathered {
  readonly assessment: Assessment;
  readonly answer: EventAnswer;
}

/**
 * The decision: a pure function of the facts and the policy. What a batch says of a declaration first is known to what the
 * same batch says of it later: after an outage a declaration and its cancellation come together.
 */
export function createAssessStep({ policy }: { readonly policy: Policy }): Step<Gathered, Assessed> {
  return function assess(entries) {
    const answers = new Map<string, EventAnswer>();
    return entries.map((entry) => {
      const facts = withAnswers(entry, answers);
      const assessment = judge(facts, policy);
      const answer = answerOf(facts, assessment);
      answers.set(assessment.eventId, answer);
      return ok({ ...entry, facts, assessment, answer });
    });
  };
}

function withAnswers({ facts, earlier }: Gathered, answers: ReadonlyMap<string, EventAnswer>): Facts {
  if (!earlier.some((event) => answers.has(event.eventId))) return facts;
  const answered = earlier.map((event): EarlierEvent => ({
    ...event,
    answer: answers.get(event.eventId) ?? event.answer,
  }));
  return { ...facts, prior: found(priorEvents(answered), 'events') };
}

function answerOf(facts: Facts, assessment: Assessment): EventAnswer {
  const { kind, lane } = assessment;
  const referred = referredCase(facts, assessment);
  return { kind, ...(lane === undefined ? {} : { lane }), ...(referred === undefined ? {} : { referred }) };
}
