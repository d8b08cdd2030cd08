/** Arrays of a stage by name: what is kept so that an interrupted run goes on with the next stage. */
export type StageArrays = Readonly<Record<string, Float32Array>>;

/** Where finished stages are kept; `read` answers undefined for one that is not there. */
export interface StageStore {
  read(stage: string): StageArrays | undefined;
  write(stage: string, arrays: StageArrays): void;
}

/** Keeps nothing: an interrupted run begins anew. */
export const noStages: StageStore = { read: () => undefined, write: () => undefined };

/** The result of a stage: kept from before, or made now and kept. Every stage has a seed of its own, so both are the same. */
export async function stage<A extends StageArrays>(
  store: StageStore,
  name: string,
  make: () => Promise<A>,
): Promise<A> {
  const kept = store.read(name);
  if (kept !== undefined) return kept as A;
  const made = await make();
  store.write(name, made);
  return made;
}
