import type { Rng } from '../random/rng.ts';

/** How many goods items a declaration has, where it is not prescribed: mostly one, sometimes a few, seldom many. */
export function usualItems(rng: Rng): number {
  const draw = rng.share();
  if (draw < 0.58) return 1;
  if (draw < 0.86) return rng.whole(2, 4);
  if (draw < 0.985) return rng.whole(5, 12);
  return rng.whole(13, 40);
}
