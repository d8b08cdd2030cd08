import { createCodecs } from '../../../adapters/avro/codecs.ts';
import { recordAccess } from '../../../adapters/postgres/access-record.ts';
import type { Database } from '../../../adapters/postgres/database.ts';
import { recordedAssessments } from '../../../adapters/postgres/recorded-assessments.ts';
import { besideStatistics } from '../../../reference/learning/beside-statistics.ts';
import { observeDeclaration } from '../../../reference/learning/declared-items.ts';
import { type Learned, learnUsual } from '../../../reference/learning/learn-usual.ts';
import type { Observation } from '../../../reference/learning/observation.ts';
import { rateOfDay } from '../../../reference/learning/rate-of-day.ts';
import { usualSnapshot } from '../../../reference/learning/usual-snapshot.ts';
import { loadSnapshots } from '../../../reference/snapshot/load-snapshots.ts';
import { type SealedSnapshot, snapshotName } from '../../../reference/snapshot/snapshot.ts';
import { type Day, knownDay, utcDayOf } from '../../../risk/declaration/day.ts';
import type { Instant } from '../../../risk/declaration/instant.ts';
import { readJudgedEvent } from '../../../risk/record/recorded-facts.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { composeSnapshotStore } from '../../../runtime/compose/reference.ts';
import { readTopicState } from '../../../runtime/editions/change-edition.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { type Progress, showProgress } from '../../output/progress.ts';
import type { Shell } from '../../shell/shell.ts';
import { activeSet } from './reference-store.ts';

export interface LearnOptions {
  readonly from?: Instant;
  readonly to?: Instant;
  readonly minimumCount: number;
  readonly by: string;
  readonly json?: true;
}

/** Learns usual ratios from recorded declarations and keeps them as a snapshot; reading the record is itself put on record. */
export async function learnUsualFromRecord(shell: Shell, options: LearnOptions): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const database = await composeDatabase(settings.postgres);
  try {
    await recordAccess(database, {
      who: options.by,
      command: 'reference learn-usual',
      subject: 'all recorded declarations',
      reason: 'to learn usual values and masses',
    });
    const { inForce } = await readTopicState(settings);
    const store = composeSnapshotStore(settings, database, () => Promise.resolve(inForce.reference));
    const active = await activeSet(store);
    const rate = rateOfDay(loadSnapshots(active, settings.authority));
    const today = utcDayOf(shell.now());
    const { observations, lastDay } = await observed(shell, database, options);
    const learned = learnUsual(observations, {
      currency: settings.authority.currency,
      rate,
      minimumCount: options.minimumCount,
    });
    const content = besideStatistics(learned.content, active, (currency) => rate(currency, today));
    const sealed = snapshotOfRecord({ ...learned, content }, lastDay, today);
    await store.save(sealed);
    await shell.out.line(options.json ? inJson(learned, sealed) : inWords(learned, sealed.version));
    return EXIT.ok;
  } finally {
    await database.close();
  }
}

function snapshotOfRecord(learned: Learned, lastDay: Day, today: Day): SealedSnapshot {
  return usualSnapshot(learned, {
    source: 'declarations on record',
    lastDay,
    today,
    licence: 'own records',
    madeBy: 'tidewaiter reference learn-usual',
  });
}

function inJson({ observations, content }: Learned, { version, snapshot }: SealedSnapshot): string {
  return JSON.stringify({ name: snapshotName(snapshot), version, observations, rows: content.rows.length });
}

async function observed(
  shell: Shell,
  database: Database,
  { from, to }: LearnOptions,
): Promise<{ readonly observations: readonly Observation[]; readonly lastDay: Day }> {
  const progress: Progress = showProgress(shell, 'Assessments read', 0);
  const observations: Observation[] = [];
  let lastDay = knownDay('1900-01-01');
  try {
    const { declarationEvent } = createCodecs();
    for await (const row of recordedAssessments(database, {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    })) {
      const { event, day } = readJudgedEvent(row, declarationEvent);
      for (const observation of observeDeclaration(event, day)) {
        observations.push(observation);
        if (day > lastDay) lastDay = day;
      }
      progress.advance(1);
    }
  } finally {
    progress.end();
  }
  return { observations, lastDay };
}

function inWords({ observations, content }: Learned, version: string): string {
  return `Learned ${content.rows.length} levels from ${observations} goods items. Put them in force with \`tidewaiter reference activate usual-ratios ${version.slice(0, 12)}\`.`;
}
