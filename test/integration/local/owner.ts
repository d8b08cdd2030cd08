import { dirname } from 'node:path';
import { startLocalPostgres } from '../../../infra/local/postgres/start-local-postgres.ts';
import { openRun } from '../../../infra/local/run/run.ts';

// A process that owns a server and ends only when it is ended: run by run.test.ts, which kills it.
const run = await openRun();
const server = await startLocalPostgres({ run });
process.stdout.write(
  `${JSON.stringify({ serverPid: server.pid(), watchdogPid: run.watchdogPid, folder: dirname(server.logFile) })}\n`,
);
setInterval(() => undefined, 60_000);
