/** To six digits behind the point: what backends and batches differ in lies beyond. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
