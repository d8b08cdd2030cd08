import type { Checked } from './checked.ts';
import { capitals } from './one-form.ts';

/** A declaration's MRN in the one form that it is compared in: capitals, without blanks. How it is built differs by authority, and is not looked at. */
export type Mrn = Checked<'Mrn'>;

/** An MRN as a message writes it. */
export const mrnOf = (text: string): Mrn => capitals(text) as Mrn;
