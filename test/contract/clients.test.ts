import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avroType } from '../../services/adapters/avro/avro-type.ts';
import { createCodecs } from '../../services/adapters/avro/codecs.ts';
import { fingerprint } from '../../services/adapters/avro/fingerprint.ts';
import {
  currentSchema,
  releasedSchemas,
  SCHEMA_NAMES,
  schemaFolder,
} from '../../services/adapters/avro/schema-files.ts';
import type { EventType } from '../../services/risk/declaration/declaration-event.ts';
import { declarationIdOf } from '../../services/risk/identity/declaration-id.ts';
import {
  assessmentIdOf,
  eventIdOf,
  noticeIdOf,
  referralIdOf,
  TIDEWAITER_NAMESPACE,
} from '../../services/risk/identity/derived-ids.ts';
import { nameUuid } from '../../services/risk/identity/name-uuid.ts';
import { type Json, shapeOfSchema } from './schema-shape.ts';
import { valueOf } from './value-of-shape.ts';

const PAGE = readFileSync(join(schemaFolder(), 'CLIENTS.md'), 'utf8');
const PYTHON = join(schemaFolder(), 'clients', 'python');
const python = spawnSync('python3', ['--version']).status === 0;

/** Runs a piece of Python beside the clients; gives what it prints, line by line. */
function runPython(program: string, input = ''): readonly string[] {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', program], {
    cwd: PYTHON,
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.split('\n').filter((line) => line !== '');
}

/** The examples of event ids on the page: their names and ids. */
const EXAMPLES = [...PAGE.matchAll(/^ *\| `(\[.*\])` \| `([0-9a-f-]{36})` \|$/gm)].map(([, name, id]) => ({
  name: name!,
  identity: JSON.parse(name!) as [string, EventType, number, string],
  id: id!,
}));

describe('the page for other teams', () => {
  test('given its examples of event ids, then each is what the stream asks for', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(5);
    const formed = EXAMPLES.map(({ identity: [declarationId, eventType, version, cause] }) =>
      eventIdOf({ declarationId, eventType, version, cause }),
    );
    expect(formed).toEqual(EXAMPLES.map(({ id }) => id));
    expect(PAGE).toContain(TIDEWAITER_NAMESPACE);
  });

  test('given its declaration ids before an MRN is known, then they are formed so', () => {
    expect(PAGE).toContain(`is \`${String(declarationIdOf({ declarant: 'Müller: 50% "Söhne"', lrn: 'A/1' }))}\``);
    expect(EXAMPLES.map(({ identity }) => identity[0])).toContain(
      declarationIdOf({ declarant: 'GB123456789000', lrn: 'EXP-2026-004711' }),
    );
  });

  test('given the ids of the answers, then they follow from the first example', () => {
    const assessmentId = assessmentIdOf(EXAMPLES[0]!.id);
    const deadLetterId = nameUuid('["customs.declarations",3,"4711","dead-letter"]', TIDEWAITER_NAMESPACE);
    for (const id of [
      assessmentId,
      referralIdOf(assessmentId),
      noticeIdOf(assessmentId),
      deadLetterId,
      referralIdOf(deadLetterId),
    ])
      expect(PAGE).toContain(`| \`${id}\` |`);
  });

  test('given what a record or a field is called, then the contract calls it so', () => {
    const fields = SCHEMA_NAMES.flatMap((name) => JSON.stringify(currentSchema(name)));
    const told = [...PAGE.matchAll(/`([a-z]+(?:[A-Z][a-z]+)+)`/g)].map(([, name]) => name!);
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter((name) => !fields.some((schema) => schema.includes(`"name":"${name}"`)))).toEqual([]);
  });
});

describe.skipIf(!python)('the Python client (skipped where there is no python3)', { timeout: 120_000 }, () => {
  test('given the examples of the page and names with anything in them, then it forms the same ids', () => {
    const odd = fc.sample(fc.string({ unit: 'binary' }), { numRuns: 200, seed: 5 });
    const identities = [
      ...EXAMPLES.map(({ identity }) => identity),
      ...odd.map((text) => [text, 'lodged', 1, text] as const),
    ];
    const formed = runPython(
      'import json, sys, tidewaiter_ids\nfor line in sys.stdin: print(tidewaiter_ids.event_id(*json.loads(line)))',
      identities.map((identity) => JSON.stringify(identity)).join('\n'),
    );
    expect(formed).toEqual(
      identities.map(([declarationId, , version, cause], index) =>
        index < EXAMPLES.length
          ? EXAMPLES[index]!.id
          : eventIdOf({ declarationId, eventType: 'lodged', version, cause }),
      ),
    );
  });

  test('given the ids of the answers and of a declaration without MRN, then it forms the same', () => {
    const program =
      'from tidewaiter_ids import *\nimport sys\ne = sys.stdin.read()\na = assessment_id(e)\nprint(a, referral_id(a), notice_id(a), dead_letter_id("t", 1, 22))\nprint(declaration_id("A/1", "M%:x"))';
    const [answers, declaration] = runPython(program, EXAMPLES[0]!.id);
    const assessmentId = assessmentIdOf(EXAMPLES[0]!.id);
    expect(answers).toBe(
      [
        assessmentId,
        referralIdOf(assessmentId),
        noticeIdOf(assessmentId),
        nameUuid('["t",1,"22","dead-letter"]', TIDEWAITER_NAMESPACE),
      ].join(' '),
    );
    expect(declaration).toBe(declarationIdOf({ declarant: 'M%:x', lrn: 'A/1' }));
  });

  test('given every schema that was ever released, then it names it by the same fingerprint', () => {
    const all = SCHEMA_NAMES.flatMap((name) => [
      currentSchema(name),
      ...releasedSchemas(name).map(({ schema }) => schema),
    ]);
    const told = runPython(
      'import json, sys, tidewaiter_avro\nfor line in sys.stdin: print(tidewaiter_avro.fingerprint(json.loads(line)).hex())',
      all.map((schema) => JSON.stringify(schema)).join('\n'),
    );
    expect(told).toEqual(all.map((schema) => fingerprint(avroType(schema)).toString('hex')));
  });

  test('given any events and outcomes, when it reads and writes them, then not a byte is another', () => {
    const codecs = createCodecs();
    const program =
      'import sys, tidewaiter_avro\ncodecs = {}\nfor line in sys.stdin:\n  name, text = line.split()\n  codec = codecs.setdefault(name, tidewaiter_avro.Codec(name))\n  print(codec.encode(codec.decode(bytes.fromhex(text))).hex())';
    const records = (
      [
        ['declaration-event', codecs.declarationEvent],
        ['outcome', codecs.outcome],
      ] as const
    ).flatMap(([name, codec]) =>
      fc
        .sample(valueOf(shapeOfSchema(currentSchema(name) as Json)), { numRuns: 40, seed: 3 })
        .map((value) => `${name} ${(codec as { encode(value: unknown): Buffer }).encode(value).toString('hex')}`),
    );
    expect(runPython(program, records.join('\n'))).toEqual(records.map((record) => record.split(' ')[1]));
  });

  test('given referrals, when it reads them, then it finds what is in them, of every released version', () => {
    const program =
      'import json, sys, tidewaiter_avro\ncodec = tidewaiter_avro.Codec("referral")\nfor line in sys.stdin:\n  r = codec.decode(bytes.fromhex(line.strip()))\n  print(json.dumps([r["referralId"], r["kind"], r["lane"], r["score"], r.get("officeId"), len(r["items"])]))';
    const values = releasedSchemas('referral').flatMap(({ schema }) => {
      const [type] = [avroType(schema)];
      return fc.sample(valueOf(shapeOfSchema(schema as Json)), { numRuns: 30, seed: 4 }).map((value) => ({
        value: value as Record<string, unknown>,
        bytes: Buffer.concat([Buffer.from([0xc3, 0x01]), fingerprint(type), type.toBuffer(value)]),
      }));
    });
    const told = runPython(program, values.map(({ bytes }) => bytes.toString('hex')).join('\n')).map(
      (line) => JSON.parse(line) as unknown,
    );
    expect(told).toEqual(
      values.map(({ value }) => [
        value['referralId'],
        value['kind'],
        value['lane'],
        value['score'],
        value['officeId'] ?? null,
        (value['items'] as unknown[]).length,
      ]),
    );
  });

  test('given the declaration of the producer, when the stream reads it, then it is one that it judges', () => {
    const [line] = runPython(
      'import sys, types\nsys.modules["confluent_kafka"] = types.SimpleNamespace(Producer=None)\nimport produce\nfrom tidewaiter_avro import Codec\nprint(Codec("declaration-event").encode(produce.declaration("26GB7XQ1LV0KZP4RA3")).hex())',
    );
    const event = createCodecs().declarationEvent.decode(Buffer.from(line!, 'hex'));
    expect(event).toMatchObject({
      eventId: EXAMPLES[0]!.id,
      goodsItems: [
        {
          commodity: { netNetWeightMeasure: { value: '1000.5', unitCode: 'KGM' } },
          statisticalValueAmount: { value: '40000' },
        },
      ],
    });
  });
});
