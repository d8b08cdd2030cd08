import { spawnSync } from 'node:child_process';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';

/** Who runs Postgres, which refuses to be run by root: ourselves, or another account when we are root. */
export type Account =
  | { readonly kind: 'ourselves'; readonly ids: Record<string, never> }
  | { readonly kind: 'other'; readonly ids: { readonly uid: number; readonly gid: number } };

/** Accounts that systems have; nothing is added to the system. */
const CANDIDATES = ['postgres', 'nobody'] as const;

/** @throws TDW_SETUP_POSTGRES_ACCOUNT when root finds no account to use */
export function findAccount(): Account {
  if (process.getuid?.() !== 0) return { kind: 'ourselves', ids: {} };
  for (const name of CANDIDATES) {
    const [uid, gid] = [idOf('-u', name), idOf('-g', name)];
    if (uid !== undefined && gid !== undefined) return { kind: 'other', ids: { uid, gid } };
  }
  throw new TidewaiterError(
    'TDW_SETUP_POSTGRES_ACCOUNT',
    `Postgres cannot run as root, and there is no account ${CANDIDATES.join(' or ')} to run it.`,
  );
}

function idOf(which: '-u' | '-g', name: string): number | undefined {
  const answer = spawnSync('id', [which, name], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : undefined;
}
