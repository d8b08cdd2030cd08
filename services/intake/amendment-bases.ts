import type { DeclarationEvent, OtherElement, UncheckedEvent } from '../risk/declaration/declaration-event.ts';
import { HEADER } from '../risk/declaration/event-fields.ts';
import { groupBy } from './group-by.ts';
import { agree } from './identifier.ts';
import type { Amended, DeclarationDocument } from './message.ts';
import type { Planned, PlannedEvent } from './planned.ts';

/** An event as the document that it may have come from. */
export type DocumentOf = (event: DeclarationEvent) => DeclarationDocument;

/** What a change can be merged onto, or why that which is there cannot. */
export type Base = Amended | { readonly contradiction: string } | undefined;

/** What amendments of one declaration wait for: its latest whole version. */
interface Awaited {
  readonly group: string;
  readonly declarant: string | undefined;
  /** The latest so far. */
  event?: DeclarationEvent;
  /** One of another declarant was there. */
  isContradicted?: boolean;
  /** Several declarants were there, and the amendments name none. */
  isAmbiguous?: boolean;
}

const OTHER_DECLARANT = 'kept apart, as it names another declarant than the declaration of its MRN';
const SEVERAL = 'kept apart, as several declarations of its MRN name different declarants';

/** Declarations that amendments change, and that the batch has as events (JSON lines or CSV) instead: of each the latest whole version. */
export class AmendmentBases {
  readonly #documentOf: DocumentOf;
  readonly #byGroup: ReadonlyMap<string, Awaited>;
  readonly #byId: ReadonlyMap<string, readonly Awaited[]>;

  constructor(plan: readonly Planned[], documentOf: DocumentOf) {
    this.#documentOf = documentOf;
    const amended = [
      ...groupBy(
        plan.filter((one) => one.kind === 'event'),
        ({ group }) => group,
      ),
    ].filter(([, own]) => isAwaiting(own));
    const awaited = amended.map(([group, own]) => ({
      id: own[0]?.declarationId ?? '',
      group,
      declarant: own.find((one) => one.declarant !== undefined)?.declarant,
    }));
    const byId = groupBy(awaited, ({ id }) => id);
    this.#byId = new Map(
      [...byId].map(([id, all]) => [id, all.map(({ group, declarant }): Awaited => ({ group, declarant }))]),
    );
    this.#byGroup = new Map([...this.#byId.values()].flat().map((one) => [one.group, one]));
  }

  isAwaitedBy(planned: Planned): boolean {
    return planned.kind === 'event' && this.#byGroup.has(planned.group);
  }

  offer(event: DeclarationEvent): void {
    const isWhole = (event.eventType === 'lodged' || event.eventType === 'amended') && event.completeness === 'whole';
    if (isWhole) for (const awaited of this.#byId.get(event.declarationId) ?? []) take(awaited, event);
  }

  /** By group. */
  get versions(): ReadonlyMap<string, number> {
    return new Map(
      [...this.#byGroup].flatMap(([group, { event }]) =>
        event === undefined ? [] : [[group, event.version] as const],
      ),
    );
  }

  /** The declaration as the document that it may have come from, for an amendment that makes a later version of it. */
  baseOf(group: string, version: number): Base {
    const { event, isContradicted, isAmbiguous } = this.#byGroup.get(group) ?? {};
    if (isAmbiguous === true) return { contradiction: SEVERAL };
    if (event === undefined) return isContradicted === true ? { contradiction: OTHER_DECLARANT } : undefined;
    if (event.version >= version) return undefined;
    const document = this.#documentOf(event);
    const { header, otherElements } = document.content();
    return comparable({ ...header, otherElements }) === comparable(event) ? { document, complete: true } : undefined;
  }
}

/** Amendments without a lodgement or replacement among the messages, and not known to be another's. */
function isAwaiting(group: readonly PlannedEvent[]): boolean {
  const kinds = new Set(group.map(({ message }) => message.summary.kind));
  return (
    kinds.has('amendment') &&
    !kinds.has('lodgement') &&
    !kinds.has('replacement') &&
    group.every((one) => one.contradiction === undefined)
  );
}

function take(awaited: Awaited, event: DeclarationEvent): void {
  const { id } = event.declarant ?? {};
  if (!agree(awaited.declarant, id)) awaited.isContradicted = true;
  else if (!agree(awaited.event?.declarant?.id, id)) awaited.isAmbiguous = true;
  else if (event.version >= (awaited.event?.version ?? 0)) awaited.event = event;
}

/** What a declaration says, in one form. One that does not come back as it was is no base: nothing of it is lost on the way. */
function comparable(event: Partial<UncheckedEvent>): string {
  const names = Object.keys(HEADER) as readonly (keyof typeof HEADER)[];
  const others = (event.otherElements ?? []).map(({ path, value }: OtherElement) => `${path} ${value}`).sort();
  return JSON.stringify([names.map((name) => event[name]), others]);
}
