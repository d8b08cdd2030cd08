/** The state of what Postgres holds beside the snapshots. Absent: never loaded. */
export interface StoredSources {
  readonly licences?: { readonly loadedAt: number; readonly revision: number };
  /** First day of the traders' history, milliseconds since the epoch. */
  readonly history?: { readonly since: number };
}
