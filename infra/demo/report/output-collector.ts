import type { Codecs } from '../../../services/adapters/avro/codecs.ts';
import type { AssessmentRecord } from '../../../services/risk/messages/assessment.ts';
import type { Referral } from '../../../services/risk/messages/referral.ts';
import type { Answer } from './outcome-of-demo.ts';

/** A record that the stream sent, wherever it went. */
export interface SentRecord {
  readonly topic: string;
  readonly value: Buffer | null;
}

export interface OutputTopics {
  readonly assessments: string;
  readonly referrals: string;
  readonly deadLetters: string;
}

/** Reads what leaves the stream, and keeps what the story is told from. */
export class OutputCollector {
  readonly answers: Answer[] = [];
  readonly referrals: Referral[] = [];
  #deadLetters = 0;
  readonly #codecs: Pick<Codecs, 'assessment' | 'referral'>;
  readonly #topics: OutputTopics;

  constructor(codecs: Pick<Codecs, 'assessment' | 'referral'>, topics: OutputTopics) {
    this.#codecs = codecs;
    this.#topics = topics;
  }

  get deadLetters(): number {
    return this.#deadLetters;
  }

  /** Events that were answered: assessed or dead. */
  get answered(): number {
    return this.answers.length + this.#deadLetters;
  }

  take({ topic, value }: SentRecord): void {
    if (value === null) return;
    if (topic === this.#topics.assessments) this.answers.push(answerOf(this.#codecs.assessment.decode(value)));
    if (topic === this.#topics.referrals) this.referrals.push(this.#codecs.referral.decode(value));
    if (topic === this.#topics.deadLetters) this.#deadLetters += 1;
  }
}

function answerOf({ eventId, declarationId, eventType, lane, score }: AssessmentRecord): Answer {
  return { eventId, declarationId, eventType, score, ...(lane === undefined ? {} : { lane }) };
}
