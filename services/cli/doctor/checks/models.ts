import type { RiskModel } from '../../../scoring/ports/risk-model.ts';
import { fine, type Check } from '../check.ts';

/** Whether every model is there and answers; a model whose files are missing throws. */
export function modelsCheck(models: readonly RiskModel[]): Check {
  return {
    name: 'models',
    examine: async () => {
      await Promise.all(models.map((model) => model.answer([])));
      return fine(models.map(({ name, version, backend }) => `${name} ${version} (${backend})`).join(', '));
    },
  };
}
