import { Option } from 'commander';

/** Options of commands whose caller is put on record. */
export const BY = new Option('--by <who>', 'who does it: a staff identifier').env('USER').default('not stated');

export function reasonOption(otherwise: string): Option {
  return new Option('--reason <text>', 'why; put on record').default(otherwise);
}
