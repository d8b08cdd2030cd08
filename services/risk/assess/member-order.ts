/** A member of an object as canonical JSON writes it: its name, and what opens it: the name quoted, and a colon. */
export interface Member {
  readonly name: string;
  readonly opening: string;
}

/** Names that objects were seen to begin with, one after the other; `members` where an object has just those. */
interface Sequence {
  readonly next: Map<string, Sequence>;
  members?: readonly Member[];
}

/** Objects of one kind have the same names in the same order: their sorting is remembered, for so many different beginnings. */
const MOST_SEQUENCES = 20_000;
const BEGINNING: Sequence = { next: new Map() };
let sequences = 0;

/** The members of an object in the order of RFC 8785: by the UTF-16 code units of their names. */
export function membersOf(object: object): readonly Member[] {
  const names = Object.keys(object);
  let sequence = BEGINNING;
  for (const name of names) {
    const next = sequence.next.get(name);
    if (next !== undefined) sequence = next;
    else if (sequences >= MOST_SEQUENCES) return sorted(names);
    else {
      sequences += 1;
      const added: Sequence = { next: new Map() };
      sequence.next.set(name, added);
      sequence = added;
    }
  }
  return (sequence.members ??= sorted(names));
}

const sorted = (names: readonly string[]): readonly Member[] => [...names].sort().map((name) => ({ name, opening: `${JSON.stringify(name)}:` }));
