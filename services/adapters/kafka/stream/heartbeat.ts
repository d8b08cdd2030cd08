import { setTimeout as pause } from 'node:timers/promises';

export { pause };

/**
 * Keeps a group membership alive while work goes on: kafkajs sends heartbeats only between messages.
 * A heartbeat that fails (the group is rebalancing) is thrown once the work has ended.
 */
export async function withHeartbeat<T>(
  heartbeat: () => Promise<void>,
  intervalMs: number,
  work: Promise<T>,
): Promise<T> {
  let failure: { readonly error: unknown } | undefined;
  const timer = setInterval(() => {
    heartbeat().catch((error: unknown) => {
      failure ??= { error };
    });
  }, intervalMs);
  try {
    const result = await work;
    if (failure) throw failure.error;
    return result;
  } finally {
    clearInterval(timer);
  }
}
