import Big from 'big.js';
import { decimalOf } from '../../risk/declaration/decimal-text.ts';
import type { Licence, WriteOffAnswer } from '../../risk/facts/facts.ts';
import type { PlannedWriteOff } from '../../risk/licensing/write-off.ts';
import type { LicenceLedger } from '../../scoring/ports/licence-ledger.ts';

/** A ledger that a register of events in memory can tell of dead letters. */
export interface MemoryLicenceLedger extends LicenceLedger {
  /** Undoes the write-offs of these events; those that gave way to them count again, unless a still later event writes off in their place. */
  release(eventIds: readonly string[]): void;
}

interface Reservation {
  readonly writeOff: PlannedWriteOff;
  readonly answer: WriteOffAnswer;
  /** The later event of the same declaration that writes off instead. */
  readonly supersededBy?: string;
}

/** A ledger held in memory, over a register held in memory: for offline commands and tests. */
export function createMemoryLicenceLedger(licences: readonly Licence[]): MemoryLicenceLedger {
  const reservations = new Map<string, Reservation>();
  return {
    reserve: (writeOffs) => Promise.resolve(writeOffs.map(reserve)),
    release: (eventIds) => releaseFrom(reservations, new Set(eventIds)),
  };

  function reserve(writeOff: PlannedWriteOff): WriteOffAnswer {
    const before = reservations.get(keyOf(writeOff));
    if (before) return before.answer;
    for (const [key, reservation] of reservations)
      if (givesWay(reservation, writeOff)) reservations.set(key, { ...reservation, supersededBy: writeOff.eventId });
    const answer = answerTo(writeOff, licences, [...reservations.values()]);
    reservations.set(keyOf(writeOff), { writeOff, answer });
    return answer;
  }
}

const keyOf = ({ eventId, item, document }: PlannedWriteOff): string => JSON.stringify([eventId, item, document]);

const givesWay = ({ writeOff, supersededBy }: Reservation, to: PlannedWriteOff): boolean =>
  supersededBy === undefined && writeOff.declarationId === to.declarationId && writeOff.eventId !== to.eventId;

function releaseFrom(reservations: Map<string, Reservation>, undone: ReadonlySet<string>): void {
  const heirs = new Map([...reservations.values()].map((one) => [one.writeOff.eventId, one.supersededBy]));
  const standing = (eventId: string | undefined): string | undefined =>
    eventId !== undefined && undone.has(eventId) ? standing(heirs.get(eventId)) : eventId;
  for (const [key, { supersededBy, ...reservation }] of reservations) {
    const heir = standing(supersededBy);
    if (undone.has(reservation.writeOff.eventId)) reservations.delete(key);
    else reservations.set(key, { ...reservation, ...(heir !== undefined && { supersededBy: heir }) });
  }
}

function answerTo(
  writeOff: PlannedWriteOff,
  licences: readonly Licence[],
  reservations: readonly Reservation[],
): WriteOffAnswer {
  const unit = writeOff.unit === undefined ? {} : { unit: writeOff.unit };
  const line = licences
    .find((licence) => licence.id === writeOff.licenceId)
    ?.lines.find((candidate) => candidate.line === writeOff.line);
  if (writeOff.line === undefined || line?.quantity === undefined) return { enough: 'undetermined', ...unit };
  const remaining = reservations
    .filter((reservation) => countsOn(reservation, writeOff))
    .reduce((left, one) => left.minus(one.writeOff.quantity), new Big(line.quantity));
  return { enough: remaining.gte(writeOff.quantity) ? 'yes' : 'no', remaining: decimalOf(remaining), ...unit };
}

/** Whether a reservation takes from the line that a write-off names. */
function countsOn({ writeOff, answer, supersededBy }: Reservation, of: PlannedWriteOff): boolean {
  const sameLine = writeOff.licenceId === of.licenceId && writeOff.line === of.line;
  return sameLine && supersededBy === undefined && answer.enough === 'yes';
}
