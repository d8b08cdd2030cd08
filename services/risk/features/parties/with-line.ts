import type { Facts } from '../../facts/facts.ts';
import type { BusinessLine, PartyFact, PartyRole } from '../../facts/party-fact.ts';
import { type Missing, missing } from '../definition/feature.ts';

/** Parties in one of the roles with such a line, as people read them; missing where their lines were not looked up. */
export function withLine(
  known: readonly PartyFact[] | undefined,
  roles: readonly PartyRole[],
  which: (line: BusinessLine) => boolean,
): readonly string[] | Missing {
  if (known === undefined) return missing('what the parties do for a living was not looked up');
  const named: string[] = [];
  for (const { role, name, business } of known) {
    if (!roles.includes(role)) continue;
    if (business.state === 'unknown') return missing(business.why);
    const line = business.state === 'found' ? business.value.find(which) : undefined;
    if (line !== undefined) named.push(`${name} (${line.title})`);
  }
  return named.length < 2 ? named : [...new Set(named)];
}

/** Where the lines of business come from. */
export const sourcesOfLines = ({ facts }: { readonly facts: Facts }): readonly string[] => [
  ...new Set((facts.parties ?? []).map(({ business }) => business.from)),
];
