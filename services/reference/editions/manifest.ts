import { canonicalJson, sha256Hex } from '../../risk/json/canonical.ts';

/** A list of versions by name, each the content hash of something immutable. */
export type Versions = Readonly<Record<string, string>>;

/**
 * What judges, part by part. Two processes with the same manifest, engine and authority come to the same answer.
 */
export interface EditionManifest {
  /** Hash of the policy's document. */
  readonly policy: string;
  /** Reference snapshots by name: "tariff/US", "nomenclature". */
  readonly reference: Versions;
  /** Models by name whose answers the policy reads. */
  readonly models: Versions;
  /** Models that are on trial beside them: asked and recorded, never read by a rule. */
  readonly trials: Versions;
}

const POLICY = 'policy';
const GROUPS = { reference: 'reference/', models: 'model/', trials: 'trial/' } as const;

/** The name of an edition: SHA-256 of its parts in canonical form (RFC 8785), lowercase hexadecimal. */
export function editionIdOf(manifest: EditionManifest): string {
  return sha256Hex(canonicalJson(partsOf(manifest)));
}

/** A manifest as the reference topic carries it: one version by "policy", "reference/<name>", "model/<name>" or "trial/<name>". */
export function partsOf({ policy, ...groups }: EditionManifest): Versions {
  const named = (group: keyof typeof GROUPS): [string, string][] =>
    Object.entries(groups[group]).map(([name, version]) => [GROUPS[group] + name, version]);
  return Object.fromEntries([[POLICY, policy], ...named('reference'), ...named('models'), ...named('trials')]);
}

/** The manifest that parts name; undefined where they are none of an edition: an edition has a policy. Parts of other kinds are left out. */
export function manifestOf(parts: Versions): EditionManifest | undefined {
  const policy = parts[POLICY];
  if (policy === undefined) return undefined;
  const group = (prefix: string): Versions =>
    Object.fromEntries(
      Object.entries(parts).flatMap(([key, version]) =>
        key.startsWith(prefix) ? [[key.slice(prefix.length), version]] : [],
      ),
    );
  return {
    policy,
    reference: group(GROUPS.reference),
    models: group(GROUPS.models),
    trials: group(GROUPS.trials),
  };
}

/** One part that two editions do not have in common. */
export interface PartDifference {
  /** As in `partsOf`. */
  readonly part: string;
  /** Undefined where the edition has no such part. */
  readonly before?: string;
  readonly after?: string;
}

/** What changes from one edition to another, by the name of the part. */
export function differencesBetween(before: EditionManifest, after: EditionManifest): readonly PartDifference[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((part) => old[part] !== now[part])
    .sort()
    .map((part) => ({
      part,
      ...(old[part] !== undefined && { before: old[part] }),
      ...(now[part] !== undefined && { after: now[part] }),
    }));
}
