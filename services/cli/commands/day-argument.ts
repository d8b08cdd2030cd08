import { InvalidArgumentError } from 'commander';
import type { Day } from '../../risk/declaration/declaration-event.ts';

/** A calendar day on the command line. */
export function dayArgument(text: string): Day {
  const day = text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new InvalidArgumentError('It must be a day, like 2026-11-22.');
  return day;
}
