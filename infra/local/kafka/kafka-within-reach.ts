import { existsSync } from 'node:fs';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { requireMaven } from './fetch-jars.ts';
import { findJava } from './java.ts';
import { homeOf } from './kafka-home.ts';

/**
 * What stands in the way of a broker on this machine, or undefined where one can be had: brokers of the user's own, or
 * Java with Maven (Java alone, once the jars have been fetched). Starts and fetches nothing.
 */
export function whatKeepsKafkaAway(environment: NodeJS.ProcessEnv = process.env): TidewaiterError | undefined {
  if (environment['TIDEWAITER_KAFKA_BROKERS']) return undefined;
  try {
    const java = findJava(environment);
    if (!existsSync(homeOf(java, environment).jars)) requireMaven(environment);
    return undefined;
  } catch (error) {
    if (error instanceof TidewaiterError) return error;
    throw error;
  }
}
