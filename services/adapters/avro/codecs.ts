import type avsc from 'avsc';
import type { UncheckedEvent } from '../../risk/declaration/declaration-event.ts';
import type { AssessmentRecord } from '../../risk/messages/assessment.ts';
import type { DeadLetter } from '../../risk/messages/dead-letter.ts';
import type { Notice } from '../../risk/messages/notice.ts';
import type { Outcome } from '../../risk/messages/outcome.ts';
import type { ReferenceActivation } from '../../risk/messages/reference-activation.ts';
import type { Referral } from '../../risk/messages/referral.ts';
import { type Codec } from '../../scoring/ports/codecs.ts';
import { createCodec } from './codec.ts';
import { confluentHeader, confluentId, createFraming, isSingleObject, singleObjectHeader } from './framing.ts';
import { RegisteredSchemas, type SchemaSource } from './registered-schemas.ts';
import { currentSchema, SCHEMA_NAMES, type SchemaName } from './schema-files.ts';
import { loadSchemaVersions } from './schema-versions.ts';

/** One codec a topic. */
export interface Codecs {
  readonly declarationEvent: Codec<UncheckedEvent>;
  readonly assessment: Codec<AssessmentRecord>;
  readonly referral: Codec<Referral>;
  readonly notice: Codec<Notice>;
  readonly deadLetter: Codec<DeadLetter>;
  readonly outcome: Codec<Outcome>;
  readonly referenceActivation: Codec<ReferenceActivation>;
  /** An event's bytes in single-object encoding: as they came, where they are that, else encoded anew. They can be read without a registry. */
  recordedEvent(came: Buffer, event: UncheckedEvent): Buffer;
  /** Fetches what a batch needs from the registry, so that `decode` need not wait; does nothing without one. Throws TDW_REGISTRY_UNREACHABLE. */
  prepare(batch: Iterable<Uint8Array | null>): Promise<void>;
}

export interface CodecsOptions {
  /** Larger records are not decoded; 16 MiB unless told. */
  readonly maxBytes?: number;
}

/** A registry that our schemas can also be registered with. */
export interface WritableRegistry extends SchemaSource {
  /** The id of a schema under a subject, registered where it is new. Throws TDW_REGISTRY_UNREACHABLE, TDW_REGISTRY_REFUSED. */
  register(subject: string, schema: avsc.Schema): Promise<number>;
}

const MAX_BYTES = 16 * 1024 * 1024;

/** Codecs that write Avro single-object encoding. They read every released version. */
export function createCodecs(options: CodecsOptions = {}): Codecs {
  return build(() => undefined, undefined, options);
}

/**
 * Codecs that write the Confluent wire format, and read both. Registers today's schemas first.
 * @param subjects Subject of each schema: the topic's name and "-value".
 */
export async function createRegistryCodecs(
  registry: WritableRegistry,
  subjects: Readonly<Record<SchemaName, string>>,
  options: CodecsOptions = {},
): Promise<Codecs> {
  const ids = new Map<SchemaName, number>();
  for (const name of SCHEMA_NAMES) ids.set(name, await registry.register(subjects[name], currentSchema(name)));
  return build((name) => ids.get(name), new RegisteredSchemas(registry), options);
}

function build(
  idOf: (name: SchemaName) => number | undefined,
  registered: RegisteredSchemas | undefined,
  { maxBytes = MAX_BYTES }: CodecsOptions,
): Codecs {
  function codecWith<T>(name: SchemaName, id: number | undefined): Codec<T> {
    const versions = loadSchemaVersions(name);
    const header = id === undefined ? singleObjectHeader(versions.fingerprint) : confluentHeader(id);
    return createCodec<T>({ type: versions.type, framing: createFraming(header, versions, registered), maxBytes });
  }

  const codec = <T>(name: SchemaName): Codec<T> => codecWith<T>(name, idOf(name));
  const declarationEvent = codec<UncheckedEvent>('declaration-event');
  const selfDescribing =
    registered === undefined ? declarationEvent : codecWith<UncheckedEvent>('declaration-event', undefined);

  return {
    declarationEvent,
    assessment: codec('assessment'),
    referral: codec('referral'),
    notice: codec('notice'),
    deadLetter: codec('dead-letter'),
    outcome: codec('outcome'),
    referenceActivation: codec('reference-activation'),
    recordedEvent: (came, event) => (isSingleObject(came) ? came : selfDescribing.encode(event)),
    prepare: async (batch) => {
      await registered?.fetch(registryIdsIn(batch));
    },
  };
}

/** Ids of the registry's schemas that the records of a batch were written with. */
function registryIdsIn(batch: Iterable<Uint8Array | null>): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const bytes of batch) {
    const id = bytes === null ? undefined : confluentId(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (id !== undefined) ids.add(id);
  }
  return ids;
}
