import { publishActivations } from '../../../adapters/kafka/reference/reference-topic.ts';
import { instantOf } from '../../../risk/declaration/instant.ts';
import type { ReferenceActivation } from '../../../risk/messages/reference-activation.ts';
import { composeCodecs } from '../../../runtime/compose/codecs.ts';
import { composeCommandKafka } from '../../../runtime/compose/kafka.ts';
import { composeReferenceTopic } from '../../../runtime/compose/reference.ts';
import type { OpenStore } from './reference-store.ts';

/** Who puts which versions in force, and why: it is on record. */
export interface Activating {
  /** By name: { "tariff/GB": "<hash>" }. */
  readonly versions: Readonly<Record<string, string>>;
  readonly by: string;
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Puts versions in force. Where a database is set every process is told on the reference topic before the database says
 * so: a process that reads the topic finds the version stored already.
 */
export async function activate(open: OpenStore, activating: Activating): Promise<void> {
  if (open.reach === 'shared') await tellEveryProcess(open, activating);
  await open.store.activate(activating.versions);
}

async function tellEveryProcess({ settings, store }: OpenStore, activating: Activating): Promise<void> {
  const [kafka, codecs, before] = await Promise.all([
    composeCommandKafka(settings.kafka),
    composeCodecs(settings),
    store.active(),
  ]);
  await publishActivations(kafka, composeReferenceTopic(settings, codecs), activations(activating, before));
}

/** One record a name: "tariff/US" is of kind tariff; a kind of which there is one is its own name. */
function activations(
  { versions, by, reason, at }: Activating,
  before: Readonly<Record<string, string>>,
): ReferenceActivation[] {
  return Object.entries(versions).map(([key, version]) => {
    const [kind = key, name = kind] = key.split('/');
    const replaced = before[key];
    return {
      kind,
      name,
      version,
      ...(replaced === undefined ? {} : { replaces: replaced }),
      activatedAt: instantOf(at),
      by,
      reason,
      parts: {},
    };
  });
}
