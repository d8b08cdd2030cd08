import type { Known } from '../../../risk/facts/known.ts';
import type { BusinessLine } from '../../../risk/facts/party-fact.ts';
import { type Kind, notLoaded } from '../kind.ts';
import { BusinessLookUp } from './business-look-up.ts';
import { type BusinessLinesContent, businessProblem } from './content.ts';

export interface BusinessLinesLookUps {
  /** What a party does for a living, by its name and its address; an empty list where they tell nothing. */
  readonly businessLines: (name: string, address: string) => Known<readonly BusinessLine[]>;
}

/** Lines of business by names and addresses: forwarders, carriers, banks, addresses of convenience, free zones, trades. */
export const businessLines: Kind<'business-lines', BusinessLinesContent, BusinessLinesLookUps> = {
  name: 'business-lines',
  inWords: 'list of lines of business',
  whenMissing: 'warning',
  shape: {
    lines: 'list',
    groups: 'list',
    phrases: 'list',
    endings: 'list',
    parts: 'list',
    pairs: 'list',
    addresses: 'list',
    institutions: 'list',
    otherTrades: 'list',
  },
  rowProblem: businessProblem,
  count: ({ lines, groups, phrases }) => ({
    lines: lines.length,
    groups: groups.length,
    phrases: phrases.length,
  }),
  load: (held) => {
    if (held === undefined) return { businessLines: () => notLoaded(businessLines) };
    const lookUp = new BusinessLookUp(held.content, held.from);
    return { businessLines: (name, address) => lookUp.businessLines(name, address) };
  },
  questions: { businessLines: (name, address) => `${name}\n${address}` },
};
