import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import type avsc from 'avsc';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRun, type Run } from '../../infra/local/run/run.ts';
import { avroType } from '../../services/adapters/avro/avro-type.ts';
import { type Codecs, createCodecs, createRegistryCodecs } from '../../services/adapters/avro/codecs.ts';
import { confluentRegistry } from '../../services/adapters/avro/confluent-registry.ts';
import { currentSchema, SCHEMA_NAMES, type SchemaName } from '../../services/adapters/avro/schema-files.ts';
import { ordinaryDeclaration } from '../contract/ordinary-declaration.ts';
import { type LocalRegistry, startApicurio } from './start-apicurio.ts';

const subjects = Object.fromEntries(SCHEMA_NAMES.map((name) => [name, `customs.${name}-value`])) as Record<
  SchemaName,
  string
>;
const event = ordinaryDeclaration(4);
const activation = {
  kind: 'tariff',
  name: 'US',
  version: 'abc',
  activatedAt: '2026-11-22T08:30:00Z',
  by: 'clerk-7',
  reason: 'new year',
};

interface GrowingSchema {
  fields: unknown[];
}
const grown = (name: SchemaName, ...fields: unknown[]): avsc.Schema => {
  const schema = structuredClone(currentSchema(name)) as unknown as GrowingSchema;
  schema.fields.push(...fields);
  return schema as unknown as avsc.Schema;
};
const framed = (id: number, type: avsc.Type, value: unknown): Buffer => {
  const header = Buffer.alloc(5);
  header.writeInt32BE(id, 1);
  return Buffer.concat([header, type.toBuffer(value)]);
};

let run: Run;
let local: LocalRegistry;
let codecs: Codecs;

beforeAll(async () => {
  run = await openRun();
  local = await startApicurio(run);
  codecs = await createRegistryCodecs(confluentRegistry({ url: local.url }), subjects);
});
afterAll(() => run.clear());

describe('with a registry that speaks the Confluent API', () => {
  test('given an event, when one process writes it and another reads it, then it is the same', async () => {
    const reader = await createRegistryCodecs(confluentRegistry({ url: local.url }), subjects);
    const bytes = codecs.declarationEvent.encode(event);
    await reader.prepare([bytes]);
    expect(bytes[0]).toBe(0);
    expect(reader.declarationEvent.decode(bytes)).toStrictEqual(event);
  });

  test('given an event that we write, when any Confluent client reads it, then the header and the schema are right', async () => {
    const client = new SchemaRegistry({ host: local.url });
    const read = (await client.decode(codecs.declarationEvent.encode(event))) as { declarationId: string };
    expect(read.declarationId).toBe(event.declarationId);
  });

  test('given an event that any Confluent client writes, when we read it, then it is the same', async () => {
    const client = new SchemaRegistry({ host: local.url });
    const id = await client.getLatestSchemaId('customs.reference-activation-value');
    const bytes = await client.encode(id, {
      ...activation,
      replaces: null,
      activatedAt: Date.parse(activation.activatedAt),
    });
    await codecs.prepare([bytes]);
    expect(codecs.referenceActivation.decode(bytes)).toStrictEqual(activation);
  });

  test('given an event without registry header on the same topic, when decoded, then it is read too', () => {
    expect(codecs.declarationEvent.decode(createCodecs().declarationEvent.encode(event))).toStrictEqual(event);
  });

  test('given processes that start again and again, when they register, then the id stays', async () => {
    const [first, second] = [confluentRegistry({ url: local.url }), confluentRegistry({ url: local.url })];
    const schema = currentSchema('notice');
    expect(await first.register('customs.notice-value', schema)).toBe(
      await second.register('customs.notice-value', schema),
    );
  });

  test('given a writer of a later version, when decoded, then what we do not know is dropped', async () => {
    const later = grown('reference-activation', { name: 'later', type: ['null', 'string'], default: null });
    const id = await confluentRegistry({ url: local.url }).register('customs.reference-activation-value', later);
    const bytes = framed(id, avroType(later), { ...activation, later: 'x' });
    await codecs.prepare([bytes]);
    expect(codecs.referenceActivation.decode(bytes)).toStrictEqual(activation);
  });

  test('given a field that old readers could not do without, when registered, then the registry refuses it', async () => {
    const breaking = grown('reference-activation', { name: 'breaking', type: 'string' });
    await expect(
      confluentRegistry({ url: local.url }).register('customs.reference-activation-value', breaking),
    ).rejects.toMatchObject({ code: 'TDW_REGISTRY_REFUSED' });
  });

  test('given a decimal of another scale, when decoded, then it is refused, though its canonical form is ours', async () => {
    const schema = JSON.stringify(currentSchema('outcome')).replaceAll('"scale":6', '"scale":2');
    const { id } = await new SchemaRegistry({ host: local.url }).register(
      { type: SchemaType.AVRO, schema },
      { subject: 'somebody.else-value' },
    );
    const bytes = Buffer.concat([Buffer.from([0, 0, 0, 0, id]), Buffer.alloc(40)]);
    const reader = await createRegistryCodecs(confluentRegistry({ url: local.url }), subjects);
    await reader.prepare([bytes]);
    expect(() => reader.outcome.decode(bytes)).toThrow(expect.objectContaining({ code: 'TDW_AVRO_UNKNOWN_SCHEMA' }));
  });

  test('given an id that the registry does not have, when decoded, then the schema is unknown', async () => {
    const bytes = Buffer.from('007fffffff00', 'hex');
    await codecs.prepare([bytes]);
    expect(() => codecs.declarationEvent.decode(bytes)).toThrow(
      expect.objectContaining({ code: 'TDW_AVRO_UNKNOWN_SCHEMA' }),
    );
  });

  test('given a registry that is down, when a schema is needed, then the batch waits; and goes on when it is back', async () => {
    const reader = await createRegistryCodecs(confluentRegistry({ url: local.url, retries: 0 }), subjects);
    const bytes = codecs.declarationEvent.encode(event);
    await local.server.halt('SIGKILL');
    await expect(reader.prepare([bytes])).rejects.toMatchObject({ code: 'TDW_REGISTRY_UNREACHABLE' });
    await local.server.resume();
    await createRegistryCodecs(confluentRegistry({ url: local.url }), subjects);
    await reader.prepare([bytes]);
    expect(reader.declarationEvent.decode(bytes)).toStrictEqual(event);
  });
});
