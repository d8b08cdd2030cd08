import type { Admin } from 'kafkajs';
import { type Place, placeOf } from './place-in-log.ts';

/** How far a group has come in a topic, by its own record: undefined where it has committed nothing. @throws what kafkajs throws */
export async function committedPlaces(
  admin: Admin,
  groupId: string,
  topic: string,
): Promise<ReadonlyMap<number, Place | undefined>> {
  const [answer] = await admin.fetchOffsets({ groupId, topics: [topic] });
  return new Map(
    (answer?.partitions ?? []).map(({ partition, offset, metadata }) => [partition, placeOf({ offset, metadata })]),
  );
}
