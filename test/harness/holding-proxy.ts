import { once } from 'node:events';
import { createConnection, createServer, type Socket } from 'node:net';

/** Number of a kind of request (Kafka protocol, "Api Keys"). */
export const PRODUCE = 0;

/** A way to a Kafka broker on which a request can be held back while everything else goes on. */
export interface HoldingProxy {
  readonly port: number;
  /** Where it leads; a broker that advertises the proxy's port can only be started once that is known. */
  leadTo(port: number): void;
  /** Holds the next request of a kind, and what follows it on its connection; resolves once it is held. */
  holdNext(apiKey: number): Promise<HeldRequest>;
  close(): Promise<void>;
}

export interface HeldRequest {
  /** Lets it reach the broker after all, though its sender may be gone by then. */
  release(): void;
}

interface Wanted {
  readonly apiKey: number;
  readonly take: (held: HeldRequest) => void;
}

/** Opens a free port on the loopback address. */
export async function openHoldingProxy(): Promise<HoldingProxy> {
  const sockets = new Set<Socket>();
  const wanted: Wanted[] = [];
  let target = 0;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    const broker = createConnection(target, '127.0.0.1');
    [client, broker].forEach(keep);
    join(client, broker, (frame) => {
      const index = wanted.findIndex(({ apiKey }) => apiKey === frame.readInt16BE(LENGTH_BYTES));
      return index < 0 ? undefined : wanted.splice(index, 1)[0];
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    leadTo: (port) => {
      target = port;
    },
    holdNext: (apiKey) => new Promise((take) => wanted.push({ apiKey, take })),
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

/** Joins a client to its broker, request by request; a connection with a held request outlives its client. */
function join(client: Socket, broker: Socket, wantedFor: (frame: Buffer) => Wanted | undefined): void {
  let held: Buffer[] | undefined;
  const release = (): void => {
    held?.forEach((frame) => broker.write(frame));
    held = undefined;
    if (client.destroyed) broker.end();
  };
  const forward = (frame: Buffer): void => {
    const want = held ? undefined : wantedFor(frame);
    if (want) held = [];
    if (held) held.push(frame);
    else broker.write(frame);
    want?.take({ release });
  };
  client.on('data', byRequest(forward));
  broker.pipe(client);
  client.on('close', () => (held ? undefined : broker.destroy()));
  broker.on('close', () => client.destroy());
}

/** Each request begins with its length (INT32), then its kind (INT16). */
const LENGTH_BYTES = 4;

function byRequest(take: (frame: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let end = endOf(rest); end <= rest.length; end = endOf(rest)) {
      take(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
  };
}

const endOf = (bytes: Buffer): number => (bytes.length < LENGTH_BYTES ? Infinity : LENGTH_BYTES + bytes.readInt32BE(0));
