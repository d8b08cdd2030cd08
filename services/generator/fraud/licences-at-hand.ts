import type { Rng } from '../random/rng.ts';
import type { Shipment } from '../shipment/shipment.ts';
import { type HeldLicence, validIn } from '../traders/licence-register.ts';
import { withFirstLine } from './business.ts';
import type { Occasion } from './fraud-pattern.ts';

/** So many holders are asked whether theirs would do. */
const ASKED = 60;

/** Among some licences that were once issued, the one that comes nearest to what is wanted (0 is exact). Undefined where none would do. */
export function nearestLicence(
  { world, rng }: Occasion,
  distance: (held: HeldLicence) => number,
): HeldLicence | undefined {
  const asked = someOf(world.register.chains, rng)
    .flat()
    .filter((held) => held.licence.status === 'issued' && Number.isFinite(distance(held)));
  return asked.reduce<HeldLicence | undefined>(
    (best, held) => (best === undefined || distance(held) < distance(best) ? held : best),
    undefined,
  );
}

/** Some licences that are good today. */
export function validLicences({ world, at, rng }: Occasion): readonly HeldLicence[] {
  return someOf(world.register.chains, rng).flatMap((chain) => validIn(chain, at) ?? []);
}

export function citing(shipment: Shipment, { licence, good }: HeldLicence): Shipment {
  return withFirstLine(shipment, (line) => ({
    ...line,
    licenceId: licence.id,
    licenceDocument: line.good.control?.document ?? good.control?.document ?? '',
  }));
}

function someOf<T>(all: readonly T[], rng: Rng): readonly T[] {
  if (all.length === 0) throw new RangeError('nobody in this world holds a licence');
  return Array.from({ length: ASKED }, () => rng.pick(all));
}
