import { loadShippedReference } from '../../../services/adapters/reference-files/shipped-reference.ts';
import type { Label } from '../../../services/generator/fraud/label.ts';
import { generateLicences, generateTrade } from '../../../services/generator/generate-trade.ts';
import type { SealedSnapshot } from '../../../services/reference/snapshot/snapshot.ts';
import { utcDayOf } from '../../../services/risk/declaration/day.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import type { Authority, Licence } from '../../../services/risk/facts/facts.ts';
import { readHandWritten } from './hand-written.ts';
import { learnFromPast } from './learn-from-past.ts';
import type { DemoOptions } from './options.ts';
import { planDemo } from './plan-demo.ts';

/** Everything that a demo needs before it begins: the same whatever it then runs on. */
export interface PreparedDemo {
  /** Months of legitimate trade, the oldest first. */
  readonly past: readonly DeclarationEvent[];
  /** The days of the story, with the hand-written declarations at their end. */
  readonly story: readonly DeclarationEvent[];
  /** The truth behind the story's generated declarations. */
  readonly labels: ReadonlyMap<string, Label>;
  readonly licences: readonly Licence[];
  readonly usual: SealedSnapshot;
  /** What is to be told of hand-written files that gave no event. */
  readonly told: readonly string[];
}

/** @param now milliseconds since 1970; the story ends the day before */
export async function prepareDemo(
  { seed, declarations }: Pick<DemoOptions, 'seed' | 'declarations'>,
  authority: Authority,
  now: number,
): Promise<PreparedDemo> {
  const plan = planDemo({ seed, declarations, today: utcDayOf(now) });
  const past = [...generateTrade(plan.past)].map(({ event }) => event);
  const story = [...generateTrade(plan.story)];
  const written = await readHandWritten();
  return {
    past,
    story: [...story.map(({ event }) => event), ...written.events],
    labels: new Map(story.map(({ event, label }) => [event.declarationId, label])),
    licences: generateLicences(seed, plan.story.authorityCountry),
    usual: learnFromPast(past, authority, loadShippedReference(authority)),
    told: written.told,
  };
}
