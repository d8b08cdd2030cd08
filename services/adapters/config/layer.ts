import type { Origin } from './origin.ts';

/** Settings that one source states: by path ("kafka.groupId"), as written there. */
export interface Layer {
  readonly entries: readonly LayerEntry[];
}

export interface LayerEntry {
  readonly path: string;
  readonly value: unknown;
  readonly origin: Origin;
  /** What a relative path in this source is relative to. */
  readonly folder: string;
}
