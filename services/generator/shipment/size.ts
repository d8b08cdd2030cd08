import type { Chance } from '../chance.ts';

/** How many goods items a declaration has, where it is not prescribed: mostly one, sometimes a few, seldom many. */
export function usualItems(chance: Chance): number {
  const draw = chance.share();
  if (draw < 0.58) return 1;
  if (draw < 0.86) return chance.whole(2, 4);
  if (draw < 0.985) return chance.whole(5, 12);
  return chance.whole(13, 40);
}
