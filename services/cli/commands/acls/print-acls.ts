import { topicNames } from '../../../../config/topic-names.ts';
import { aclCommands } from '../../../adapters/kafka/admin/acl-commands.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';

export interface PrintOptions {
  readonly principalPrefix: string;
  readonly commandConfig?: string;
  readonly json?: true;
}

/** Writes the commands that give each account its rights: a script, or one JSON object an account. */
export async function printAcls(
  shell: Shell,
  { principalPrefix, commandConfig, json }: PrintOptions,
): Promise<ExitCode> {
  const { kafka } = (await shell.settings()).settings;
  const accounts = aclCommands({
    brokers: kafka.brokers,
    names: topicNames(kafka.topics),
    groupId: kafka.groupId,
    principalPrefix,
    ...(commandConfig === undefined ? {} : { commandConfig }),
  });
  for (const { role, commands } of accounts) {
    if (json)
      await shell.out.line(
        JSON.stringify({ account: principalPrefix + role.account, purpose: role.purpose, tier: role.tier, commands }),
      );
    else
      for (const line of [`# ${role.account}: ${role.purpose} (tier: ${role.tier})`, ...commands, ''])
        await shell.out.line(line);
  }
  return EXIT.ok;
}
