import type { ReferenceSettings } from '../../../config/settings.ts';
import { type CheckStatus, degraded, failing, OK } from './readiness.ts';

const HOUR = 3_600_000;

/**
 * The one status of the licence register, for readiness and `doctor`. Where none is to be had every licence that is cited is
 * unknown, which is never green; that has to be wanted (reference.licenceRegister).
 * @param loadedAt milliseconds since the epoch; undefined where it was never loaded
 */
export function licenceRegisterStatus(
  loadedAt: number | undefined,
  { licenceRegister, oldAfter }: Pick<ReferenceSettings, 'licenceRegister' | 'oldAfter'>,
  now: number,
): CheckStatus {
  if (licenceRegister === 'none') return OK;
  if (loadedAt === undefined) return failing('the licence register was never loaded: every licence is unknown');
  const age = now - loadedAt;
  return age > oldAfter.licences ? degraded(`the licence register was loaded ${Math.round(age / HOUR)} h ago`) : OK;
}

/** The state of what Postgres holds beside the snapshots. Absent: never loaded. */
export interface StoredSources {
  readonly licences?: { readonly loadedAt: number; readonly revision: number };
  /** First day of the traders' history, milliseconds since the epoch. */
  readonly history?: { readonly since: number };
}
