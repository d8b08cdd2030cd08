import type { DeclarationEvent, OtherElement } from '../../../risk/declaration/declaration-event.ts';
import { HEADER } from '../../../risk/declaration/event-fields.ts';
import { writeDeclaration } from '../../wco/mapping/write-declaration.ts';
import { contentOf } from '../../wco/message/content.ts';
import type { XmlElement } from '../../wco/xml/element.ts';
import type { Planned } from './planned.ts';

/** Declarations that amendments in XML change, and that the call has as JSON lines or CSV instead: of each the latest whole version. */
export class Bases {
  readonly #awaited: ReadonlySet<string>;
  readonly #events = new Map<string, DeclarationEvent>();

  constructor(plan: readonly Planned[]) {
    const events = plan.filter((one) => one.kind === 'event');
    const inXml = new Set(events.filter(({ message }) => message.what.kind === 'lodgement' || message.what.kind === 'replacement').map((one) => one.declarationId));
    this.#awaited = new Set(events.filter(({ message, declarationId }) => message.what.kind === 'amendment' && !inXml.has(declarationId)).map((one) => one.declarationId));
  }

  isAwaitedBy(planned: Planned): boolean {
    return planned.kind === 'event' && this.#awaited.has(planned.declarationId);
  }

  offer(event: DeclarationEvent): void {
    const isBase = (event.eventType === 'lodged' || event.eventType === 'amended') && event.completeness === 'whole' && this.#awaited.has(event.declarationId);
    if (isBase && event.version >= (this.#events.get(event.declarationId)?.version ?? 0)) this.#events.set(event.declarationId, event);
  }

  get versions(): ReadonlyMap<string, number> {
    return new Map([...this.#events].map(([id, { version }]) => [id, version]));
  }

  /** The declaration as the element that it may have come from, for an amendment that makes a later version of it. */
  elementBefore(declarationId: string, version: number): XmlElement | undefined {
    const event = this.#events.get(declarationId);
    if (event === undefined || event.version >= version) return undefined;
    const element = writeDeclaration(event);
    const { header, otherElements } = contentOf(element);
    return comparable({ ...header, otherElements }) === comparable(event) ? element : undefined;
  }
}

/** What a declaration says, in one form. One that does not come back as it was is no base: nothing of it is lost on the way. */
function comparable(said: Partial<DeclarationEvent>): string {
  const names = Object.keys(HEADER) as readonly (keyof typeof HEADER)[];
  const others = (said.otherElements ?? []).map(({ path, value }: OtherElement) => `${path} ${value}`).sort();
  return JSON.stringify([names.map((name) => said[name]), others]);
}
