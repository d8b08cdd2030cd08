import { capitals } from '../risk/declaration/one-form.ts';

/** An identifier (MRN, LRN, EORI) as it is compared: in capitals, without blanks. */
export function fold(identifier: string): string {
  return capitals(identifier);
}

/** Whether two messages can be about one thing by what they state of it: it may be left out, but where both state it, it is the same. */
export function agree(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || fold(one) === fold(other);
}
