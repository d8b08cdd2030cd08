import type { GapEvent } from '../../services/adapters/kafka/stream/consumer-events.ts';

/** What a worker sends to the campaign of records that nobody will answer; offsets as text, which a message can hold. */
export type ToldGap =
  | {
      readonly kind: 'recordsLost';
      readonly topic: string;
      readonly partition: number;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'logReplaced'; readonly topic: string; readonly partition: number; readonly from: string };

export function gapMessage(event: GapEvent): ToldGap {
  const { topic, partition } = event;
  const from = event.from.toString();
  return event.kind === 'recordsLost'
    ? { kind: event.kind, topic, partition, from, to: event.to.toString() }
    : { kind: event.kind, topic, partition, from };
}
