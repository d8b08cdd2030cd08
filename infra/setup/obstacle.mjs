import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './project-root.mjs';

/**
 * What stands in the way of a Kafka broker on this machine, with what to do about it. Needs the build.
 * @returns {Promise<string | undefined>} undefined where a broker can be had
 */
export async function kafkaObstacle() {
  const file = join(projectRoot(), 'dist', 'infra', 'local', 'kafka', 'kafka-within-reach.js');
  const { whatKeepsKafkaAway } = await import(pathToFileURL(file).href);
  const obstacle = whatKeepsKafkaAway();
  return obstacle === undefined ? undefined : `${obstacle.code}: ${obstacle.message}\n${obstacle.todo}`;
}
