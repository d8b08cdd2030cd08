import type { Scene } from './scene.ts';
import type { Worker } from './workers.ts';

/** One thing that goes wrong while a slice of the input is being answered. */
export interface Blow {
  readonly what: string;
  readonly kill: boolean;
  /** What must be so before the slice comes in. */
  readonly before?: (field: Field) => Promise<void>;
  strike(field: Field): Promise<void>;
}

/** What can be struck. */
export interface Field {
  readonly scene: Scene;
  readonly scoring: readonly Worker[];
  readonly audit: Worker;
}
