import type { ReferenceData } from '../look-up/reference-data.ts';
import type { Policy } from '../policy/policy.ts';

/** Versions by name, each the content hash of something immutable. */
type Versions = Readonly<Record<string, string>>;

/** What a record names by its edition instead of repeating it. */
export interface EditionParts {
  /** Reference snapshots: "tariff/US". */
  readonly reference: Versions;
  /** Models whose answers the policy reads. */
  readonly models: Versions;
}

/** The edition that judged, open: what a record by edition is read with. */
export interface OpenEdition extends EditionParts {
  readonly policy: Policy;
  readonly lookUps: ReferenceData;
}

/** Sources as records name them: a version that the edition has stays away, "tariff/US@3f2a91c07b1e" is "tariff/US@". */
export class SourceNames {
  readonly #versions = new Map<string, string>();
  readonly #short = new WeakMap<Versions, Versions>();

  constructor({ reference, models }: EditionParts) {
    for (const [name, version] of Object.entries(reference)) this.#versions.set(name, version.slice(0, 12));
    for (const [name, version] of Object.entries(models)) this.#versions.set(`models/${name}`, version);
  }

  /** "tariff/US@" for the edition's own, others as they are. */
  onRecord(source: string): string {
    const at = source.indexOf('@');
    const isOfEdition = at !== -1 && this.#versions.get(source.slice(0, at)) === source.slice(at + 1);
    return isOfEdition ? source.slice(0, at + 1) : source;
  }

  inFull(source: string): string {
    const version = source.endsWith('@') ? this.#versions.get(source.slice(0, -1)) : undefined;
    return version === undefined ? source : source + version;
  }

  /** Versions by source, without those that the edition names; remembered, since nearly all assessments of a day have the same. */
  versionsOnRecord(versions: Versions): Versions {
    const known = this.#short.get(versions);
    if (known !== undefined) return known;
    const own = Object.entries(versions).filter(([name, version]) => this.#versions.get(name) !== version);
    const short = Object.fromEntries(own);
    this.#short.set(versions, short);
    return short;
  }
}
