import { contradictingCodeParts } from '../../declaration/commodity-code.ts';
import type { OtherElement } from '../../declaration/declaration-event.ts';
import { unreadInWords } from '../../declaration/unread/unread-elements.ts';
import type { PriorEvents } from '../../facts/facts.ts';
import { asksForAPerson } from '../../lanes/lane.ts';
import type { DeclarationContext } from '../definition/context.ts';
import { declarationFeature, type Missing, missing } from '../definition/feature.ts';

const from = ({ facts }: DeclarationContext): readonly string[] => [facts.prior.from];

/** What came before of the same declaration, and what of the message is not known. */
export const recordFeatures = [
  declarationFeature('declaration.unmappedElements', 'list<string>', {
    label: 'whether it changes what is judged',
    doc: 'Elements of goods, parties, documents, values or route that no field of the event holds: none, or no value at all, because what they say is not known. A second commodity code counts, where it contradicts the one that judges.',
    tier: 'inspector',
    rests: 'stated',
    of: ({ event }) => {
      const unread = unreadInWords([...event.otherElements, ...secondCodes(event)]);
      return unread === undefined ? [] : missing(`the message states what was not read (${unread})`);
    },
  }),
  declarationFeature('declaration.version', 'double', {
    label: 'version',
    doc: 'Version of the declaration that the event carries.',
    tier: 'inspector',
    rests: 'stated',
    of: ({ event }) => event.version,
  }),
  declarationFeature('declaration.highestVersion', 'double', {
    label: 'versions seen before',
    doc: 'Highest version of the declaration seen before; 0 where none was.',
    tier: 'inspector',
    rests: 'stated',
    of: ({ facts }) =>
      facts.prior.state === 'found'
        ? facts.prior.value.highestVersion
        : facts.prior.state === 'absent'
          ? 0
          : missing(facts.prior.why),
    from,
  }),
  declarationFeature('declaration.versionState', 'string', {
    label: 'place in the order of versions',
    doc: 'first, next, current (the version that was last seen, for events that change nothing), ahead (versions between are missing, or the lodgement), repeated, or older.',
    tier: 'inspector',
    rests: 'stated',
    of: (context) => {
      const prior = priorOf(context);
      return 'missing' in prior ? prior : versionState(context, prior.highestVersion);
    },
    from,
  }),
  declarationFeature('declaration.cancelledBefore', 'bool', {
    label: 'whether it was cancelled before',
    doc: 'Whether a cancellation of the declaration came before this event.',
    tier: 'inspector',
    rests: 'stated',
    of: (context) => {
      const prior = priorOf(context);
      return 'missing' in prior ? prior : prior.cancelled;
    },
    from,
  }),
  declarationFeature('declaration.referredBefore', 'bool', {
    label: 'whether it was referred before',
    doc: 'Whether an earlier assessment of the declaration put it before a person (red, query or yellow).',
    tier: 'inspector',
    rests: 'stated',
    of: (context) => {
      const prior = priorOf(context);
      if ('missing' in prior) return prior;
      switch (prior.lane.state) {
        case 'found':
          return asksForAPerson(prior.lane.value);
        case 'absent':
          return false;
        case 'unknown':
          return missing(prior.lane.why);
      }
    },
    from,
  }),
];

/** Of two codes of one type, or two that contradict each other, one judges the item. */
function secondCodes({ goodsItems }: DeclarationContext['event']): readonly OtherElement[] {
  return goodsItems.flatMap((item) =>
    contradictingCodeParts(item).map((type) => ({ path: `Commodity/Classification/another ${type}`, value: '' })),
  );
}

const NOTHING: PriorEvents = {
  events: 0,
  highestVersion: 0,
  cancelled: false,
  lane: { state: 'absent', from: 'declaration' },
};

function priorOf({ facts }: DeclarationContext): PriorEvents | Missing {
  switch (facts.prior.state) {
    case 'found':
      return facts.prior.value;
    case 'absent':
      return NOTHING;
    case 'unknown':
      return missing(facts.prior.why);
  }
}

function versionState({ event }: DeclarationContext, highest: number): string {
  if (event.version > highest)
    return event.version > highest + 1 ? 'ahead' : highest === 0 ? firstState(event.eventType) : 'next';
  if (event.version < highest) return 'older';
  return event.eventType === 'lodged' || event.eventType === 'amended' ? 'repeated' : 'current';
}

/** Only a lodgement can be the first of a declaration. */
const firstState = (eventType: string): string => (eventType === 'lodged' ? 'first' : 'ahead');
