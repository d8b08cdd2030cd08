import { setTimeout as pause } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import { openLogs } from './logs.ts';
import { type GroupProgress, type ProgressQuestion, readProgress } from './read-progress.ts';
import { type Standstill, Standstills } from './standstills.ts';

export interface WatchSettings extends ProgressQuestion {
  readonly everyMs: number;
  /** How long a partition may stay where it is while records wait in it. */
  readonly standstillAfterMs: number;
}

export type WatchedProgress = GroupProgress & { readonly standing: readonly Standstill[] };

export interface ProgressWatch {
  stop(): Promise<void>;
}

/** Asks the brokers again and again how far the group is, whether or not its members are at work; what fails is told and tried again. */
export async function watchProgress(
  kafka: Kafka,
  settings: WatchSettings,
  observe: (progress: WatchedProgress) => void,
  onFailure: (error: unknown) => void,
): Promise<ProgressWatch> {
  const admin = kafka.admin();
  const [logs] = await Promise.all([openLogs(kafka), admin.connect()]);
  const standstills = new Standstills(settings.standstillAfterMs);
  const stopping = new AbortController();
  const { signal } = stopping;
  const unlessStopped =
    <T>(tell: (what: T) => void) =>
    (what: T): void =>
      signal.aborted ? undefined : tell(what);
  const look = async (): Promise<WatchedProgress> => {
    const progress = await readProgress(logs, admin, settings);
    return { ...progress, standing: standstills.look(progress.partitions, settings.now()) };
  };
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      await look().then(unlessStopped(observe), unlessStopped(onFailure));
      await pause(settings.everyMs, undefined, { signal }).catch(() => undefined);
    }
  };
  void watch();
  return {
    // A look that is under way is not waited for: brokers that are away would hold up the end of the process.
    stop: async () => {
      stopping.abort();
      await Promise.all([admin.disconnect(), logs.stop()]);
    },
  };
}
