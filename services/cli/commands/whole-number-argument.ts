import { InvalidArgumentError } from 'commander';

/** A whole number from 0 on the command line. */
export function wholeNumberArgument(text: string): number {
  if (!/^\d{1,9}$/.test(text.trim())) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
