import { groupBy } from './group-by.ts';
import { fold } from './identifier.ts';
import type { Identified } from './planned.ts';

export type Grouped = Identified & { readonly group: string };

/**
 * Every message with the declaration that it is of. Those that are about no lodgement of the batch belong together by their
 * id, as long as they name one declarant; one that contradicts the declaration that it names is alone.
 */
export function grouped(events: readonly Identified[]): readonly Grouped[] {
  const declarants = new Map(
    [...groupBy(events, (one) => one.declarationId)].map(([id, own]) => [id, declarantsOf(own)]),
  );
  return events.map((one) => ({
    ...one,
    group: one.group ?? groupOf(one, (declarants.get(one.declarationId)?.size ?? 0) > 1),
  }));
}

function declarantsOf(events: readonly Identified[]): ReadonlySet<string> {
  const apart = events.filter(({ group, contradiction }) => group === undefined && contradiction === undefined);
  return new Set(apart.flatMap(({ declarant }) => (declarant === undefined ? [] : [fold(declarant)])));
}

function groupOf({ message, declarationId, declarant, contradiction }: Identified, isShared: boolean): string {
  if (contradiction !== undefined) return JSON.stringify([declarationId, contradiction, message.position]);
  return JSON.stringify(isShared ? [declarationId, fold(declarant ?? '')] : [declarationId]);
}
