import type { Licence } from '../../risk/facts/facts.ts';
import type { Known } from '../../risk/facts/known.ts';

/** The authority's register of licences. Not loaded at all is `unknown`, not in it is `absent`. Throws when it cannot be read. */
export interface LicenceRegister {
  /** One answer for each distinct id (see licensing/cited), by id. */
  find(licenceIds: readonly string[]): Promise<ReadonlyMap<string, Known<Licence>>>;
}
