import type avsc from 'avsc';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { avroType, type Resolver } from './avro-type.ts';

/** What a schema registry must answer; see confluent-registry.ts for the real one. */
export interface SchemaSource {
  /** The schema of an id; undefined where the registry has none. Throws TDW_REGISTRY_UNREACHABLE. */
  schemaOf(id: number): Promise<avsc.Schema | undefined>;
}

/** Schemas that a registry was asked for, so that decoding itself need not wait. */
export class RegisteredSchemas {
  readonly #source: SchemaSource;
  readonly #writers = new Map<number, avsc.Type | undefined>();
  readonly #resolvers = new Map<avsc.Type, Map<number, Resolver>>();

  constructor(source: SchemaSource) {
    this.#source = source;
  }

  /** Fetches the schemas not seen yet. Ids that the registry does not know are asked for again with the next batch. */
  async fetch(ids: Iterable<number>): Promise<void> {
    for (const id of ids) {
      if (this.#writers.get(id) !== undefined) continue;
      const schema = await this.#source.schemaOf(id);
      this.#writers.set(id, schema === undefined ? undefined : typeOf(schema));
    }
  }

  /** How `reader` reads the schema of an id. Throws TDW_AVRO_UNKNOWN_SCHEMA, _INCOMPATIBLE_SCHEMA, _NOT_PREPARED. */
  resolver(id: number, reader: avsc.Type): Resolver {
    const known = this.#resolvers.get(reader)?.get(id);
    if (known !== undefined) return known;
    const made = this.#resolve(id, reader);
    this.#resolvers.set(reader, (this.#resolvers.get(reader) ?? new Map<number, Resolver>()).set(id, made));
    return made;
  }

  #resolve(id: number, reader: avsc.Type): Resolver {
    if (!this.#writers.has(id))
      throw new TidewaiterError('TDW_AVRO_NOT_PREPARED', `schema ${id} was not fetched before decoding`);
    const writer = this.#writers.get(id);
    if (writer === undefined)
      throw new TidewaiterError('TDW_AVRO_UNKNOWN_SCHEMA', `the registry has no schema ${id} that Avro can read`);
    try {
      return reader.createResolver(writer);
    } catch (cause) {
      throw new TidewaiterError(
        'TDW_AVRO_INCOMPATIBLE_SCHEMA',
        `schema ${id} cannot be read as ${reader.name ?? 'ours'}`,
        { cause },
      );
    }
  }
}

/** The type of a foreign schema; undefined where it is none that we could ever read. */
function typeOf(schema: avsc.Schema): avsc.Type | undefined {
  try {
    return avroType(schema);
  } catch {
    return undefined;
  }
}
