import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { canonicalJson, sha256Hex } from '../../risk/json/canonical.ts';
import { parseByPart } from '../../risk/json/parse-by-part.ts';
import { checkSnapshot } from './check-snapshot.ts';
import { type SealedSnapshot, type Snapshot, snapshotName } from './snapshot.ts';

/** Canonical text of a snapshot (RFC 8785): what is stored, sent and hashed. */
export function canonicalText(snapshot: Snapshot): string {
  return canonicalJson(snapshot);
}

/** Names a snapshot by its content: version = sha-256 of the canonical text, in hex. */
export function seal<S extends Snapshot>(snapshot: S): SealedSnapshot<S> {
  return { version: sha256Hex(canonicalText(snapshot)), snapshot };
}

/**
 * Reads stored canonical text back, with pauses for whoever has other work to let through: a large tariff takes a tenth of a second. A text
 * that does not have the hash it is stored under is refused: corrupt, or changed by hand.
 */
export function* unsealByPart(text: string, version: string): Generator<undefined, SealedSnapshot, undefined> {
  const actual = sha256Hex(text);
  if (actual !== version) {
    throw new TidewaiterError(
      'TDW_REFERENCE_TAMPERED',
      `The stored snapshot ${version.slice(0, 12)} has the content of ${actual.slice(0, 12)}.`,
    );
  }
  yield;
  return { version, snapshot: checkSnapshot(yield* parseByPart(text), version.slice(0, 12)) };
}

/** Short form for people: "tariff/US@3f2a91c07b1e". The `from` of every fact. */
export function shortVersion({ version, snapshot }: SealedSnapshot): string {
  return `${snapshotName(snapshot)}@${version.slice(0, 12)}`;
}
