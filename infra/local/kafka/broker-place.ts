import { join } from 'node:path';
import { freePort } from '../server/free-port.ts';

/** Where one broker listens and keeps its data. */
export interface BrokerPlace {
  readonly dataFolder: string;
  /** Where clients come in. */
  readonly clientPort: number;
  /** What the broker tells clients to connect to: its own client port, or that of a proxy before it. */
  readonly advertisedPort: number;
  /** Past any proxy: the broker's own way to itself, and a way for readers who must not be cut off. */
  readonly directPort: number;
  readonly controllerPort: number;
}

/** Free ports and a new data folder within `folder`. */
export async function placeBroker(folder: string, advertisedPort?: number): Promise<BrokerPlace> {
  const clientPort = await freePort();
  return {
    dataFolder: join(folder, `kafka-${clientPort}`),
    clientPort,
    advertisedPort: advertisedPort ?? clientPort,
    directPort: await freePort(),
    controllerPort: await freePort(),
  };
}
