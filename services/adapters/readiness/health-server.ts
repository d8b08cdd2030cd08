import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { ReadinessState } from './readiness.ts';

export interface HealthServerOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly registry: Registry;
  /** Whether the process is worth keeping. */
  readonly livez: () => boolean;
  readonly readyz: () => ReadinessState;
}

export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Serves /livez, /readyz (503 and the named checks while something is missing) and /metrics. Rejects with TDW_CONFIG_INVALID where the address cannot be had. */
export async function startHealthServer(options: HealthServerOptions): Promise<HealthServer> {
  const server = createServer((request, response) => {
    void replyTo(request, options).then((reply) => send(request, response, reply));
  });
  server.listen(options.port, options.host);
  await once(server, 'listening').catch((error: unknown) => {
    throw notListening(options, error as NodeJS.ErrnoException);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function notListening({ host, port }: HealthServerOptions, cause: NodeJS.ErrnoException): TidewaiterError {
  const why =
    cause.code === 'EADDRINUSE' ? 'is taken by another process' : `cannot be listened on (${cause.code ?? cause.name})`;
  return new TidewaiterError(
    'TDW_CONFIG_INVALID',
    `http.port: ${host}:${String(port)} ${why}; each process on one machine needs a port of its own, and 0 takes any free one`,
    { location: { element: 'http.port' }, cause },
  );
}

async function replyTo(
  { method, url }: IncomingMessage,
  { registry, livez, readyz }: HealthServerOptions,
): Promise<Reply> {
  if (method !== 'GET' && method !== 'HEAD') return json(405, { error: 'only GET and HEAD are answered' });
  const [path = ''] = (url ?? '').split('?');
  switch (path) {
    case '/livez': {
      const alive = livez();
      return json(alive ? 200 : 503, { alive });
    }
    case '/readyz': {
      const state = readyz();
      return json(state.ready ? 200 : 503, state);
    }
    case '/metrics':
      return registry.metrics().then(
        (body) => ({ status: 200, type: registry.contentType, body }),
        () => json(500, { error: 'the metrics could not be read' }),
      );
    default:
      return json(404, { error: 'there are /livez, /readyz and /metrics' });
  }
}

const json = (status: number, body: object): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: `${JSON.stringify(body)}\n`,
});

function send({ method }: IncomingMessage, response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(method === 'HEAD' ? undefined : body);
}
