import type { ModelAnswer } from '../../../risk/facts/model-answer.ts';
import { isAnomalous } from '../../../risk/facts/model-answer.ts';

const EXAMPLES = 10;

/** How far the answers of two versions to the same items agree. */
export interface Agreement {
  readonly items: number;
  /** Share of items with the same status. */
  readonly sameStatus: number;
  /** Items found odd by both, by one alone, by neither. */
  readonly odd: {
    readonly both: number;
    readonly onlyFirst: number;
    readonly onlySecond: number;
    readonly neither: number;
  };
  /** Share with the same most likely heading, of those where both name one. */
  readonly sameHeading?: number;
  /** Of the scores, where both give one. */
  readonly scoreDifference?: { readonly mean: number; readonly largest: number };
  /** The first that differ in status or in being odd. */
  readonly differing: readonly Differing[];
}

export interface Differing {
  readonly what: string;
  readonly first: Told;
  readonly second: Told;
}

type Told = Pick<ModelAnswer, 'status' | 'score' | 'pValue'> & { readonly likely?: string };

/** The same item as two versions answered it. */
export interface Pair {
  /** Which item, for people. */
  readonly what: string;
  readonly first: ModelAnswer;
  readonly second: ModelAnswer;
}

/** Compares two versions by their answers to the same items. */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  const odd = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const { first, second } of pairs) odd[oddIn(first, second)] += 1;
  const headings = pairs.flatMap(({ first, second }) => {
    const [one, other] = [headingOf(first), headingOf(second)];
    return one === undefined || other === undefined ? [] : [one === other];
  });
  const apart = pairs.flatMap(({ first, second }) =>
    first.score === undefined || second.score === undefined ? [] : [Math.abs(first.score - second.score)],
  );
  return {
    items: pairs.length,
    sameStatus: share(pairs.map(({ first, second }) => first.status === second.status)),
    odd,
    ...(headings.length === 0 ? {} : { sameHeading: share(headings) }),
    ...(apart.length === 0
      ? {}
      : {
          scoreDifference: {
            mean: apart.reduce((sum, one) => sum + one, 0) / apart.length,
            largest: apart.reduce((most, one) => Math.max(most, one), 0),
          },
        }),
    differing: pairs
      .filter(({ first, second }) => first.status !== second.status || isAnomalous(first) !== isAnomalous(second))
      .slice(0, EXAMPLES)
      .map(({ what, first, second }) => ({ what, first: told(first), second: told(second) })),
  };
}

function oddIn(first: ModelAnswer, second: ModelAnswer): keyof Agreement['odd'] {
  if (isAnomalous(first)) return isAnomalous(second) ? 'both' : 'onlyFirst';
  return isAnomalous(second) ? 'onlySecond' : 'neither';
}

const headingOf = ({ likelyCommodityCodes }: ModelAnswer): string | undefined =>
  likelyCommodityCodes[0]?.code.slice(0, 4);
const share = (hits: readonly boolean[]): number => (hits.length === 0 ? 1 : hits.filter(Boolean).length / hits.length);

function told({ status, score, pValue, likelyCommodityCodes: [likely] }: ModelAnswer): Told {
  return {
    status,
    ...(score === undefined ? {} : { score }),
    ...(pValue === undefined ? {} : { pValue }),
    ...(likely === undefined ? {} : { likely: likely.code }),
  };
}
