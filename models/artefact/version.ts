import { canonicalJson, sha256Hex } from '../../services/risk/json/canonical.ts';
import type { Manifest } from './manifest.ts';

/**
 * SHA-256 over everything that changes an answer: form, name, features, labels, thresholds, calibration, tables and lists.
 * Not over card, metrics, training record and distributions: a model that is evaluated again stays what it is.
 */
export function versionOf({ format, name, answers, weights, tables, lists }: Omit<Manifest, 'version'>): string {
  return sha256Hex(canonicalJson({ format, name, answers, weights, tables, lists }));
}
