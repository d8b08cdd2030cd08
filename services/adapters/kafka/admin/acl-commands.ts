import type { TopicKey } from '../../../../config/settings.ts';
import { ACL_ROLES, type AclRole } from './acl-roles.ts';

/** Whose topics and groups the rights are for. */
export interface AclSettings {
  readonly brokers: readonly string[];
  readonly names: Readonly<Record<TopicKey, string>>;
  readonly groupId: string;
  /** Before every account's name: "User:tidewaiter-". */
  readonly principalPrefix: string;
  /** Client properties for kafka-acls itself. */
  readonly commandConfig?: string;
}

/** Commands for `kafka-acls.sh`, grouped by account. Topics are always named in full: a prefix would let a tier read another's. */
export function aclCommands(
  settings: AclSettings,
): readonly { readonly role: AclRole; readonly commands: readonly string[] }[] {
  return ACL_ROLES.map((role) => ({
    role,
    commands: resources(role, settings).map((resource) => command(role, resource, settings)),
  }));
}

interface Resource {
  readonly operations: readonly string[];
  readonly arguments: readonly string[];
}

function resources(role: AclRole, { names, groupId }: AclSettings): Resource[] {
  const topics = (operations: readonly string[], keys: readonly TopicKey[]): Resource[] =>
    keys.length === 0 ? [] : [{ operations, arguments: keys.flatMap((key) => ['--topic', names[key]]) }];
  const prefixed = (operations: readonly string[], kind: string, name: string): Resource => ({
    operations,
    arguments: [kind, name, '--resource-pattern-type', 'prefixed'],
  });
  return [
    ...topics(['Read', 'Describe'], role.reads),
    ...topics(['Write', 'Describe'], role.writes),
    ...role.groups.map((ending) => prefixed(['Read', 'Describe'], '--group', groupId + ending)),
    ...role.passingGroups.map((ending) => prefixed(['Read', 'Describe', 'Delete'], '--group', groupId + ending)),
    ...(role.transactions === 'scoring'
      ? [prefixed(['Write', 'Describe'], '--transactional-id', `${groupId}-scoring.`)]
      : []),
  ];
}

function command(
  { account }: AclRole,
  { operations, arguments: named }: Resource,
  { brokers, principalPrefix, commandConfig }: AclSettings,
): string {
  const words = [
    '--bootstrap-server',
    brokers.join(','),
    ...(commandConfig === undefined ? [] : ['--command-config', commandConfig]),
    '--add',
    '--allow-principal',
    principalPrefix + account,
    ...operations.flatMap((operation) => ['--operation', operation]),
    ...named,
  ];
  return ['kafka-acls.sh', ...words.map(quoted)].join(' ');
}

/** Safe to paste into a shell. */
function quoted(word: string): string {
  return /^[A-Za-z0-9_.,:=/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
