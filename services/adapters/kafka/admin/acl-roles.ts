import type { TopicKey } from '../../../../config/settings.ts';

/** What a service account may do. Anything not listed is denied by the broker once its authoriser is on. */
export interface AclRole {
  readonly account: string;
  /** Who uses it, for the person who reads the commands. */
  readonly purpose: string;
  /** Most that the account may learn: `none` reads nothing that says why; `operator` sees original bytes. */
  readonly tier: 'none' | 'trader' | 'inspector' | 'analyst' | 'operator';
  readonly reads: readonly TopicKey[];
  readonly writes: readonly TopicKey[];
  /** Consumer groups: the ending after the installation's group id; all groups of that beginning. */
  readonly groups: readonly string[];
  /** The same for groups that are made for one reading and removed after it. */
  readonly passingGroups: readonly string[];
  /** Whether it writes in transactions under the installation's transactional ids. */
  readonly transactions: 'scoring' | 'none';
}

/** One row an account. A tier reads its own topics and those of the tiers below it, never one above. */
export const ACL_ROLES: readonly AclRole[] = [
  {
    account: 'customs-system',
    purpose: 'publishes declaration events',
    tier: 'none',
    reads: [],
    writes: ['declarations'],
    groups: [],
    passingGroups: [],
    transactions: 'none',
  },
  {
    account: 'scoring',
    purpose: 'tidewaiter run --only scoring',
    tier: 'analyst',
    reads: ['declarations', 'reference'],
    writes: ['assessments', 'referrals', 'notices', 'deadLetters'],
    groups: ['-scoring'],
    passingGroups: ['-reference-'],
    transactions: 'scoring',
  },
  {
    account: 'audit',
    purpose: 'tidewaiter run --only audit',
    tier: 'operator',
    reads: ['assessments', 'deadLetters', 'outcomes', 'reference'],
    writes: [],
    groups: ['-audit'],
    passingGroups: ['-reference-'],
    transactions: 'none',
  },
  {
    account: 'reference',
    purpose: 'imports and activates tariffs, lists and policies',
    tier: 'none',
    reads: ['reference'],
    writes: ['reference'],
    groups: [],
    passingGroups: ['-reference-'],
    transactions: 'none',
  },
  {
    account: 'analyst',
    purpose: 'risk analysts',
    tier: 'analyst',
    reads: ['assessments', 'referrals', 'notices', 'outcomes'],
    writes: [],
    groups: ['-analyst'],
    passingGroups: [],
    transactions: 'none',
  },
  {
    account: 'inspector',
    purpose: "the inspectors' desk",
    tier: 'inspector',
    reads: ['referrals', 'notices'],
    writes: ['outcomes'],
    groups: ['-inspector'],
    passingGroups: [],
    transactions: 'none',
  },
  {
    account: 'trader-gateway',
    purpose: 'passes notices on to traders',
    tier: 'trader',
    reads: ['notices'],
    writes: [],
    groups: ['-trader'],
    passingGroups: [],
    transactions: 'none',
  },
  {
    account: 'operator',
    purpose: 'reads and redrives dead letters',
    tier: 'operator',
    reads: ['deadLetters', 'reference'],
    writes: ['declarations'],
    groups: [],
    passingGroups: ['-dead-letters-', '-reference-'],
    transactions: 'none',
  },
];
