import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import type avsc from 'avsc';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { AVRO_OPTIONS } from './avro-type.ts';
import type { WritableRegistry } from './codecs.ts';

export interface RegistryPlace {
  /** Where its Confluent API begins; for Apicurio this ends in /apis/ccompat/v7. */
  readonly url: string;
  /** Null as absent: none is needed. */
  readonly username?: string | null;
  readonly password?: string | null;
  /** How often a call that got no answer is repeated; 3 unless told. */
  readonly retries?: number;
}

const RETRIES = 3;
/** Answers that another try does not change. */
const REFUSALS = [401, 403, 409, 422];
const NOT_FOUND = 404;

/** A registry that speaks Confluent's API. Connects with its first call. */
export function confluentRegistry({ url, username, password, retries = RETRIES }: RegistryPlace): WritableRegistry {
  const auth = username === undefined || username === null ? {} : { auth: { username, password: password ?? '' } };
  const client = new SchemaRegistry(
    { host: url, clientId: 'tidewaiter', retry: { retries }, ...auth },
    { [SchemaType.AVRO]: AVRO_OPTIONS },
  );

  async function schemaOf(id: number): Promise<avsc.Schema | undefined> {
    try {
      const schema = await client.getSchema(id);
      return isAvro(schema) ? schema : undefined;
    } catch (error) {
      // Without a status the registry did answer: with a schema that cannot be ours, such as a decimal of another scale.
      if (statusOf(error) === undefined || statusOf(error) === NOT_FOUND) return undefined;
      throw failure(error, `fetching schema ${id}`);
    }
  }

  /** Asks first, so that it is enough to be allowed to read where schemas are registered by somebody else. */
  async function register(subject: string, schema: avsc.Schema): Promise<number> {
    const confluent = { type: SchemaType.AVRO as const, schema: JSON.stringify(schema) };
    try {
      return (
        (await registeredId(subject, confluent)) ??
        (await client.register(confluent, { subject, compatibility: COMPATIBILITY.FULL })).id
      );
    } catch (error) {
      throw failure(error, `registering ${subject}`);
    }
  }

  async function registeredId(
    subject: string,
    schema: { type: SchemaType.AVRO; schema: string },
  ): Promise<number | undefined> {
    try {
      return await client.getRegistryIdBySchema(subject, schema);
    } catch (error) {
      // The client gives "not found" a name of its own, without a status.
      if (statusOf(error) === undefined) return undefined;
      throw error;
    }
  }
  return { schemaOf, register };
}

const isAvro = (schema: unknown): schema is avsc.Type =>
  typeof (schema as { createResolver?: unknown }).createResolver === 'function';

function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown }).status;
  return typeof status === 'number' ? status : undefined;
}

/** No answer comes as status 400 from the client's HTTP layer; the registry itself never answers 400 to these calls. */
function failure(cause: unknown, doing: string): TidewaiterError {
  const status = statusOf(cause);
  const said = cause instanceof Error ? cause.message : String(cause);
  const refused = status === undefined || REFUSALS.includes(status);
  return new TidewaiterError(refused ? 'TDW_REGISTRY_REFUSED' : 'TDW_REGISTRY_UNREACHABLE', `${doing}: ${said}`, {
    cause,
  });
}
