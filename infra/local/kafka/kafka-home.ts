import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../setup/project-root.mjs';
import { cacheFolder } from '../server/cache-folder.ts';
import type { Java } from './java.ts';

/** What every local broker is started from; made once per user and version. */
export interface KafkaHome {
  readonly java: Java;
  readonly folder: string;
  readonly jars: string;
  /** A formatted, empty data folder to copy. */
  readonly formatted: string;
  /** Class data of an earlier start, which makes the next ones quicker; may be absent. */
  readonly classArchive: string;
}

/** Where everything lies, made or not. Another pom gives another home; an archive of classes fits only the runtime that made it. */
export function homeOf(java: Java, environment: NodeJS.ProcessEnv = process.env): KafkaHome {
  const folder = join(cacheFolder(environment), `kafka-${shortHash(readFileSync(pomFile(), 'utf8'))}`);
  return {
    java,
    folder,
    jars: join(folder, 'jars'),
    formatted: join(folder, 'formatted'),
    classArchive: join(folder, `classes-${shortHash(java.command + java.description)}.jsa`),
  };
}

/** Names the jars of the broker. */
export function pomFile(): string {
  return join(projectRoot(), 'infra', 'local', 'kafka', 'pom.xml');
}

function shortHash(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
