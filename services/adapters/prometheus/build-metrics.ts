import { Gauge, type Registry } from 'prom-client';

export interface Build {
  /** Of package.json. */
  readonly version: string;
  /** Version of the judgement itself. */
  readonly engine: string;
  /** Of the policy in use; absent in a process that does not judge. */
  readonly policyHash?: string;
  /** Of the runtime, "v20.19.0". */
  readonly node: string;
}

/** What runs here: each version changes only with a restart. */
export function buildMetrics(registry: Registry, { version, engine, policyHash, node }: Build): void {
  const info = new Gauge({
    name: 'tidewaiter_build_info',
    help: 'What runs here; always 1.',
    labelNames: ['version', 'engine', 'policy', 'node'] as const,
    registers: [registry],
  });
  info.set({ version, engine, policy: policyHash?.slice(0, 12) ?? 'none', node }, 1);
}
