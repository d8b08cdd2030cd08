import type { CountryCode } from '../declaration/country-code.ts';
import type { Day } from '../declaration/day.ts';
import type { Direction } from '../declaration/direction.ts';

/** Of goods whose controls are looked up. */
export interface ControlQuery {
  readonly direction: Direction;
  /** ISO 3166-1 alpha-2; controls that name destinations are left out where it is not declared. */
  readonly destination?: CountryCode;
  /** Country of origin; controls that name origins are left out where it is not declared. */
  readonly origin?: CountryCode;
  readonly day: Day;
}
