/** What the shares of the Cauchy distribution stay away from: at 1 the sum would be lost. */
const NEAR_ONE = 1 - 1e-9;

/** At most the number of tests times the smallest p-value (Bonferroni): right whatever the dependence, strict. */
export function bonferroni(pValues: readonly number[]): number {
  return Math.min(1, pValues.length * Math.min(1, ...pValues));
}

/**
 * Weighted Cauchy combination (Liu and Xie, 2020): the p-value of several that may depend on each other; right in the tail
 * under any dependence that is normal in pairs. One small p-value is enough; several small ones count together.
 * @param weights one each, above zero; equal where left out
 */
export function cauchyCombined(pValues: readonly number[], weights: readonly number[] = pValues.map(() => 1)): number {
  if (pValues.length === 0) return 1;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sum = pValues.reduce(
    (partial, p, index) => partial + ((weights[index] ?? 0) / total) * tangent(Math.min(p, NEAR_ONE)),
    0,
  );
  return sum > 1e15 ? 1 / (sum * Math.PI) : Math.min(1, Math.max(0, 0.5 - Math.atan(sum) / Math.PI));
}

/** tan((1/2 − p)·π), by its limit where p is so small that the tangent would lose it. */
const tangent = (p: number): number =>
  p < 1e-15 ? 1 / (Math.max(p, 1e-300) * Math.PI) : Math.tan((0.5 - p) * Math.PI);

/** Harmonic mean of p-values times e·ln(k) (Vovk and Wang, 2020): valid under any dependence, sharper than Bonferroni when several are small. */
export function harmonicCombined(pValues: readonly number[]): number {
  const k = pValues.length;
  if (k < 2) return pValues[0] ?? 1;
  const harmonic = k / pValues.reduce((sum, p) => sum + 1 / Math.max(p, 1e-300), 0);
  return Math.min(1, Math.E * Math.log(Math.max(k, 3)) * harmonic);
}
