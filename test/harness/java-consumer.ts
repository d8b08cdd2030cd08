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
const PRINTED = ['print.partition=true', 'print.offset=true', 'print.key=true', 'print.value=true', `key.deserializer=${BYTES}`, `value.deserializer=${BYTES}`];

/**
 * Reads the committed records of a topic from its beginning with the consumer that comes with the broker: one that shares
 * no line with ours. Ends some seconds after the last record. Rejects when it could not read.
 */
export async function readWithJava(home: KafkaHome, brokers: string, topic: string, take: (record: JavaRecord) => void): Promise<void> {
  const reading = ['--bootstrap-server', brokers, '--topic', topic, '--from-beginning', '--isolation-level', 'read_committed', '--timeout-ms', String(END_AFTER_MS)];
  const child = spawn(home.java.command, [...JVM, '-cp', classPath(home.jars), CONSUMER, ...reading, ...PRINTED.flatMap((property) => ['--formatter-property', property])], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) take(recordOf(line));
  await ended;
  // It ends with an error of its own when it has waited long enough; then it says how many records it has read.
  const text = Buffer.concat(said).toString('utf8');
  if (!/Processed a total of \d+ messages/.test(text)) throw new Error(`the Java consumer could not read ${topic}: ${text.slice(-2_000)}`);
}

/** "Partition:3\tOffset:17\tKEY\tVALUE" */
const LINE = /^Partition:(\d+)\tOffset:(\d+)\t([^\t]*)\t(.*)$/;

function recordOf(line: string): JavaRecord {
  const [, partition, offset, key, value] = LINE.exec(line) ?? [];
  if (value === undefined) throw new Error(`the Java consumer printed a line of another form: ${line.slice(0, 200)}`);
  return { partition: Number(partition), offset: BigInt(offset!), key: bytesOf(key!), value: bytesOf(value) };
}

function bytesOf(printed: string): Buffer {
  return Buffer.from(printed.replace(/\\x([0-9A-F]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16))), 'latin1');
}
