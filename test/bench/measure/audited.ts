import type { Backlog } from '../input/backlog.ts';
import { topicVariables, type Stage } from '../stage/stage.ts';
import { newGroup, startOn, throughput, type Throughput } from './throughput.ts';

/** Scoring while the audit service, a process of its own, takes down what it answers. */
export interface Audited {
  readonly scoring: Throughput;
  readonly audit: Throughput;
  /** From scoring's last commit until the last of its assessments is in Postgres. */
  readonly lagSeconds: number;
}

export async function withAudit(stage: Stage, backlog: Backlog): Promise<Audited> {
  await stage.forgetEvents();
  const assessments = `${newGroup()}-assessments`;
  const variables = topicVariables({ declarations: backlog.topic, assessments });
  await stage.topics(variables);
  const audit = stage.worker(newGroup(), { role: 'audit', expected: backlog.events, variables });
  await audit.joined;
  const scoring = startOn(stage, { role: 'scoring', backlog, variables });
  const [scored, audited] = await Promise.all([scoring.done, audit.done]);
  await Promise.all([scoring.stop(), audit.stop()]);
  return { scoring: throughput(scored, backlog), audit: throughput(audited, backlog), lagSeconds: Math.max(0, audited.lastCommitAt - scored.lastCommitAt) / 1000 };
}
