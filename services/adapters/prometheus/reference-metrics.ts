import { Gauge, type Registry } from 'prom-client';
import type { ReferenceSettings } from '../../../config/settings.ts';
import type { ReferenceData } from '../../risk/look-up/reference-data.ts';
import type { StoredSources } from '../readiness/licence-register.ts';
import { oldAfter } from '../readiness/reference-age.ts';

export interface ReferenceMetrics {
  /** What is in use from now on. */
  use(reference: Pick<ReferenceData, 'versions' | 'sourceDays'>): void;
  stored(sources: StoredSources): void;
}

const LICENCES = 'licences';

/** Which reference sets are in use, how old what they say is, and from which age on that is too old. */
export function referenceMetrics(
  registry: Registry,
  limits: ReferenceSettings['oldAfter'],
  now: () => number,
): ReferenceMetrics {
  const registers = [registry];
  const since = new Map<string, number>();
  const info = new Gauge({
    name: 'tidewaiter_reference_info',
    help: 'Version of each reference set in use; always 1.',
    labelNames: ['set', 'version'] as const,
    registers,
  });
  const limit = new Gauge({
    name: 'tidewaiter_reference_old_after_seconds',
    help: 'Age from which a reference set counts as old.',
    labelNames: ['set'] as const,
    registers,
  });
  const revision = new Gauge({
    name: 'tidewaiter_licence_register_revision',
    help: 'Last change of the licence register that is loaded; 0 where none is.',
    registers,
  });
  limit.set({ set: LICENCES }, limits.licences / 1000);
  const covered = ageMetrics(registry, since, now);
  return {
    use: ({ versions, sourceDays }) => {
      info.reset();
      for (const [set, version] of Object.entries(versions)) info.set({ set, version: version.slice(0, 12) }, 1);
      for (const [set, day] of Object.entries(sourceDays)) {
        since.set(set, Date.parse(day));
        const old = oldAfter(set, limits);
        if (old !== undefined) limit.set({ set }, old / 1000);
      }
    },
    stored: ({ licences, history }) => {
      if (licences) since.set(LICENCES, licences.loadedAt);
      else since.delete(LICENCES);
      revision.set(licences?.revision ?? 0);
      covered.since(history?.since);
    },
  };
}

/** How old things are, worked out when asked. @param since by reference set, milliseconds since the epoch */
function ageMetrics(
  registry: Registry,
  since: ReadonlyMap<string, number>,
  now: () => number,
): { since(history: number | undefined): void } {
  const registers = [registry];
  let historySince: number | undefined;
  new Gauge({
    name: 'tidewaiter_reference_age_seconds',
    help: "Time since the day of a reference set's own source; for licences since the register was loaded.",
    labelNames: ['set'] as const,
    registers,
    collect() {
      this.reset();
      for (const [set, day] of since) this.set({ set }, Math.max(0, now() - day) / 1000);
    },
  });
  new Gauge({
    name: 'tidewaiter_trader_history_covered_seconds',
    help: "How far back the traders' history reaches; 0 where there is none.",
    registers,
    collect() {
      this.set(historySince === undefined ? 0 : (now() - historySince) / 1000);
    },
  });
  return { since: (history) => void (historySince = history) };
}
