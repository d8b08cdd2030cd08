import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { processIdentity, stillRuns } from '../../setup/process-identity.mjs';
import { clearRun } from './clear-run.mjs';

const PREFIX = 'tidewaiter-run-';
/** Other users may pass through, where one of them has to, and read nothing: what lies in it is for its owner alone. */
const TRAVERSABLE = 0o711;
const FOLDER_OF_OWNER = 0o700;
const FILE_OF_OWNER = 0o600;

/** Makes the folder that holds everything one run leaves on disk, and says there which process owns it. */
export function createRunFolder(): string {
  const folder = mkdtempSync(join(temporaryFolder(), PREFIX));
  // Postgres runs as another user when we are root, and must reach its data.
  chmodSync(folder, process.getuid?.() === 0 ? TRAVERSABLE : FOLDER_OF_OWNER);
  mkdirSync(join(folder, 'processes'), { mode: FOLDER_OF_OWNER });
  writeFileSync(
    join(folder, 'owner.json'),
    JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }),
    { mode: FILE_OF_OWNER },
  );
  return folder;
}

/** Clears the runs of owners that are gone: what is left when owner and watchdog were both killed. Returns the number of processes ended. */
export async function reapOrphans(): Promise<number> {
  const orphans = readdirSync(temporaryFolder())
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => join(temporaryFolder(), name))
    .filter((folder) => isOurs(folder) && ownerIsGone(folder));
  const ended = await Promise.all(orphans.map(clearRun));
  return ended.reduce((sum, count) => sum + count, 0);
}

/** Another user's folder may name processes of ours: only what we made ourselves is believed. */
function isOurs(folder: string): boolean {
  try {
    return statSync(folder).uid === process.getuid?.();
  } catch {
    return false;
  }
}

function ownerIsGone(folder: string): boolean {
  try {
    return !stillRuns(
      JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')) as { pid: number; identity: string },
    );
  } catch {
    // Just being made, or just being cleared.
    return false;
  }
}

/** The first temporary folder that every user can reach. */
function temporaryFolder(): string {
  return [tmpdir(), '/tmp', '/var/tmp'].find((folder) => existsSync(folder) && reachableByAll(folder)) ?? tmpdir();
}

/** Whether any user may pass through the folder and all those above it. */
export function reachableByAll(folder: string): boolean {
  const passable = (statSync(folder).mode & 0o001) !== 0;
  return passable && (dirname(folder) === folder || reachableByAll(dirname(folder)));
}
