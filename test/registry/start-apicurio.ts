import { join } from 'node:path';
import { findJava } from '../../infra/local/kafka/java.ts';
import type { Run } from '../../infra/local/run/run.ts';
import { freePort } from '../../infra/local/server/free-port.ts';
import { type LocalServer, startServer } from '../../infra/local/server/local-server.ts';
import { fetchApicurio } from './fetch-apicurio.ts';

export interface LocalRegistry {
  /** Where its Confluent API begins. */
  readonly url: string;
  readonly server: LocalServer;
}

/** Starts an Apicurio registry that keeps its schemas in memory, on loopback and free ports. */
export async function startApicurio(run: Run): Promise<LocalRegistry> {
  const java = findJava().command;
  const jar = fetchApicurio();
  const [port, management] = [await freePort(), await freePort()];
  const environment = {
    QUARKUS_HTTP_HOST: '127.0.0.1',
    QUARKUS_HTTP_PORT: String(port),
    QUARKUS_MANAGEMENT_HOST: '127.0.0.1',
    QUARKUS_MANAGEMENT_PORT: String(management),
    QUARKUS_LOG_CATEGORY__IO_QUARKUS__LEVEL: 'INFO',
  };
  const server = await startServer({
    name: 'Apicurio registry',
    failure: 'TDW_REGISTRY_UNREACHABLE',
    logFile: join(run.folder, 'apicurio.log'),
    readyText: 'Listening on',
    orderlyEnd: 'SIGTERM',
    launch: (output) =>
      run.start(java, ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-jar', jar], {
        farewell: 'SIGKILL',
        env: { ...process.env, ...environment },
        stdio: ['ignore', output, output],
      }),
  });
  return { url: `http://127.0.0.1:${port}/apis/ccompat/v7`, server };
}
