import { setTimeout as pause } from 'node:timers/promises';
import { ERROR_CODES } from '../../risk/failure/error-codes.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { type CheckStatus, failing, type Readiness } from './readiness.ts';

/** One named check, made by `probe`. What it throws counts as failing. */
export interface HealthCheck {
  readonly check: string;
  readonly probe: () => Promise<CheckStatus>;
}

export interface HealthCheckSettings {
  readonly everyMs: number;
  /** No answer within this is a failure. */
  readonly timeoutMs: number;
}

export interface RunningHealthChecks {
  stop(): Promise<void>;
}

/** Looks again and again, each check at its own pace; one that hangs is not started a second time. */
export function startHealthChecks(
  readiness: Readiness,
  checks: readonly HealthCheck[],
  settings: HealthCheckSettings,
): RunningHealthChecks {
  const stopping = new AbortController();
  const running = checks.map((check) => keepChecking(readiness, check, settings, stopping.signal));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

async function keepChecking(
  readiness: Readiness,
  check: HealthCheck,
  settings: HealthCheckSettings,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    // Everything that one turn waits for hangs on its own signal, so that nothing gathers on the one that lives as long as the process.
    const turn = new AbortController();
    const end = (): void => turn.abort();
    stopping.addEventListener('abort', end);
    await checkOnce(readiness, check, settings, turn.signal);
    await pause(settings.everyMs, undefined, { signal: turn.signal }).catch(() => undefined);
    stopping.removeEventListener('abort', end);
  }
}

async function checkOnce(
  readiness: Readiness,
  { check, probe }: HealthCheck,
  { timeoutMs }: HealthCheckSettings,
  ended: AbortSignal,
): Promise<void> {
  const probing = probe().catch(statusAfter);
  const late = new AbortController();
  const end = new Promise<undefined>((resolve) =>
    ended.addEventListener('abort', () => resolve(undefined), { once: true }),
  );
  const silence = pause(timeoutMs, failing(`no answer within ${timeoutMs} ms`), { signal: late.signal }).catch(
    () => undefined,
  );
  const status = await Promise.race([probing, silence, end]);
  late.abort();
  if (status && !ended.aborted) readiness.report(check, status);
  await Promise.race([probing, end]);
}

/** The text of an error may hold anything, of ours the address of a server: whoever may ask for readiness is told what the code means. */
function statusAfter(error: unknown): CheckStatus {
  if (error instanceof TidewaiterError) return failing(`${error.code}: ${ERROR_CODES[error.code].meaning}`);
  return failing(error instanceof Error ? error.name : 'unknown error');
}
