import type { Licence } from '../../risk/facts/facts.ts';
import { absent, found, type Known, unknown } from '../../risk/facts/known.ts';
import { licenceIdOf } from '../../risk/licensing/cited.ts';
import type { LicenceRegister } from '../../scoring/ports/licence-register.ts';

/** A register held in memory; `undefined` where none is loaded. */
export function createMemoryLicenceRegister(licences: readonly Licence[] | undefined): LicenceRegister {
  const byId = licences && new Map(licences.map((licence) => [licenceIdOf(licence.id), licence]));
  const from = 'licences@memory';
  return {
    find: (ids) => Promise.resolve(new Map(ids.map((id) => [id, known(id)]))),
  };

  function known(id: string): Known<Licence> {
    if (!byId) return unknown('no licence register is loaded', 'licences');
    const licence = byId.get(id);
    return licence ? found(licence, from) : absent(from);
  }
}
