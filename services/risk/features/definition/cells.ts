import type { SeenValue } from '../../findings/finding.ts';
import { type ContextOf, type Feature, type Missing, missing } from './feature.ts';

/** A feature that threw: our own mistake, shown as an `error`, never as a miss. */
export interface Failed {
  readonly failed: string;
}

export type Cell = SeenValue | Missing | Failed;

export const isFailed = (cell: Cell): cell is Failed => typeof cell === 'object' && 'failed' in cell;

const NOT_RESTATED = missing('only what the amendment changes is known');

/** The features of one goods item or one declaration, each computed when a rule first asks for it and at most once. */
export class FeatureCells<S extends 'item' | 'declaration'> {
  readonly #features: readonly Feature<S>[];
  readonly #cells: (Cell | undefined)[];
  readonly context: ContextOf[S];

  constructor(features: readonly Feature<S>[], context: ContextOf[S]) {
    this.#features = features;
    this.#cells = new Array<Cell | undefined>(features.length);
    this.context = context;
  }

  /** The value of the feature at `index` of its catalogue. */
  at(index: number): Cell {
    return (this.#cells[index] ??= this.#compute(this.#features[index] as Feature<S>));
  }

  /** Sources of the feature at `index`, besides the declaration itself. */
  sources(index: number): readonly string[] {
    return this.#features[index]?.from?.(this.context) ?? [];
  }

  #compute(feature: Feature<S>): Cell {
    if (this.context.event.completeness !== 'whole' && feature.rests === 'whole') return NOT_RESTATED;
    try {
      const value = feature.of(this.context);
      if (typeof value === 'number')
        return Number.isFinite(value) ? value : missing(`${feature.label} is no finite number`);
      return value;
    } catch (error) {
      return { failed: error instanceof Error ? error.message : String(error) };
    }
  }
}
