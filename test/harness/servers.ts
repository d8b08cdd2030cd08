import type { TestProject } from 'vitest/node';
import { startLocalInfrastructure } from '../../infra/local/start-local-infrastructure.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly kafkaBrokers: string;
    readonly postgresUrl: string;
  }
}

/** Runs once before the tests that use servers: one broker and one database server for all of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const infrastructure = await startLocalInfrastructure();
  project.provide('kafkaBrokers', infrastructure.brokers);
  project.provide('postgresUrl', infrastructure.postgresUrl);
  return () => infrastructure.stop();
}
