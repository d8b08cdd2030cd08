import type { ReplayedRow } from './replay-row.ts';

/** What a replay came to. */
export interface ReplayCount {
  readonly replayed: number;
  readonly different: number;
  /** Recorded answers of models that were asked for again, came out otherwise, or had no model here to ask. */
  readonly models: { readonly answers: number; readonly different: number; readonly unavailable: number };
}

export const NOTHING_REPLAYED: ReplayCount = {
  replayed: 0,
  different: 0,
  models: { answers: 0, different: 0, unavailable: 0 },
};

/** The count with one assessment more. */
export function counted({ replayed, different, models }: ReplayCount, { verdict, answers }: ReplayedRow): ReplayCount {
  const of = (kind: (typeof answers)[number]['kind']): number =>
    answers.filter((answer) => answer.kind === kind).length;
  return {
    replayed: replayed + 1,
    different: different + (verdict.kind === 'equal' ? 0 : 1),
    models: {
      answers: models.answers + answers.length,
      different: models.different + of('differs'),
      unavailable: models.unavailable + of('unavailable'),
    },
  };
}

/** Whether everything that was compared came out as it is on record. */
export const allEqual = ({ different, models }: ReplayCount): boolean =>
  different + models.different + models.unavailable === 0;
