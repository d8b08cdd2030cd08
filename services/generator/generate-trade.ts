import type { Day } from '../risk/declaration/day.ts';
import type { Licence } from '../risk/facts/facts.ts';
import { acceptanceOf } from './calendar.ts';
import { declare, referencesFor } from './declare/declare.ts';
import type { Occasion } from './fraud/fraud-pattern.ts';
import { BLOCK, type Injected, injectedIn, shipmentOf } from './fraud/injected-among.ts';
import type { Label, LabelledDeclaration } from './fraud/label.ts';
import { DueEvents } from './lifecycle/due-events.ts';
import { followUpEvent, followUpOf } from './lifecycle/follow-ups.ts';
import type { HomeCountry } from './places/home.ts';
import { type Rng, rngFor } from './random/rng.ts';
import { carelessly } from './shipment/carelessness.ts';
import { ordinaryShipment } from './shipment/ordinary-shipment.ts';
import type { Shipment } from './shipment/shipment.ts';
import { usualItems } from './shipment/size.ts';
import { createWorld } from './traders/world.ts';

/** Declarations a day where the caller does not say: a busy administration's morning. */
const USUAL_PER_DAY = 2000;

export interface TradeOptions {
  readonly seed: number;
  /** Declarations lodged; amendments, cancellations and exits come on top. */
  readonly declarations: number;
  /** First day of acceptance. */
  readonly from: Day;
  readonly authorityCountry: HomeCountry;
  /** Declarations accepted a day: 2000 where absent. */
  readonly perDay?: number;
  /** Goods items of every declaration; as in life where absent. */
  readonly itemsPerDeclaration?: number;
  /** Serial number of the first declaration, so that one run can follow another without repeating its references; 0 where absent. */
  readonly firstSerial?: number;
  /** `none`: legitimate trade only, such as the history before a story; fraud patterns and their look-alikes are among it (`some`) where absent. */
  readonly injected?: 'none' | 'some';
}

interface Truth {
  readonly shipment: Shipment;
  readonly label: Label;
}

/**
 * The trade of a country as declaration events in the order of their times, each with the truth behind it.
 * The same options give the same events; a longer run begins with the shorter one's declarations. Nothing is kept but events still due.
 */
export function* generateTrade(options: TradeOptions): Generator<LabelledDeclaration> {
  const world = createWorld(options.seed, options.authorityCountry);
  const serial = options.firstSerial ?? 0;
  const rng = rngFor(options.seed, `trade from ${String(serial)}`);
  const due = new DueEvents();
  const hiding = injections(options.seed);
  for (let index = 0; index < options.declarations; index += 1) {
    const at = acceptanceOf(index, options.from, options.perDay ?? USUAL_PER_DAY);
    yield* due.until(at);
    const occasion = { world, at, items: options.itemsPerDeclaration ?? usualItems(rng), rng };
    const hidden = options.injected === 'none' ? undefined : hiding(index);
    yield lodge(hidden === undefined ? ordinary(occasion) : shipmentOf(hidden, occasion), serial + index, due, rng);
  }
  yield* due.until(Infinity);
}

/** Every licence of the world of that seed: what legitimate traders cite, and what they held before. Covers 2020 to 2031. */
export function generateLicences(seed: number, authorityCountry: HomeCountry = 'US'): readonly Licence[] {
  return createWorld(seed, authorityCountry).register.licences;
}

function ordinary({ world, at, items, rng }: Occasion): Truth {
  return {
    shipment: carelessly(ordinaryShipment(world, at, items, rng), rng),
    label: { kind: 'ordinary', note: 'ordinary trade' },
  };
}

/** What is hidden at the n-th declaration; keeps the plan of one block at a time. */
function injections(seed: number): (index: number) => Injected | undefined {
  let current = { block: -1, places: new Map() as ReadonlyMap<number, Injected> };
  return (index) => {
    const block = Math.floor(index / BLOCK);
    if (block !== current.block) current = { block, places: injectedIn(seed, block) };
    return current.places.get(index % BLOCK);
  };
}

function lodge({ shipment, label }: Truth, serial: number, due: DueEvents, rng: Rng): LabelledDeclaration {
  const references = referencesFor(shipment, serial, rng);
  const later = label.kind === 'ordinary' ? followUpOf(shipment, rng) : undefined;
  if (later !== undefined) {
    const at = shipment.at + later.afterMs;
    due.add({ at, make: () => ({ event: followUpEvent(shipment, references, later.what, at), label }) });
  }
  return { event: declare(shipment, references, 'lodged', 1), label };
}
