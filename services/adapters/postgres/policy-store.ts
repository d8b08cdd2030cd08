import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { canonicalJson } from '../../risk/json/canonical.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import type { PolicyDocument } from '../../risk/policy/policy-document.ts';
import type { Database } from './database.ts';

/** Stores a policy whole under its content hash; to be called before its first use. Storing it again changes nothing. */
export async function storePolicy(database: Database, policy: Policy): Promise<void> {
  await database.query('INSERT INTO policies (policy_hash, document) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    policy.hash,
    canonicalJson(policy.document),
  ]);
}

/** A policy's document as it was stored. Throws TDW_POLICY_NOT_STORED where there is none under this hash. */
export async function readPolicyDocument(database: Database, hash: string): Promise<PolicyDocument> {
  const [row] = await database.query<{ document: string }>('SELECT document FROM policies WHERE policy_hash = $1', [
    hash,
  ]);
  if (!row) throw new TidewaiterError('TDW_POLICY_NOT_STORED', `No policy is stored under ${hash}.`);
  return JSON.parse(row.document) as PolicyDocument;
}
