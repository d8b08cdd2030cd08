import { AUTHORITY } from './demo-variables.ts';
import type { ServiceProcess } from './service-processes.ts';

/** What the memory adapters cannot keep, by the design's six promises. */
export const LEFT_OUT_IN_MEMORY = [
  'This ran in one process, on memory. Of the six promises that leaves out:',
  '  - "Nothing lost, nothing twice": without a broker\'s transactions and a database, a crash would lose what was not yet answered.',
  '  - half of "Same facts, same policy, same result": the decision is the same, but no assessment is on record, so none can be replayed later.',
  '  - of "Unknown is never green" the part where a source that cannot be read pauses the stream: no source is outside this process.',
  'A human decides, one explained result per goods item, and reasons by tier hold as they do on Kafka and Postgres.',
].join('\n');

export const WHERE_TO_LOOK = [
  '  npm run demo -- --stay                  leaves everything running: topics, database, metrics',
  '  npm run demo -- --seed 2                another world, other fraud patterns',
  '  npx tidewaiter assess FILE…             your own declarations (WCO XML, JSON lines, CSV)',
  '  config/policy/rules/                    the rules that spoke above, each with its cases',
  '  services/generator/fraud/               what was injected, and how',
  '  infra/grafana/                          dashboards for analysts and operators',
  '  infra/RUNBOOK.md                        every alert and error code',
].join('\n');

/** For those who stay: where everything listens, and how to ask it. */
export function addressesText(brokers: string, postgresUrl: string, processes: readonly ServiceProcess[]): string {
  return [
    `  brokers   ${brokers}`,
    `  database  ${postgresUrl}`,
    ...processes.map(
      ({ service, address, logFile }) => `  ${service.padEnd(8)}  ${address}/metrics and /readyz; log ${logFile}`,
    ),
    '',
    '  In another terminal:',
    `  export ${Object.entries({
      TIDEWAITER_KAFKA_BROKERS: brokers,
      TIDEWAITER_POSTGRES_URL: postgresUrl,
      ...AUTHORITY,
    })
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')}`,
    '  npx tidewaiter publish infra/demo/declarations/export-thermal-sights.xml',
    '  npx tidewaiter doctor',
    '  npx tidewaiter dead-letters list',
  ].join('\n');
}
