/** What a check found. `degraded`: it works, but somebody should look; it does not stop the process from being ready. */
export type Verdict = { readonly status: 'ok' } | { readonly status: 'degraded' | 'failing'; readonly reason: string };

export type CheckState = Verdict & { readonly check: string };

export interface ReadinessState {
  readonly ready: boolean;
  readonly checks: readonly CheckState[];
}

/** Whether everything is there that a process needs, by named checks. */
export interface Readiness {
  state(): ReadinessState;
  /** The newest word on a check, from whoever learns of it first. */
  report(check: string, verdict: Verdict): void;
}

export const OK: Verdict = { status: 'ok' };
export const degraded = (reason: string): Verdict => ({ status: 'degraded', reason });
export const failing = (reason: string): Verdict => ({ status: 'failing', reason });

/** Nothing is taken to be there before it was looked for. @param checks the names; others cannot be reported */
export function createReadiness(checks: readonly string[]): Readiness {
  const verdicts = new Map<string, Verdict>(checks.map((check) => [check, failing('not looked for yet')]));
  return {
    state: () => {
      const states = [...verdicts].map(([check, verdict]) => ({ check, ...verdict }));
      return { ready: states.every(({ status }) => status !== 'failing'), checks: states };
    },
    report: (check, verdict) => {
      if (!verdicts.has(check)) throw new TypeError(`there is no check "${check}"`);
      verdicts.set(check, verdict);
    },
  };
}
