import kafkajs, { type Admin } from 'kafkajs';

/** A consumer group as its coordinator has it. */
export interface GroupState {
  /** "Stable", "PreparingRebalance", "Empty", "Dead" … by Kafka's names. */
  readonly state: string;
  readonly members: number;
  /** Which partitions its members hold, "topic/3". */
  readonly held: ReadonlySet<string>;
}

/** @throws what kafkajs throws */
export async function readGroup(admin: Admin, groupId: string): Promise<GroupState> {
  const { groups } = await admin.describeGroups([groupId]);
  const members = groups[0]?.members ?? [];
  const held = members.flatMap(({ memberAssignment }) =>
    Object.entries(kafkajs.AssignerProtocol.MemberAssignment.decode(memberAssignment)?.assignment ?? {}),
  );
  return {
    state: groups[0]?.state ?? 'Dead',
    members: members.length,
    held: new Set(held.flatMap(([topic, partitions]) => partitions.map((partition) => `${topic}/${partition}`))),
  };
}
