import { setTimeout as pause } from 'node:timers/promises';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { failing, type Readiness, type Verdict } from './readiness.ts';

/** Looks for one thing. What it throws counts as failing. */
export interface Probe {
  readonly check: string;
  look(): Promise<Verdict>;
}

export interface ProbeSettings {
  readonly everyMs: number;
  /** No answer within this is a failure. */
  readonly timeoutMs: number;
}

export interface Probes {
  stop(): Promise<void>;
}

/** Looks again and again, each probe at its own pace; one that hangs is not started a second time. */
export function startProbes(readiness: Readiness, probes: readonly Probe[], settings: ProbeSettings): Probes {
  const stopping = new AbortController();
  const running = probes.map((probe) => keepLooking(readiness, probe, settings, stopping.signal));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

async function keepLooking(readiness: Readiness, probe: Probe, { everyMs, timeoutMs }: ProbeSettings, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const look = probe.look().catch(verdictOn);
    const late = new AbortController();
    const silence = pause(timeoutMs, failing(`no answer within ${timeoutMs} ms`), { signal: AbortSignal.any([late.signal, stopping]) });
    const verdict = await Promise.race([look, silence]).catch(() => undefined);
    late.abort();
    silence.catch(() => undefined);
    if (verdict && !stopping.aborted) readiness.report(probe.check, verdict);
    await Promise.race([look, whenAborted(stopping)]);
    await pause(everyMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

/** The text of an error that is not ours may hold anything; ours never holds personal data. */
function verdictOn(error: unknown): Verdict {
  if (error instanceof TidewaiterError) return failing(`${error.code}: ${error.message}`);
  return failing(error instanceof Error ? error.name : 'unknown error');
}

async function whenAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
