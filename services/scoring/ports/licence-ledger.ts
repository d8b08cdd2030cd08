import type { WriteOffAnswer } from '../../risk/facts/facts.ts';
import type { PlannedWriteOff } from '../../risk/licensing/write-off.ts';

/**
 * What is written off licences. The first committed answer to an event's write-off stands on every retry; a write-off is
 * provisional until audit has seen the event's assessment. Throws for infrastructure.
 *
 * A write-off gives way to those of the next event of its declaration, and is undone where its own event becomes a dead letter (see EventRegister);
 * by nothing else. After a cancellation, or an amendment that writes off nothing any more, a licence so has less left than it could have, never more.
 */
export interface LicenceLedger {
  /** One answer for each write-off, in order; write-offs of earlier events of the same declaration give way to these. */
  reserve(writeOffs: readonly PlannedWriteOff[]): Promise<readonly WriteOffAnswer[]>;
}
