/** A model's answer about one item. Recorded as a fact so that replay needs no model. */
export interface ModelAnswer {
  readonly model: string;
  readonly version: string;
  readonly backend: string;
  readonly status: 'ok' | 'vague' | 'unknown';
  /** Why `unknown`, or why a part is unread, in plain words. */
  readonly why?: string;
  /** Where the model could make nothing of what it is given, so that it is `unknown`, or of a part of it: another language, no words. */
  readonly unread?: true;
  /** Higher is odder; comparable across items. */
  readonly score?: number;
  /** Share of honest goods at least as odd, 0–1. */
  readonly pValue?: number;
  /** Where a model judges a code level by level: the score and p-value of each; a level that the declared code does not have is left out. */
  readonly levels?: Readonly<
    Partial<Record<'chapter' | 'heading' | 'subheading', { readonly score: number; readonly pValue: number }>>
  >;
  /** What speaks for it: field or word, what was seen, what is usual. */
  readonly evidence: readonly ModelEvidence[];
  readonly likelyCommodityCodes: readonly { readonly code: string; readonly probability: number }[];
  /** The main features as the model saw them, by name ("known-words"); drift against its training is measured on them. */
  readonly measures?: Readonly<Record<string, number>>;
  /** What a version on trial beside this one said: recorded and counted, read by no rule. */
  readonly shadow?: Omit<ModelAnswer, 'shadow'>;
}

export interface ModelEvidence {
  readonly field: string;
  readonly seen: string;
  readonly usual: string;
  readonly share: number;
}

/** At most this p-value counts as odd where answers are counted and versions compared, whatever policy makes of it: one honest item in a hundred. */
export const ANOMALOUS_P_VALUE = 0.01;

/** Whether a model found goods odd. One that could not judge them did not. */
export const isAnomalous = ({ status, pValue }: Pick<ModelAnswer, 'status' | 'pValue'>): boolean =>
  status === 'ok' && pValue !== undefined && pValue <= ANOMALOUS_P_VALUE;
