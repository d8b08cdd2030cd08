import type { ReferenceSettings } from '../../../config/settings.ts';
import { degraded, failing, OK, type Verdict } from './readiness.ts';

const HOUR = 3_600_000;

/**
 * The one verdict on the licence register, for readiness and `doctor`. Where none is to be had every licence that is cited is
 * unknown, which is never green; that has to be wanted (reference.licenceRegister).
 * @param loadedAt milliseconds since the epoch; undefined where it was never loaded
 */
export function licenceRegisterVerdict(
  loadedAt: number | undefined,
  { licenceRegister, oldAfter }: Pick<ReferenceSettings, 'licenceRegister' | 'oldAfter'>,
  now: number,
): Verdict {
  if (licenceRegister === 'none') return OK;
  if (loadedAt === undefined) return failing('the licence register was never loaded: every licence is unknown');
  const age = now - loadedAt;
  return age > oldAfter.licences ? degraded(`the licence register was loaded ${Math.round(age / HOUR)} h ago`) : OK;
}
