import { generateTrade } from '../../../services/generator/generate-trade.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { eventIdOf } from '../../../services/risk/identity/derived-ids.ts';
import { day } from '../../harness/checked.ts';

/** Days of trade that a pool covers: longer than any rule asks of a trader's history. */
const DAYS = 120;

export interface PoolOptions {
  readonly seed: number;
  readonly declarations: number;
  readonly itemsPerDeclaration?: number;
}

/** Generated trade, kept: making it takes longer than judging it. */
export function tradePool({ seed, declarations, itemsPerDeclaration }: PoolOptions): readonly DeclarationEvent[] {
  const perDay = Math.max(1, Math.ceil(declarations / DAYS));
  const trade = generateTrade({
    seed,
    declarations,
    from: day('2026-02-02'),
    authorityCountry: 'US',
    perDay,
    ...(itemsPerDeclaration !== undefined && { itemsPerDeclaration }),
  });
  return Array.from(trade, ({ event }) => event);
}

/** The pool's events in their order, again and again under new identities, until so many goods items are out. */
export function* repeated(pool: readonly DeclarationEvent[], items: number, name: string): Generator<DeclarationEvent> {
  for (let round = 0, out = 0; out < items; round += 1) {
    for (const event of pool) {
      yield renamed(event, `${name}${round}`);
      out += event.goodsItems.length;
      if (out >= items) return;
    }
  }
}

function renamed(event: DeclarationEvent, suffix: string): DeclarationEvent {
  const declarationId = `${event.declarationId}-${suffix}`;
  return { ...event, declarationId, eventId: eventIdOf({ ...event, declarationId }) };
}
