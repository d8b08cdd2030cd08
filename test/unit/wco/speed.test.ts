import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { validateEvent } from '../../../services/risk/declaration/validate.ts';
import { eventsOf, textSource } from '../input/sources.ts';

const LODGEMENTS = 1_000;
const XML = readFileSync(join(resolve(import.meta.dirname, '../../fixtures/wco'), 'export-lodgement.xml'), 'utf8');

test('how fast lodgements are read, and events validated, is printed', async () => {
  const sources = Array.from({ length: LODGEMENTS }, (_, index) =>
    textSource(`${String(index)}.xml`, XML.replace('PUMPS-2026-11<', `PUMPS-${String(index)}<`)),
  );
  const start = performance.now();
  const events = await eventsOf(sources);
  const read = performance.now() - start;
  expect(events).toHaveLength(LODGEMENTS);
  const checked = performance.now();
  for (const { event } of events) expect(validateEvent(event).length).toBe(0);
  const validated = performance.now() - checked;
  const perSecond = (millis: number): string => Math.round((LODGEMENTS / millis) * 1000).toLocaleString('en');
  process.stdout.write(
    `XML lodgements of 2 items, 7 KiB: ${perSecond(read)}/s read into events; events validated: ${perSecond(validated)}/s\n`,
  );
});
