import type { Good } from '../goods/good.ts';
import { shipmentOf } from '../shipment/ordinary-shipment.ts';
import type { Line, Shipment } from '../shipment/shipment.ts';
import type { Dealing, Trader } from '../traders/trader.ts';
import type { Occasion } from './fraud-pattern.ts';

interface Business {
  readonly trader: Trader;
  readonly dealing: Dealing;
}

/** A shipment of that good, as its first item, by someone who deals in it; by anyone fitting where nobody does. */
export function shipmentWith(occasion: Occasion, direction: Trader['direction'], good: Good): Shipment {
  const { world, at, items, rng } = occasion;
  const known = businessesOf(direction === 'import' ? world.importers : world.exporters, good);
  const { trader, dealing } = known.length === 0 ? newcomerTo(occasion, direction, good) : rng.pickEarly(known);
  return shipmentOf(world, trader, withFirst(dealing, good), at, items, rng);
}

/** A shipment of that trader with that good as its first item. */
export function shipmentBy(occasion: Occasion, trader: Trader, good: Good): Shipment {
  const { world, at, items, rng } = occasion;
  const dealing = rng.pick(businessesOf([trader], good)).dealing;
  return shipmentOf(world, trader, withFirst(dealing, good), at, items, rng);
}

export function withFirstLine(shipment: Shipment, change: (line: Line) => Line): Shipment {
  return { ...shipment, lines: shipment.lines.map((line, index) => (index === 0 ? change(line) : line)) };
}

function businessesOf(traders: readonly Trader[], good: Good): readonly Business[] {
  return traders.flatMap((trader) =>
    trader.dealings
      .filter((dealing) => dealing.offers.some((offer) => offer.good === good))
      .map((dealing) => ({ trader, dealing })),
  );
}

function newcomerTo({ world, rng }: Occasion, direction: Trader['direction'], good: Good): Business {
  const trader = rng.pick(direction === 'import' ? world.importers : world.exporters);
  const dealing = rng.pick(trader.dealings);
  return { trader, dealing: { ...dealing, offers: [{ good, priceLevel: 1, heft: 1, texts: good.texts }] } };
}

function withFirst(dealing: Dealing, good: Good): Dealing {
  const { offers } = dealing;
  return {
    ...dealing,
    offers: [...offers.filter((offer) => offer.good === good), ...offers.filter((offer) => offer.good !== good)],
  };
}
