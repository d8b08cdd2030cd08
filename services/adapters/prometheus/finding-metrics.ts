import { Counter, type Registry } from 'prom-client';
import { SOURCE_FORMATS } from '../../risk/declaration/source-format.ts';
import { isUnread } from '../../risk/declaration/unread/unread-elements.ts';
import type { DocumentFact } from '../../risk/facts/facts.ts';
import type { FindingResult } from '../../risk/findings/finding.ts';
import type { Emitted } from '../../scoring/steps/emit-step.ts';
import type { Read } from './committed-batches.ts';
import { count, LabelTally, oneOf, OTHER, type Tally } from './labels.ts';
const RESULTS = ['hit', 'miss', 'unknown', 'error'] as const satisfies readonly FindingResult[];

export interface FindingMetrics {
  /** Ids of a policy's rules and of models, from now on besides those before: batches of an earlier edition may still be under way. */
  use(ids: readonly string[]): void;
  readonly answered: Read<readonly Emitted[]>;
}

/** What each rule and model said; ids that no edition had are counted as other. */
export function findingMetrics(registry: Registry): FindingMetrics {
  const findings = new Counter({
    name: 'tidewaiter_findings_total',
    help: 'Answers of rules and models, by item or declaration.',
    labelNames: ['rule', 'result'] as const,
    registers: [registry],
  });
  const known = new Set<string>();
  const label = (id: string): string => (known.has(id) ? id : OTHER);
  const use = (ids: readonly string[]): void => {
    for (const rule of ids.filter((id) => !known.has(id))) {
      known.add(rule);
      for (const result of RESULTS) findings.inc({ rule, result }, 0);
    }
  };
  const answered: FindingMetrics['answered'] = (answered) => {
    const tallies: Record<FindingResult, Tally> = {
      hit: new Map(),
      miss: new Map(),
      unknown: new Map(),
      error: new Map(),
    };
    const ran = new Map<readonly string[], number>();
    for (const {
      assessment: { checks, findings: ofDeclaration, items },
    } of answered) {
      count(ran, checks.declaration);
      count(ran, checks.item, items.length);
      for (const { id, result } of ofDeclaration) count(tallies[result], id);
      for (const item of items) for (const { id, result } of item.findings) count(tallies[result], id);
    }
    tallies.miss = missesOf(ran, tallies);
    return () => {
      for (const result of RESULTS)
        for (const [id, times] of tallies[result]) findings.inc({ rule: label(id), result }, times);
    };
  };
  return { use, answered };
}

/** A check that was run found nothing where there is no finding of it; the lists of checks are the policy's, and so few. */
function missesOf(ran: ReadonlyMap<readonly string[], number>, found: Readonly<Record<FindingResult, Tally>>): Tally {
  const misses: Tally = new Map();
  for (const [ids, times] of ran) for (const id of ids) count(misses, id, times);
  for (const result of RESULTS) for (const [id, times] of found[result]) count(misses, id, -times);
  return new Map([...misses].filter(([, times]) => times > 0));
}

/** What licences and the ledger answered. */
export function factMetrics(registry: Registry): Read<readonly Emitted[]> {
  const registers = [registry];
  const licences = new Counter({
    name: 'tidewaiter_licence_answers_total',
    help: 'Cited licences looked up in the register, by what it said.',
    labelNames: ['state'] as const,
    registers,
  });
  const writeOffs = new Counter({
    name: 'tidewaiter_write_off_answers_total',
    help: 'Quantities to be written off, by whether the licence had enough left.',
    labelNames: ['answer'] as const,
    registers,
  });
  for (const state of ['found', 'absent', 'unknown']) licences.inc({ state }, 0);
  for (const answer of ['yes', 'no', 'undetermined']) writeOffs.inc({ answer }, 0);

  return (answered) => {
    const [states, answers] = [new LabelTally<'state'>(), new LabelTally<'answer'>()];
    const look = ({ licence, writeOff }: DocumentFact): void => {
      if (licence) states.add({ state: licence.state });
      if (writeOff?.state === 'found') answers.add({ answer: writeOff.value.enough });
    };
    for (const { facts } of answered) for (const { documents } of facts.items) documents.forEach(look);
    return () => {
      states.addTo(licences);
      answers.addTo(writeOffs);
    };
  };
}

/** Of events whose publisher does not say what it read them from. */
const NO_FORMAT = 'none';

/** How much of what was declared the readers took in. */
export function elementMetrics(registry: Registry): Read<readonly Emitted[]> {
  const elements = new Counter({
    name: 'tidewaiter_elements_total',
    help: 'Elements of declarations that a field of the event holds or that change nothing (read), and those of goods, parties, documents, values or route that none holds (unread).',
    labelNames: ['format', 'state'] as const,
    registers: [registry],
  });
  const formatOf = oneOf([...SOURCE_FORMATS, NO_FORMAT]);
  return (answered) => {
    const states = new LabelTally<'format' | 'state'>();
    for (const {
      facts: {
        event: { source, otherElements },
      },
    } of answered) {
      const format = formatOf(source?.format ?? NO_FORMAT);
      const unread = otherElements.length === 0 ? 0 : otherElements.filter(isUnread).length;
      states.add({ format, state: 'unread' }, unread);
      states.add({ format, state: 'read' }, Math.max((source?.elements ?? 0) - unread, 0));
    }
    return () => states.addTo(elements);
  };
}
