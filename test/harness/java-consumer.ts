import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { classPath } from '../../infra/local/kafka/fetch-jars.ts';
import type { KafkaHome } from '../../infra/local/kafka/kafka-home.ts';

export interface JavaRecord {
  readonly partition: number;
  readonly offset: bigint;
  readonly key: Buffer;
  readonly value: Buffer;
}

/** How long it waits for one more record before it takes a topic as read, milliseconds. */
const END_AFTER_MS = 15_000;
/** Small: it reads beside a broker, a database and workers. */
const JVM = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const CONSUMER = 'org.apache.kafka.tools.consumer.ConsoleConsumer';
/** Prints bytes on one line, those that are no printable ASCII as \xNN, the backslash among them. */
const BYTES = 'org.apache.kafka.common.serialization.BytesDeserializer';
const PRINTED = [
  'print.partition=true',
  'print.offset=true',
  'print.key=true',
  'print.value=true',
  `key.deserializer=${BYTES}`,
  `value.deserializer=${BYTES}`,
];

/**
 * Reads the committed records of a topic from its beginning with the consumer that comes with the broker: one that shares
 * no line with ours. Ends some seconds after the last record. Rejects when it could not read.
 */
export async function readWithJava(
  home: KafkaHome,
  brokers: string,
  topic: string,
  take: (record: JavaRecord) => void,
): Promise<void> {
  const reading = [
    '--bootstrap-server',
    brokers,
    '--topic',
    topic,
    '--from-beginning',
    '--isolation-level',
    'read_committed',
    '--timeout-ms',
    String(END_AFTER_MS),
  ];
  const child = spawn(
    home.java.command,
    [
      ...JVM,
      '-cp',
      classPath(home.jars),
      CONSUMER,
      ...reading,
      ...PRINTED.flatMap((property) => ['--property', property]),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  const ended = once(child, 'close');
  let read = 0;
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
    const record = recordOf(line);
    if (record) take(record);
    else said.push(`${line}\n`);
    read += record ? 1 : 0;
  }
  await ended;
  requireAll(read, said.join(''), topic);
}

/** It ends with an error of its own when it has waited long enough for one more; then it says how many records it has read. */
function requireAll(read: number, said: string, topic: string): void {
  const processed = /Processed a total of (\d+) messages/.exec(said)?.[1];
  if (processed !== String(read))
    throw new Error(
      `of ${topic} the Java consumer printed ${read} records and read ${processed ?? 'none to the end'}: ${said.slice(-2_000)}`,
    );
}

/** "Partition:3\tOffset:17\tKEY\tVALUE" */
const LINE = /^Partition:(\d+)\tOffset:(\d+)\t([^\t]*)\t(.*)$/;

/** Undefined where it is what the consumer says of itself. */
function recordOf(line: string): JavaRecord | undefined {
  const [, partition, offset, key, value] = LINE.exec(line) ?? [];
  if (value === undefined) return undefined;
  return { partition: Number(partition), offset: BigInt(offset!), key: bytesOf(key!), value: bytesOf(value) };
}

function bytesOf(printed: string): Buffer {
  return Buffer.from(
    printed.replace(/\\x([0-9A-F]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16))),
    'latin1',
  );
}
