import type { Draw } from '../../risk/licensing/draw.ts';
import type { WriteOffAnswer } from '../../risk/facts/facts.ts';

/**
 * What is drawn on licences. The first committed answer to an event's draw stands on every retry; a draw is provisional until
 * audit has seen the event's assessment. Throws for infrastructure.
 */
export interface LicenceLedger {
  /** One answer for each draw, in order; earlier versions' draws of the same declaration give way to these. */
  reserve(draws: readonly Draw[]): Promise<readonly WriteOffAnswer[]>;
}
