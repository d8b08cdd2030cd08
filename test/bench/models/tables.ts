import Table from 'cli-table3';
import { TEXTS } from './model-rates.ts';
import type { ModelsBench } from './run-models-bench.ts';

/** The figures for people. Each goods item has one description: items a second are descriptions a second. */
export function benchTables({ backends }: ModelsBench): string {
  const plain = { style: { head: [], border: [] } };
  const kernels = new Table({ head: ['Kernel', 'Backend', 'rows/s', 'rows/CPU-s'], ...plain });
  const models = new Table({
    head: ['Model', 'Texts', 'Backend', 'items/s', 'items/CPU-s', 'remembered', 'call ms p99, longest'],
    ...plain,
  });
  const absent: string[] = [];
  for (const one of backends) {
    if (one.state === 'not there') absent.push(`${one.backend} was not measured: ${one.why}`);
    else {
      for (const { kernel, perSecond, perCpuSecond } of one.kernels)
        kernels.push([kernel, one.backend, perSecond, perCpuSecond]);
      for (const { model, texts, perSecond, perCpuSecond, remembered, callMs } of one.models)
        models.push([
          model,
          texts,
          one.backend,
          perSecond,
          perCpuSecond,
          `${Math.round(remembered * 100)} %`,
          `${callMs.p99}, ${callMs.longest}`,
        ]);
    }
  }
  return [
    kernels.toString(),
    ...(models.length === 0
      ? ['No trained model comes with this version.']
      : [models.toString(), ...Object.entries(TEXTS).map(([texts, meaning]) => `${texts}: ${meaning}`)]),
    ...absent,
  ].join('\n');
}
