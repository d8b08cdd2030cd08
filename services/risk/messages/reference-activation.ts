import type { Instant } from '../declaration/instant.ts';

/** What `customs.reference` carries, keyed `kind/name`: which version of a list, tariff, policy or model is in force from now on. */
export interface ReferenceActivation {
  /** "edition" (all that judges, see parts), "tariff", "nomenclature", "model" …: open, so that a new kind needs no new schema. */
  readonly kind: string;
  readonly name: string;
  /** Content hash that names the immutable snapshot. */
  readonly version: string;
  /** Version that was in force before, where there was one. */
  readonly replaces?: string;
  readonly activatedAt: Instant;
  readonly by: string;
  readonly reason: string;
  /** Of an edition: the version of every part, by "policy", "reference/<name>", "model/<name>", "trial/<name>". Empty for every other kind. */
  readonly parts: Readonly<Record<string, string>>;
}
