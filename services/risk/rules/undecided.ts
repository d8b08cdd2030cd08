import type { Tier } from '../findings/finding.ts';
import { tierMayRead } from '../findings/tiers.ts';
import type { Gap } from './evaluate-rule.ts';

/**
 * Why a check could not be made: what was missing, and what could not be checked for it. A lower tier hears only of what it may know;
 * a trader only of what the
 * declaration itself leaves open: which of the authority's own checks could not be made would show where it is blind.
 */
export function undecidedReason(tier: Tier, title: string, gaps: readonly Gap[]): string | undefined {
  const told = gaps.every(({ ref }) => tierMayRead(tier, ref.feature.tier));
  switch (tier) {
    case 'analyst':
      return sentences(gaps);
    case 'inspector':
      return told ? sentences(gaps) : `Too little is known to check for this: ${uncapitalised(title)}.`;
    case 'trader':
      return told && gaps.every(isOfTheDeclaration) ? sentences(gaps) : undefined;
  }
}

/** Nothing but the declaration itself could have said it. */
const isOfTheDeclaration = ({ ref }: Gap): boolean => ref.feature.from === undefined;

/** "No tariff of GB is loaded, so the national digits of the code could not be checked." */
function sentences(gaps: readonly Gap[]): string {
  const reasons = [...new Set(gaps.map(({ why }) => why))];
  return reasons
    .map((why) => `${capitalised(why)}, so ${notChecked(labelsOf(gaps.filter((gap) => gap.why === why)))}.`)
    .join(' ');
}

const labelsOf = (gaps: readonly Gap[]): readonly string[] => [...new Set(gaps.map(({ ref }) => ref.feature.label))];

function notChecked(labels: readonly string[]): string {
  const clauses = labels.filter(isClause);
  const things = labels.filter((label) => !isClause(label)).map((label) => `the ${label}`);
  const told = [
    ...(things.length === 0 ? [] : [`${listed(things)} could not be checked`]),
    ...(clauses.length === 0 ? [] : [`it is not known ${listed(clauses)}`]),
  ];
  return told.join(', and ');
}

const isClause = (label: string): boolean => label.startsWith('whether ');

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Names in capitals stay: "DUCR missing". */
const uncapitalised = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
