import avsc from 'avsc';
import { describe, expect, test } from 'vitest';
import { canonicalForm, crc64, fingerprint } from '../../services/adapters/avro/fingerprint.ts';

/** Schema, canonical form and fingerprint, as the Apache Avro project publishes them for every implementation (share/test/data/schema-tests.txt). */
const VECTORS: readonly (readonly [schema: string, canonical: string, fingerprint: string])[] = [
  ['"null"', '"null"', '7195948357588979594'],
  ['{"type":"boolean"}', '"boolean"', '-6970731678124411036'],
  ['"int"', '"int"', '8247732601305521295'],
  ['"long"', '"long"', '-3434872931120570953'],
  ['"float"', '"float"', '5583340709985441680'],
  ['"double"', '"double"', '-8181574048448539266'],
  ['"bytes"', '"bytes"', '5746618253357095269'],
  ['{"type":"string"}', '"string"', '-8142146995180207161'],
  ['["int"]', '["int"]', '-5232228896498058493'],
  ['["int",{"type":"boolean"}]', '["int","boolean"]', '5392556393470105090'],
  ['{"fields":[],"type":"record","name":"foo"}', '{"name":"foo","type":"record","fields":[]}', '-4824392279771201922'],
  [
    '{"fields":[],"type":"record","name":"foo","namespace":"x.y"}',
    '{"name":"x.y.foo","type":"record","fields":[]}',
    '5916914534497305771',
  ],
  [
    '{"fields":[],"type":"record","name":"a.b.foo","namespace":"x.y"}',
    '{"name":"a.b.foo","type":"record","fields":[]}',
    '-4616218487480524110',
  ],
  [
    '{"fields":[],"type":"record","name":"foo","doc":"foo","aliases":["foo","bar"]}',
    '{"name":"foo","type":"record","fields":[]}',
    '-4824392279771201922',
  ],
  [
    '{"fields":[{"type":{"type":"boolean"},"name":"f1"}],"type":"record","name":"foo"}',
    '{"name":"foo","type":"record","fields":[{"name":"f1","type":"boolean"}]}',
    '7843277075252814651',
  ],
  [
    '{"fields":[{"type":"boolean","aliases":[],"name":"f1","default":true},{"order":"descending","name":"f2","doc":"Hello","type":"int"}],"type":"record","name":"foo"}',
    '{"name":"foo","type":"record","fields":[{"name":"f1","type":"boolean"},{"name":"f2","type":"int"}]}',
    '-4860222112080293046',
  ],
  [
    '{"type":"enum","name":"foo","symbols":["A1"]}',
    '{"name":"foo","type":"enum","symbols":["A1"]}',
    '-6342190197741309591',
  ],
  [
    '{"namespace":"x.y.z","type":"enum","name":"foo","doc":"foo bar","symbols":["A1","A2"]}',
    '{"name":"x.y.z.foo","type":"enum","symbols":["A1","A2"]}',
    '-4448647247586288245',
  ],
  ['{"name":"foo","type":"fixed","size":15}', '{"name":"foo","type":"fixed","size":15}', '1756455273707447556'],
  [
    '{"namespace":"x.y.z","type":"fixed","name":"foo","doc":"foo bar","size":32}',
    '{"name":"x.y.z.foo","type":"fixed","size":32}',
    '-3064184465700546786',
  ],
  ['{"items":{"type":"null"},"type":"array"}', '{"type":"array","items":"null"}', '-589620603366471059'],
  ['{"values":"string","type":"map"}', '{"type":"map","values":"string"}', '-8732877298790414990'],
  [
    '{"name":"PigValue","type":"record","fields":[{"name":"value","type":["null","int","long","PigValue"]}]}',
    '{"name":"PigValue","type":"record","fields":[{"name":"value","type":["null","int","long","PigValue"]}]}',
    '-1759257747318642341',
  ],
];

describe('the fingerprint of a schema', () => {
  test.each(VECTORS)('given %s, when fingerprinted, then it is the published one', (schema, canonical, expected) => {
    const type = avsc.Type.forSchema(JSON.parse(schema) as avsc.Schema, { wrapUnions: 'always' });
    expect(canonicalForm(type)).toBe(canonical);
    expect(BigInt.asIntN(64, crc64(canonical))).toBe(BigInt(expected));
    expect(fingerprint(type).readBigInt64LE()).toBe(BigInt(expected));
  });

  test('given no text, when fingerprinted, then it is the empty one', () => {
    expect(crc64('')).toBe(0xc15d213aa4d7a795n);
  });
});
