import type { ModelAnswer } from '../../risk/facts/facts.ts';

/** At most this p-value counts as odd where answers are counted and versions compared, whatever policy makes of it: one honest item in a hundred. */
export const ODD = 0.01;

/** Whether a model found goods odd. One that could not judge them did not. */
export const isOdd = ({ status, pValue }: Pick<ModelAnswer, 'status' | 'pValue'>): boolean =>
  status === 'ok' && pValue !== undefined && pValue <= ODD;
