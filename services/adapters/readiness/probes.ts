import { setTimeout as pause } from 'node:timers/promises';
import { ERROR_CODES } from '../../risk/failure/error-codes.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { failing, type Readiness, type Verdict } from './readiness.ts';

/** Looks for one thing. What it throws counts as failing. */
export interface Probe {
  readonly check: string;
  readonly look: () => Promise<Verdict>;
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

async function keepLooking(
  readiness: Readiness,
  probe: Probe,
  settings: ProbeSettings,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    // Everything that one turn waits for hangs on its own signal, so that nothing gathers on the one that lives as long as the process.
    const turn = new AbortController();
    const end = (): void => turn.abort();
    stopping.addEventListener('abort', end);
    await lookOnce(readiness, probe, settings, turn.signal);
    await pause(settings.everyMs, undefined, { signal: turn.signal }).catch(() => undefined);
    stopping.removeEventListener('abort', end);
  }
}

async function lookOnce(
  readiness: Readiness,
  { check, look }: Probe,
  { timeoutMs }: ProbeSettings,
  ended: AbortSignal,
): Promise<void> {
  const looking = look().catch(verdictOn);
  const late = new AbortController();
  const end = new Promise<undefined>((resolve) =>
    ended.addEventListener('abort', () => resolve(undefined), { once: true }),
  );
  const silence = pause(timeoutMs, failing(`no answer within ${timeoutMs} ms`), { signal: late.signal }).catch(
    () => undefined,
  );
  const verdict = await Promise.race([looking, silence, end]);
  late.abort();
  if (verdict && !ended.aborted) readiness.report(check, verdict);
  await Promise.race([looking, end]);
}

/** The text of an error may hold anything, of ours the address of a server: whoever may ask for readiness is told what the code means. */
function verdictOn(error: unknown): Verdict {
  if (error instanceof TidewaiterError) return failing(`${error.code}: ${ERROR_CODES[error.code].meaning}`);
  return failing(error instanceof Error ? error.name : 'unknown error');
}
