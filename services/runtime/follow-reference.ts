import type { Kafka } from 'kafkajs';
import type { Settings } from '../../config/settings.ts';
import type { Codecs } from '../adapters/avro/codecs.ts';
import { followActivations, type FollowedTopic } from '../adapters/kafka/reference/follow-activations.ts';
import { editionsInForce } from '../reference/editions/editions-in-force.ts';
import { composeReferenceTopic } from './compose/reference.ts';
import type { EditionFollower } from './editions/follow-editions.ts';
import type { EditionOpener } from './editions/open-edition.ts';
import type { Observe } from './service-events.ts';

/** The editions of a process that judges. */
export interface Editions {
  readonly opener: EditionOpener;
  readonly follower: EditionFollower;
}

export interface FollowReferenceParts {
  readonly settings: Settings;
  readonly kafka: Kafka;
  readonly codecs: Codecs;
  readonly observe: Observe;
}

/** Takes a process along with what the reference topic says, for as long as it lives. */
export async function followReference(
  { settings, kafka, codecs, observe }: FollowReferenceParts,
  { opener, follower }: Editions,
): Promise<FollowedTopic> {
  const followed = await followActivations(
    kafka,
    composeReferenceTopic(settings, codecs),
    (activations) => void follower.follow(editionsInForce(activations, () => opener.shipped())),
    (error) => observe({ kind: 'referenceUnread', error }),
  );
  return {
    stop: async () => {
      await followed.stop();
      await follower.stop();
    },
  };
}
