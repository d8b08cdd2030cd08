import { InvalidArgumentError } from 'commander';

/** A whole number from 0 on the command line. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number is needed.');
  return Number(text);
}

/** One of at most nine digits, as a count is. */
export function wholeCount(text: string): number {
  const number = wholeNumber(text.trim());
  if (text.trim().length > 9) throw new InvalidArgumentError('at most nine digits are read.');
  return number;
}

/** A count of something that there has to be. */
export function atLeastOne(text: string): number {
  const number = wholeCount(text);
  if (number < 1) throw new InvalidArgumentError('at least 1 is needed.');
  return number;
}
