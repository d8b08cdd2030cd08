import { describe, expect, it } from 'vitest';
import { aclCommands } from '../../../services/adapters/kafka/admin/acl-commands.ts';
import { ACL_ROLES } from '../../../services/adapters/kafka/admin/acl-roles.ts';

/** Who may learn what a topic says. */
const TOPIC_TIER = {
  notices: 'trader',
  referrals: 'inspector',
  outcomes: 'inspector',
  assessments: 'analyst',
  deadLetters: 'operator',
} as const;
const ORDER = ['none', 'trader', 'inspector', 'analyst', 'operator'] as const;
const names = {
  declarations: 'customs.declarations',
  assessments: 'customs.assessments',
  referrals: 'customs.referrals',
  notices: 'customs.notices',
  deadLetters: 'customs.dead-letters',
  outcomes: 'customs.outcomes',
  reference: 'customs.reference',
};
const accounts = aclCommands({ brokers: ['broker:9092'], names, groupId: 'tidewaiter', principalPrefix: 'User:tw-' });

describe('rights at the brokers', () => {
  it('let no account read a topic of a higher tier than its own', () => {
    for (const role of ACL_ROLES) {
      for (const topic of role.reads) {
        if (topic in TOPIC_TIER)
          expect(ORDER.indexOf(role.tier), `${role.account} reads ${topic}`).toBeGreaterThanOrEqual(
            ORDER.indexOf(TOPIC_TIER[topic as keyof typeof TOPIC_TIER]),
          );
      }
    }
  });

  it("never name topics by a prefix, which would open another tier's", () => {
    const prefixed = accounts.flatMap(({ commands }) => commands).filter((command) => command.includes('prefixed'));
    expect(prefixed.length).toBeGreaterThan(0);
    for (const command of prefixed) expect(command).not.toContain('--topic');
  });

  it('let the trader gateway read notices and nothing else', () => {
    expect(accounts.find(({ role }) => role.account === 'trader-gateway')?.commands).toEqual([
      'kafka-acls.sh --bootstrap-server broker:9092 --add --allow-principal User:tw-trader-gateway --operation Read --operation Describe --topic customs.notices',
      'kafka-acls.sh --bootstrap-server broker:9092 --add --allow-principal User:tw-trader-gateway --operation Read --operation Describe --group tidewaiter-trader --resource-pattern-type prefixed',
    ]);
  });

  it('let only the customs system and the redriving operator write declarations', () => {
    expect(ACL_ROLES.filter((role) => role.writes.includes('declarations')).map((role) => role.account)).toEqual([
      'customs-system',
      'operator',
    ]);
  });

  it('quote what a shell would take apart', () => {
    const [first] = aclCommands({ brokers: ['b:1'], names, groupId: 'g', principalPrefix: "User:CN=O'Neill, OU=x;" });
    expect(first?.commands[0]).toContain(`'User:CN=O'\\''Neill, OU=x;customs-system'`);
  });
});
