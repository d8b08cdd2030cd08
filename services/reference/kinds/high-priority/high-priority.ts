import type { CommodityCode } from '../../../risk/declaration/commodity-code.ts';
import type { HighPriority } from '../../../risk/facts/facts.ts';
import { absent, found, type Known } from '../../../risk/facts/known.ts';
import { commodityDigits } from '../commodity-digits.ts';
import { type Held, type Kind, notLoaded } from '../kind.ts';
import { firstProblem, isText } from '../rows.ts';
import { type HighPriorityCodes, highPriorityCodes } from './high-priority-codes.ts';

export interface HighPriorityContent {
  /** Subheading, tier, description. */
  readonly codes: readonly (readonly [code: string, tier: string, description: string])[];
}

export interface HighPriorityLookUps {
  /** Whether the subheading of a code is on the list. */
  readonly highPriority: (code: CommodityCode) => Known<HighPriority>;
}

/** Goods that matter most for diversion; the list stands for itself. */
export const highPriority: Kind<'high-priority', HighPriorityContent, HighPriorityLookUps, HighPriorityCodes> = {
  name: 'high-priority',
  inWords: 'list of high-priority items',
  whenMissing: 'notReady',
  shape: { codes: 'list' },
  rowProblem: ({ codes }) =>
    firstProblem('codes', codes, ([code, tier, description]) =>
      /^\d{6}$/.test(code) && isText(tier) && isText(description) ? undefined : 'six digits, a tier and a description',
    ),
  count: ({ codes }) => ({ codes: codes.length }),
  importing: {
    formats: [highPriorityCodes],
    assemble: (pieces) => pieces.map((read) => ({ content: { codes: read.piece.codes }, from: [read] })),
  },
  load: (held) => ({ highPriority: held === undefined ? () => notLoaded(highPriority) : lookUp(held) }),
  questions: { highPriority: (code) => code },
};

function lookUp({ content, from }: Held<HighPriorityContent>): HighPriorityLookUps['highPriority'] {
  const [answers, nothing] = [new Map<string, Known<HighPriority>>(), absent(from)];
  for (const [code, tier, description] of content.codes) answers.set(code, found({ tier, description }, from));
  return (code) => answers.get(commodityDigits(code)?.slice(0, 6) ?? '') ?? nothing;
}
