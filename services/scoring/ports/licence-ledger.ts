import type { WriteOffAnswer } from '../../risk/facts/facts.ts';
import type { Draw } from '../../risk/licensing/draw.ts';

/**
 * What is drawn on licences. The first committed answer to an event's draw stands on every retry; a draw is provisional until
 * audit has seen the event's assessment. Throws for infrastructure.
 *
 * A draw gives way to the draws of the next event of its declaration, and is undone where its own event becomes a dead letter (see EventRegister);
 * by nothing else. After a cancellation, or an amendment that draws nothing any more, a licence so has less left than it could have, never more.
 */
export interface LicenceLedger {
  /** One answer for each draw, in order; draws of earlier events of the same declaration give way to these. */
  reserve(draws: readonly Draw[]): Promise<readonly WriteOffAnswer[]>;
}
