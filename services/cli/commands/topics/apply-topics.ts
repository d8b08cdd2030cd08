import { applyTopics } from '../../../adapters/kafka/admin/apply-topics.ts';
import { planTopics, type TopicChange } from '../../../adapters/kafka/admin/plan-topics.ts';
import { readTopics } from '../../../adapters/kafka/admin/read-topics.ts';
import { withAdmin } from '../../../adapters/kafka/with-admin.ts';
import { composeCommandKafka } from '../../../runtime/compose/kafka.ts';
import { composeTopics } from '../../../runtime/compose/topics.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';
import { describeChange } from './describe-change.ts';

export interface ApplyOptions {
  readonly dryRun?: true;
  readonly addPartitions?: true;
  readonly json?: true;
}

/** Creates and mends the topics; exit code 1 where something is left that a person has to do. */
export async function applyTopicsCommand(shell: Shell, options: ApplyOptions): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const wanted = composeTopics(settings);
  const changes = await withAdmin(await composeCommandKafka(settings.kafka), async (admin) => {
    const actual = await readTopics(
      admin,
      wanted.map(({ name }) => name),
    );
    const plan = planTopics(wanted, actual, options.addPartitions ? 'addPartitions' : 'keepPartitions');
    if (!options.dryRun) await applyTopics(admin, plan, actual);
    return plan;
  });
  await report(shell, changes, options);
  return changes.some((change) => change.kind === 'cannot') ? EXIT.inputBad : EXIT.ok;
}

async function report(shell: Shell, changes: readonly TopicChange[], { dryRun, json }: ApplyOptions): Promise<void> {
  if (json) return shell.out.line(JSON.stringify({ dryRun: dryRun ?? false, changes }));
  if (changes.length === 0) return shell.out.line('All topics are as they should be.');
  for (const change of changes) await shell.out.line(describeChange(change, dryRun ? 'planned' : 'done'));
}
