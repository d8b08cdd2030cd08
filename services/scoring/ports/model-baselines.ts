/** How the first numbers of one kind that a version of a model saw in this installation were spread. */
export interface ModelBaseline {
  readonly model: string;
  readonly version: string;
  /** "score", "p-value", "feature/<name>". */
  readonly measure: string;
  /** By the bins of the training's histogram. */
  readonly counts: readonly number[];
}

/** Kept for all processes and beyond their end, so that drift is measured against the same everywhere. Throws for infrastructure. */
export interface ModelBaselines {
  read(model: string, version: string): Promise<readonly ModelBaseline[]>;
  /** Keeps a baseline, unless there is one already. @returns the one that stands */
  keep(baseline: ModelBaseline): Promise<ModelBaseline>;
}
