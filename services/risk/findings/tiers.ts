import { type Tier, TIERS } from './finding.ts';

/** Whether a reader of tier `reader` may read what is marked as for `lowest` and the tiers above it. */
export const tierMayRead = (reader: Tier, lowest: Tier): boolean => TIERS.indexOf(reader) <= TIERS.indexOf(lowest);
