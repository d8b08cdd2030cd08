import { AmendmentBases } from '../../../services/intake/amendment-bases.ts';
import { buffer } from '../../../services/intake/buffered-message.ts';
import { EventBuilder } from '../../../services/intake/event-builder.ts';
import { EventDeduplicator } from '../../../services/intake/event-deduplicator.ts';
import type {
  CustomsMessage,
  DeclarationDocument,
  DeclarationMessage,
  NamedDeclaration,
  Notification,
  NotificationMeaning,
} from '../../../services/intake/message.ts';
import { planBatch } from '../../../services/intake/plan-batch.ts';
import type { DeclarationEvent, DeclarationHeader } from '../../../services/risk/declaration/declaration-event.ts';
import { HEADER as FIELDS } from '../../../services/risk/declaration/event-fields.ts';

/** Says nothing: its lists are empty. */
const HEADER = Object.fromEntries(
  Object.entries(FIELDS)
    .filter(([, { kind }]) => kind === 'many')
    .map(([name]) => [name, []]),
) as unknown as DeclarationHeader;

/** A document whose whole content is an office of exit and a loading list: a change states one of them. */
export class OfficeDocument implements DeclarationDocument {
  readonly office: string | undefined;
  readonly list: string | undefined;

  constructor(office?: string, list?: string) {
    this.office = office;
    this.list = list;
  }

  content(): ReturnType<DeclarationDocument['content']> {
    const office = this.office === undefined ? {} : { exitOffice: { id: this.office } };
    return {
      header: { ...HEADER, ...office, ...(this.list === undefined ? {} : { loadingListQuantity: this.list }) },
      otherElements: [],
      source: { format: 'WCO-GB' },
    };
  }

  amendedBy(change: DeclarationDocument): ReturnType<NonNullable<DeclarationDocument['amendedBy']>> {
    if (!(change instanceof OfficeDocument)) return undefined;
    return { document: new OfficeDocument(change.office ?? this.office, change.list ?? this.list), complete: true };
  }
}

export type Stated = Partial<Omit<DeclarationMessage, 'kind'>>;

export function declares(kind: DeclarationMessage['kind'], stated: Stated): DeclarationMessage {
  return {
    kind,
    request: { ...(stated.lrn === undefined ? {} : { functionalReferenceId: stated.lrn }) },
    document: new OfficeDocument('GB000060', '1'),
    ...stated,
  };
}

export function notifies(meaning: NotificationMeaning, ...declarations: readonly NamedDeclaration[]): Notification {
  return {
    kind: 'notification',
    name: meaning,
    meaning,
    declarations,
    request: {},
    lifecycle: () => ({ content: new OfficeDocument().content() }),
  };
}

/** A message in folder "a", or in the one named. */
export type Given = CustomsMessage | readonly [folder: string, message: CustomsMessage];
export type Outcome = DeclarationEvent | { readonly skipped: string };

/** What becomes of the messages of a batch, each a file of its own: "a/0", "a/1". */
export function eventsOf(...given: readonly Given[]): readonly Outcome[] {
  const messages = given.map((one): readonly [string, CustomsMessage] => ('kind' in one ? ['a', one] : one));
  const buffered = messages.flatMap(([folder, message], at) =>
    buffer({ file: `${folder}/${String(at)}`, folder, text: JSON.stringify(message) }, [message], at),
  );
  const plan = planBatch(buffered, undefined);
  const builder = new EventBuilder(
    plan,
    new AmendmentBases([], () => new OfficeDocument()),
    ({ position }) => (messages[position] as readonly [string, CustomsMessage])[1],
    'UTC',
  );
  const distinct = new EventDeduplicator();
  return plan.map((planned) =>
    planned.kind === 'skip' ? { skipped: planned.what } : distinct.distinguish(builder.build(planned)),
  );
}

/** "MA lodged 1 whole". */
export function brief(event: Outcome): string {
  return 'skipped' in event
    ? event.skipped
    : `${event.declarationId} ${event.eventType} ${String(event.version)} ${event.completeness}`;
}
