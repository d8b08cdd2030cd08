import type { Settings } from '../../../config/settings.ts';
import { topicNames } from '../../../config/topic-names.ts';
import { type Codecs, createCodecs, createRegistryCodecs } from '../../adapters/avro/codecs.ts';
import type { SchemaName } from '../../adapters/avro/schema-files.ts';

/** Codecs as the settings ask for them: Confluent's wire format where a registry is named, else Avro single-object encoding. */
export async function composeCodecs({ kafka, registry, limits }: Settings): Promise<Codecs> {
  const options = { maxBytes: limits.outputBytes };
  if (registry.url === null) return createCodecs(options);
  const { confluentRegistry } = await import('../../adapters/avro/confluent-registry.ts');
  const names = topicNames(kafka.topics);
  const topics: Record<SchemaName, string> = {
    'declaration-event': names.declarations,
    assessment: names.assessments,
    referral: names.referrals,
    notice: names.notices,
    'dead-letter': names.deadLetters,
    outcome: names.outcomes,
    'reference-activation': names.reference,
  };
  const subjects = Object.fromEntries(
    Object.entries(topics).map(([schema, topic]) => [schema, `${topic}-value`]),
  ) as Record<SchemaName, string>;
  return createRegistryCodecs(confluentRegistry({ ...registry, url: registry.url }), subjects, options);
}
