/** What a check found. `degraded`: it works, but somebody should look; it does not stop the process from being ready. */
export type CheckStatus =
  { readonly status: 'ok' } | { readonly status: 'degraded' | 'failing'; readonly reason: string };

export type CheckState = CheckStatus & { readonly check: string };

export interface ReadinessState {
  readonly ready: boolean;
  readonly checks: readonly CheckState[];
}

/** Whether everything is there that a process needs, by named checks. */
export interface Readiness {
  state(): ReadinessState;
  /** The newest word on a check, from whoever learns of it first. */
  report(check: string, status: CheckStatus): void;
}

export const OK: CheckStatus = { status: 'ok' };
export const degraded = (reason: string): CheckStatus => ({ status: 'degraded', reason });
export const failing = (reason: string): CheckStatus => ({ status: 'failing', reason });

/** Nothing is taken to be there before it was looked for. @param checks the names; others cannot be reported */
export function createReadiness(checks: readonly string[]): Readiness {
  const statuses = new Map<string, CheckStatus>(checks.map((check) => [check, failing('not looked for yet')]));
  return {
    state: () => {
      const states = [...statuses].map(([check, status]) => ({ check, ...status }));
      return { ready: states.every(({ status }) => status !== 'failing'), checks: states };
    },
    report: (check, status) => {
      if (!statuses.has(check)) throw new TypeError(`there is no check "${check}"`);
      statuses.set(check, status);
    },
  };
}
