import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '../../config/settings.ts';
import { groupOf } from '../../services/runtime/compose/consumer.ts';
import type { Field } from './blow.ts';

/** After a broker's restart kafkajs waits longer from try to try before it joins again; meanwhile the others answer. */
const AT_WORK_WITHIN_MS = 180_000;

export const scoringGroup = ({ kafka }: Settings): string => groupOf('scoring', kafka).groupId;

/** Resolves once every scoring process is a member of the group, nobody else is, and partitions are given out: what comes in then reaches all of them. */
export async function untilAllAtWork({ scene, scoring }: Field): Promise<void> {
  const admin = scene.client.admin();
  await admin.connect();
  try {
    for (const deadline = Date.now() + AT_WORK_WITHIN_MS; ; await pause(100)) {
      const { groups } = await admin.describeGroups([scoringGroup(scene.settings)]);
      if (groups[0]?.state === 'Stable' && groups[0].members.length === scoring.length) return;
      if (Date.now() > deadline)
        throw new Error(
          `after ${AT_WORK_WITHIN_MS / 1000} s the group is ${groups[0]?.state} with ${groups[0]?.members.length} members, not ${scoring.length}`,
        );
    }
  } finally {
    await admin.disconnect();
  }
}
