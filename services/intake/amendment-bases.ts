import type { DeclarationEvent, OtherElement } from '../risk/declaration/declaration-event.ts';
import { HEADER } from '../risk/declaration/event-fields.ts';
import type { DeclarationDocument } from './message.ts';
import type { Planned } from './planned.ts';

/** An event as the document that it may have come from. */
export type DocumentOf = (event: DeclarationEvent) => DeclarationDocument;

/** Declarations that amendments change, and that the batch has as events (JSON lines or CSV) instead: of each the latest whole version. */
export class AmendmentBases {
  readonly #documentOf: DocumentOf;
  readonly #awaited: ReadonlySet<string>;
  readonly #events = new Map<string, DeclarationEvent>();

  constructor(plan: readonly Planned[], documentOf: DocumentOf) {
    this.#documentOf = documentOf;
    const events = plan.filter((one) => one.kind === 'event');
    const kindOf = (one: (typeof events)[number]): string => one.message.summary.kind;
    const inMessages = new Set(events.filter((one) => kindOf(one) === 'lodgement' || kindOf(one) === 'replacement').map((one) => one.declarationId));
    const amended = events.filter((one) => kindOf(one) === 'amendment').map((one) => one.declarationId);
    this.#awaited = new Set(amended.filter((declarationId) => !inMessages.has(declarationId)));
  }

  isAwaitedBy(planned: Planned): boolean {
    return planned.kind === 'event' && this.#awaited.has(planned.declarationId);
  }

  offer(event: DeclarationEvent): void {
    const isWhole = (event.eventType === 'lodged' || event.eventType === 'amended') && event.completeness === 'whole';
    if (!isWhole || !this.#awaited.has(event.declarationId)) return;
    if (event.version >= (this.#events.get(event.declarationId)?.version ?? 0)) this.#events.set(event.declarationId, event);
  }

  get versions(): ReadonlyMap<string, number> {
    return new Map([...this.#events].map(([id, { version }]) => [id, version]));
  }

  /** The declaration as the document that it may have come from, for an amendment that makes a later version of it. */
  documentBefore(declarationId: string, version: number): DeclarationDocument | undefined {
    const event = this.#events.get(declarationId);
    if (event === undefined || event.version >= version) return undefined;
    const document = this.#documentOf(event);
    const { header, otherElements } = document.content();
    return comparable({ ...header, otherElements }) === comparable(event) ? document : undefined;
  }
}

/** What a declaration says, in one form. One that does not come back as it was is no base: nothing of it is lost on the way. */
function comparable(said: Partial<DeclarationEvent>): string {
  const names = Object.keys(HEADER) as readonly (keyof typeof HEADER)[];
  const others = (said.otherElements ?? []).map(({ path, value }: OtherElement) => `${path} ${value}`).sort();
  return JSON.stringify([names.map((name) => said[name]), others]);
}
