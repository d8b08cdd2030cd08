import { hashText } from '../../../statistics/hash.ts';
import { stem } from '../../serve/text/stem.ts';
import type { ListedTerms } from '../../serve/vagueness/listed-terms.ts';
import { termHash } from '../../serve/vagueness/listed-terms.ts';
import { gateTokens } from '../../serve/vagueness/tokens.ts';
import type { GateMaterial } from './material.ts';

/** Terms of the list by the stems of their words; none that is, folded so, a telling description ("Tires" is on the list, "tyres" is a code's own text). */
export function listedTerms({ vague, telling, tariff }: GateMaterial): ListedTerms {
  const told = new Set([...telling, ...tariff].map(({ description }) => hashOf(description)));
  return Uint32Array.from(new Set(vague.map(hashOf).filter((hash) => !told.has(hash)))).sort();
}

const hashOf = (description: string): number =>
  termHash(gateTokens(description).words.map((word) => hashText(stem(word))));
