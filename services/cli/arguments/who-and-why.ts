import { InvalidArgumentError, Option } from 'commander';

const WHO = ['--by <who>', 'who does it: a staff identifier'] as const;
const WHY = ['--reason <text>', 'why; put on record'] as const;

/** Options of commands whose caller is put on record. */
export const BY = new Option(...WHO).env('USER').default('not stated');

export function reasonOption(otherwise: string): Option {
  return new Option(...WHY).default(otherwise);
}

/** The same where nothing is done unless both are stated: the command shows or sends personal data. */
export const BY_STATED = new Option(...WHO).makeOptionMandatory().argParser(stated);
export const REASON_STATED = new Option(...WHY).makeOptionMandatory().argParser(stated);

/** A text that says something. */
export function stated(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return text;
}
