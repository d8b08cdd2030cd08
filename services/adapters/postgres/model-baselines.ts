import type { ModelBaseline, ModelBaselines } from '../../scoring/ports/model-baselines.ts';
import type { Database } from './database.ts';

interface BaselineRow extends Record<string, unknown> {
  readonly measure: string;
  /** bigint comes as text. */
  readonly counts: readonly string[];
}

const KEEP =
  'INSERT INTO model_baselines (model, version, measure, counts) VALUES ($1, $2, $3, $4::bigint[]) ON CONFLICT DO NOTHING';
const READ = 'SELECT measure, counts FROM model_baselines WHERE model = $1 AND version = $2';

/** Baselines of models in Postgres, table `model_baselines`. */
export function createPostgresModelBaselines(database: Database): ModelBaselines {
  const read = async (model: string, version: string): Promise<readonly ModelBaseline[]> =>
    (await database.query<BaselineRow>(READ, [model, version])).map(({ measure, counts }) => ({
      model,
      version,
      measure,
      counts: counts.map(Number),
    }));
  return {
    read,
    keep: async (baseline) => {
      const { model, version, measure, counts } = baseline;
      await database.query(KEEP, [model, version, measure, [...counts]]);
      return (await read(model, version)).find((one) => one.measure === measure) ?? baseline;
    },
  };
}
