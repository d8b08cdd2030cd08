import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';
import { readInput } from '../../../services/adapters/input/read-input.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';

/** What became of the hand-written WCO XML messages: events, and what is to be told of the others. */
export interface HandWritten {
  readonly events: readonly DeclarationEvent[];
  readonly told: readonly string[];
}

const FOLDER = 'infra/demo/declarations';

/** Reads the XML messages that were written by hand, all in one call, so that the notification gives its declaration the MRN. */
export async function readHandWritten(): Promise<HandWritten> {
  const folder = join(projectRoot(), FOLDER);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort();
  const events: DeclarationEvent[] = [];
  const told: string[] = [];
  for await (const entry of readInput(
    files.map((file) => ({ file, bytes: createReadStream(join(folder, file)) as AsyncIterable<Uint8Array> })),
  )) {
    switch (entry.kind) {
      case 'event':
        events.push(entry.event);
        break;
      case 'skipped':
        told.push(`${entry.file}: ${entry.what}, used to link the declaration to its MRN`);
        break;
      case 'failed':
        told.push(
          `${entry.file}: ${entry.error.code} in line ${String(entry.error.location?.line ?? '?')}: ${entry.error.message}`,
        );
        break;
    }
  }
  return { events, told };
}
