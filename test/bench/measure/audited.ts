import type { Backlog } from '../input/backlog.ts';
import { type Stage, topicVariables } from '../stage/stage.ts';
import { newGroup, startOn, type Throughput, throughput } from './throughput.ts';
import { timedWindow } from './timed-window.ts';

/** Scoring, one process, while the audit service, a process of its own, takes down what it answers. */
export interface Audited {
  readonly scoring: Throughput;
  readonly audit: Throughput;
  /** From scoring's last commit until the last of its assessments is in Postgres. */
  readonly lagSeconds: number;
}

export async function withAudit(stage: Stage, backlog: Backlog, warmUpShare: number): Promise<Audited> {
  await stage.forgetEvents();
  const assessments = `${newGroup()}-assessments`;
  const variables = topicVariables({ declarations: backlog.topic, assessments });
  await stage.topics(variables);
  const audit = stage.crew(newGroup(), { role: 'audit', processes: 1, expected: backlog.events, variables });
  await audit.joined;
  const scoring = startOn(stage, { role: 'scoring', backlog, variables });
  await Promise.all([scoring.done, audit.done]);
  await Promise.all([scoring.stop(), audit.stop()]);
  const [scored, audited] = [scoring, audit].map(({ samples }) =>
    timedWindow(samples, backlog.events, warmUpShare),
  ) as [ReturnType<typeof timedWindow>, ReturnType<typeof timedWindow>];
  return {
    scoring: throughput(scoring.samples, backlog, warmUpShare),
    audit: throughput(audit.samples, backlog, warmUpShare),
    lagSeconds: Math.max(0, audited.endedAt - scored.endedAt) / 1000,
  };
}
