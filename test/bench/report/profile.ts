import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Table from 'cli-table3';

/** A CPU profile as V8 writes it, as far as it is read here. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const SHOWN = 40;

/** The functions in which the profiled processes spent most time themselves (not in what they call), by process. */
export async function hottestFunctions(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cpuprofile')).sort();
  return (
    await Promise.all(
      files.map(async (file) => tableOf(file, JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile)),
    )
  ).join('\n');
}

function tableOf(file: string, profile: CpuProfile): string {
  const times = selfTimes(profile);
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  const table = new Table({
    head: [file, 'own ms', '%'],
    style: { head: [], border: [] },
    colAligns: ['left', 'right', 'right'],
  });
  for (const [place, time] of [...times].sort(([, a], [, b]) => b - a).slice(0, SHOWN))
    table.push([place, Math.round(time / 1000), ((time / total) * 100).toFixed(1)]);
  return table.toString();
}

/** Microseconds by function; the time in which nothing ran is left out. */
function selfTimes({ nodes, samples, timeDeltas }: CpuProfile): Map<string, number> {
  const placeOf = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(anonymous)'} ${url.split('/').slice(-3).join('/')}${url ? `:${lineNumber + 1}` : ''}`,
    ]),
  );
  const times = new Map<string, number>();
  samples.forEach((id, index) => {
    const place = placeOf.get(id) ?? 'unknown';
    if (!place.startsWith('(idle)')) times.set(place, (times.get(place) ?? 0) + (timeDeltas[index] ?? 0));
  });
  return times;
}
