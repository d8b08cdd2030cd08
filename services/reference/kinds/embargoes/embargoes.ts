import type { EmbargoMatch, EmbargoQuery } from '../../../risk/embargo/embargo.ts';
import type { Known } from '../../../risk/facts/known.ts';
import { geography } from '../geography/geography.ts';
import { type Kind, notLoaded } from '../kind.ts';
import { type EmbargoesContent, embargoProblem } from './content.ts';
import { EmbargoLookUp } from './embargo-look-up.ts';
import { lawsOf } from './laws.ts';

export interface EmbargoesLookUps {
  /** What embargoes say of an item on its way; an empty list where the laws were read and none meets it. */
  readonly embargoes: (query: EmbargoQuery) => Known<readonly EmbargoMatch[]>;
}

/** Embargoes: what law forbids or asks about goods because of a place. */
export const embargoes: Kind<'embargoes', EmbargoesContent, EmbargoesLookUps> = {
  name: 'embargoes',
  inWords: 'list of embargoes',
  whenMissing: 'notReady',
  shape: { lists: 'list', measures: 'list' },
  rowProblem: embargoProblem,
  count: ({ lists, measures }) => ({ lists: lists.length, measures: measures.length }),
  load: (held, { authority, lookUpsOf }) => {
    if (held === undefined) return { embargoes: () => notLoaded(embargoes) };
    const laws = lawsOf(authority.country, lookUpsOf(geography).country);
    const lookUp = new EmbargoLookUp(held.content, laws, held.from);
    return { embargoes: (query) => lookUp.embargoes(query) };
  },
};
