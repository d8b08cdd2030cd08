/** A licence's id as the register keys it: upper case, without spaces. */
export const licenceIdOf = (cited: string): string => cited.replace(/\s+/g, '').toUpperCase();
