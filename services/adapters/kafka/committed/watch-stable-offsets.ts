import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';
import {
  type AdminOfUncommitted,
  highWatermarks,
  lastStableOffsets,
  openAdminOfUncommitted,
} from './last-stable-offsets.ts';
import { longestStandstill, type Standstills, standstills } from './standing-still.ts';

export interface StableOffsetSettings {
  /** Those that transactions write to. */
  readonly topics: readonly string[];
  readonly everyMs: number;
  readonly now: () => number;
}

export interface StableOffsetWatch {
  stop(): Promise<void>;
}

/** Told of each topic after each look: for how long its last stable offset has stood still below the high watermark, milliseconds. */
export type OnStandstill = (topic: string, milliseconds: number) => void;

/** Looks again and again whether a transaction hangs; what fails is told and tried again. */
export async function watchStableOffsets(
  kafka: Kafka,
  settings: StableOffsetSettings,
  observe: OnStandstill,
  onFailure: (error: unknown) => void,
): Promise<StableOffsetWatch> {
  const [admin, uncommitted] = [kafka.admin(), openAdminOfUncommitted(kafka)];
  await Promise.all([admin.connect(), uncommitted.admin.connect()]);
  const stopping = new AbortController();
  const { signal } = stopping;
  const seen = new Map<string, Standstills>();
  const look = async (topic: string): Promise<void> => {
    const after = await lookAt(admin, uncommitted, topic, seen.get(topic) ?? new Map(), settings.now);
    seen.set(topic, after);
    if (!signal.aborted) observe(topic, longestStandstill(after, settings.now()));
  };
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      for (const topic of settings.topics)
        await look(topic).catch((error: unknown) => (signal.aborted ? undefined : onFailure(error)));
      await pause(settings.everyMs, undefined, { signal }).catch(() => undefined);
    }
  };
  void watch();
  return {
    // A look that is under way is not waited for: brokers that are away would hold up the end of the process.
    stop: async () => {
      stopping.abort();
      await Promise.all([admin.disconnect(), uncommitted.admin.disconnect()]);
    },
  };
}

/** The stable offset first: what is committed between the two questions then looks open, and moves on by the next look; never the other way round. */
async function lookAt(
  admin: Admin,
  uncommitted: AdminOfUncommitted,
  topic: string,
  before: Standstills,
  now: () => number,
): Promise<Standstills> {
  const stable = await lastStableOffsets(admin, topic);
  return standstills(before, stable, await highWatermarks(uncommitted, topic), now());
}
