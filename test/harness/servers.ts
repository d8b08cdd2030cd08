import type { TestProject } from 'vitest/node';
import { startLocalInfrastructure } from '../../infra/local/start-local-infrastructure.ts';
import { ensureBuilt } from '../../infra/setup/build.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    readonly kafkaBrokers: string;
    readonly postgresUrl: string;
  }
}

/**
 * Runs once before the tests that use servers: one broker and one database server for all of them, and dist/ made of
 * today's sources, for the tests that start real processes of ours.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureBuilt();
  const infrastructure = await startLocalInfrastructure();
  project.provide('kafkaBrokers', infrastructure.brokers);
  project.provide('postgresUrl', infrastructure.postgresUrl);
  return () => infrastructure.stop();
}
