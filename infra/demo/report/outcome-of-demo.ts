import type { Label } from '../../../services/generator/fraud/label.ts';
import type { EventType } from '../../../services/risk/declaration/declaration-event.ts';
import type { Lane } from '../../../services/risk/lanes/lane.ts';
import type { Referral } from '../../../services/risk/messages/referral.ts';

/** One answer of the stream, as far as the story needs it. */
export interface Answer {
  readonly eventId: string;
  readonly declarationId: string;
  readonly eventType: EventType;
  /** Absent for cancellations and exits. */
  readonly lane?: Lane;
  readonly score: number;
}

/** Everything that happened in a demo: what the story is told from. */
export interface DemoResult {
  readonly answers: readonly Answer[];
  readonly referrals: readonly Referral[];
  /** The truth behind the generated declarations, by declaration id; the hand-written ones have none. */
  readonly labels: ReadonlyMap<string, Label>;
  readonly deadLetters: number;
  readonly speed: Speed;
}

export interface Speed {
  readonly events: number;
  readonly items: number;
  /** From the first publishing to the last answer. */
  readonly seconds: number;
}
