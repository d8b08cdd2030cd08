import type { OriginDuty } from '../../../risk/facts/facts.ts';
import { firstProblem, isCountry, isText, type RowProblem } from '../rows.ts';
import { statesDays, type Validity } from '../validity.ts';

/** Duties that fall on goods of some origins only. */
export interface OriginDutiesContent {
  readonly measures: readonly OriginMeasure[];
}

export interface OriginMeasure extends Omit<OriginDuty, 'reach' | 'origins' | 'words'>, Validity {
  /** Country of the authority that levies it, or "EU" for all members. */
  readonly authority: string;
  /** ISO 3166-1 alpha-2, with spaces between. */
  readonly origins: string;
  /** Beginnings of commodity codes, two digits or more, with spaces between. */
  readonly codes: string;
  /** Words or phrases in lower case, one of which is in a description of goods in scope; absent where the code alone decides. */
  readonly words?: readonly string[];
  /** Phrases that tell goods in scope under any other code of the same chapters; absent where none is sure enough. */
  readonly elsewhere?: readonly string[];
}

const KINDS: readonly string[] = [
  'antiDumping',
  'countervailing',
  'safeguard',
  'additional',
] satisfies OriginDuty['kind'][];

export function originDutyProblem({ measures }: OriginDutiesContent): RowProblem | undefined {
  return firstProblem('measures', measures, wantedInstead);
}

function wantedInstead(row: OriginMeasure): string | undefined {
  if (![row.id, row.title, row.legalBasis].every(isText)) return 'an id, a title and a legal basis';
  if (!KINDS.includes(row.kind)) return `one of the kinds ${KINDS.join(', ')}`;
  if (![row.authority, ...row.origins.split(' ')].every(isCountry)) return 'countries of ISO 3166-1 alpha-2';
  if (!row.codes.split(' ').every((prefix) => /^\d{2,10}$/.test(prefix)))
    return 'beginnings of codes of two digits or more';
  if ([...(row.words ?? []), ...(row.elsewhere ?? [])].some((word) => !/^[a-z0-9 ]+$/.test(word)))
    return 'words in lower case';
  return statesDays(row) ? undefined : 'days of validity';
}
