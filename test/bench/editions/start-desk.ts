import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';
import type { Stage } from '../stage/stage.ts';
import type { DeskOrder, DeskReport } from './messages.ts';

/** Where changes are made. */
export interface Desk {
  /** Makes a change and resolves with the id of the edition that it names, when it is published. */
  make(order: DeskOrder): Promise<string>;
  stop(): Promise<void>;
}

/** Its data folder is not that of the stream: processes fetch what they do not have from the database. */
export function startDesk({ environment, folder }: Stage): Desk {
  const child = fork(join(projectRoot(), 'dist/test/bench/editions/desk.js'), [], {
    execArgv: ['--enable-source-maps'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      ...environment,
      ...modelFolder(folder),
      TIDEWAITER_DATA_DIR: join(folder, 'desk'),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the desk ended (${String(code)})`)));
  ended.catch(() => undefined);
  return {
    make: async (order) => {
      const answer = once(child, 'message') as Promise<[DeskReport]>;
      child.send(order);
      const [report] = await Promise.race([answer, ended]);
      if (report.kind === 'failed') throw new Error(`${order.step} ${order.part}: ${report.error}`);
      return report.edition;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended.catch(() => undefined);
    },
  };
}

/** Models that the desk makes lie where the stream looks for them. */
export const modelFolder = (folder: string): Readonly<Record<string, string>> => ({
  TIDEWAITER_MODELS_DIR: join(folder, 'models'),
});
