import Big from 'big.js';
import type { Licence, WriteOffAnswer } from '../../risk/facts/facts.ts';
import type { Draw } from '../../risk/licensing/draw.ts';
import type { LicenceLedger } from '../../scoring/ports/licence-ledger.ts';

/** A ledger that a register of events in memory can tell of dead letters. */
export interface MemoryLicenceLedger extends LicenceLedger {
  /** Undoes the draws of these events; those that gave way to them count again, unless a still later event draws in their place. */
  release(eventIds: readonly string[]): void;
}

interface WriteOff {
  readonly draw: Draw;
  readonly answer: WriteOffAnswer;
  /** The later event of the same declaration that draws instead. */
  readonly supersededBy?: string;
}

/** A ledger held in memory, over a register held in memory: for offline commands and tests. */
export function createMemoryLicenceLedger(licences: readonly Licence[]): MemoryLicenceLedger {
  const writeOffs = new Map<string, WriteOff>();
  return {
    reserve: (draws) => Promise.resolve(draws.map(reserve)),
    release: (eventIds) => releaseFrom(writeOffs, new Set(eventIds)),
  };

  function reserve(draw: Draw): WriteOffAnswer {
    const before = writeOffs.get(keyOf(draw));
    if (before) return before.answer;
    for (const [key, writeOff] of writeOffs)
      if (givesWay(writeOff, draw)) writeOffs.set(key, { ...writeOff, supersededBy: draw.eventId });
    const answer = answerTo(draw, licences, [...writeOffs.values()]);
    writeOffs.set(keyOf(draw), { draw, answer });
    return answer;
  }
}

const keyOf = ({ eventId, item, document }: Draw): string => JSON.stringify([eventId, item, document]);

const givesWay = ({ draw, supersededBy }: WriteOff, to: Draw): boolean =>
  supersededBy === undefined && draw.declarationId === to.declarationId && draw.eventId !== to.eventId;

function releaseFrom(writeOffs: Map<string, WriteOff>, undone: ReadonlySet<string>): void {
  const heirs = new Map([...writeOffs.values()].map(({ draw, supersededBy }) => [draw.eventId, supersededBy]));
  const standing = (eventId: string | undefined): string | undefined =>
    eventId !== undefined && undone.has(eventId) ? standing(heirs.get(eventId)) : eventId;
  for (const [key, { supersededBy, ...writeOff }] of writeOffs) {
    const heir = standing(supersededBy);
    if (undone.has(writeOff.draw.eventId)) writeOffs.delete(key);
    else writeOffs.set(key, { ...writeOff, ...(heir !== undefined && { supersededBy: heir }) });
  }
}

function answerTo(draw: Draw, licences: readonly Licence[], writeOffs: readonly WriteOff[]): WriteOffAnswer {
  const unit = draw.unit === undefined ? {} : { unit: draw.unit };
  const line = licences
    .find((licence) => licence.id === draw.licenceId)
    ?.lines.find((candidate) => candidate.line === draw.line);
  if (draw.line === undefined || line?.quantity === undefined) return { enough: 'undetermined', ...unit };
  const drawn = writeOffs.filter(
    ({ draw: other, answer, supersededBy }) =>
      supersededBy === undefined &&
      other.licenceId === draw.licenceId &&
      other.line === draw.line &&
      answer.enough === 'yes',
  );
  const remaining = drawn.reduce((left, { draw: other }) => left.minus(other.quantity), new Big(line.quantity));
  return { enough: remaining.gte(draw.quantity) ? 'yes' : 'no', remaining: remaining.toFixed(), ...unit };
}
