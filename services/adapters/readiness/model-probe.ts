import type { RiskModel } from '../../scoring/ports/risk-model.ts';
import type { Probe } from './probes.ts';
import { failing, OK, type Verdict } from './readiness.ts';

/** Whether every model can be asked: a question about nothing costs nothing, and is answered only by a model that works. */
export function modelProbe(models: readonly RiskModel[]): Probe {
  return {
    check: 'models',
    look: async () => {
      const verdicts = await Promise.all(models.map(verdictOn));
      return verdicts.find(({ status }) => status === 'failing') ?? OK;
    },
  };
}

async function verdictOn(model: RiskModel): Promise<Verdict> {
  try {
    await model.answer([]);
    return OK;
  } catch (error) {
    return failing(`${model.name}: ${error instanceof Error ? error.name : 'unknown error'}`);
  }
}
