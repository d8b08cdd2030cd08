import { type Day, isDay } from '../../risk/declaration/day.ts';

/** From when to when a row holds. */
export interface Validity {
  readonly validFrom: Day;
  /** Inclusive; absent while no end is known. */
  readonly validTo?: Day;
}

export const isInForce = ({ validFrom, validTo }: Validity, day: Day): boolean =>
  validFrom <= day && day <= (validTo ?? day);

/** Whether a row from outside states days. */
export const statesDays = ({ validFrom, validTo }: Validity): boolean =>
  isDay(validFrom) && isDay(validTo ?? validFrom);
