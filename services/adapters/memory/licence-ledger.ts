import Big from 'big.js';
import type { Draw } from '../../risk/licensing/draw.ts';
import type { Licence, WriteOffAnswer } from '../../risk/facts/facts.ts';
import type { LicenceLedger } from '../../scoring/ports/licence-ledger.ts';

interface Taken {
  readonly draw: Draw;
  readonly answer: WriteOffAnswer;
}

/** A ledger held in memory, over a register held in memory: for offline commands and tests. */
export function createMemoryLicenceLedger(licences: readonly Licence[]): LicenceLedger {
  const answered = new Map<string, WriteOffAnswer>();
  let taken: readonly Taken[] = [];
  return { reserve: (draws) => Promise.resolve(draws.map(reserve)) };

  function reserve(draw: Draw): WriteOffAnswer {
    const key = JSON.stringify([draw.eventId, draw.item, draw.document]);
    const before = answered.get(key);
    if (before) return before;
    const others = taken.filter(({ draw: other }) => other.declarationId !== draw.declarationId || other.eventId === draw.eventId);
    const answer = answerTo(draw, licences, others);
    taken = [...others, { draw, answer }];
    answered.set(key, answer);
    return answer;
  }
}

function answerTo(draw: Draw, licences: readonly Licence[], taken: readonly Taken[]): WriteOffAnswer {
  const unit = draw.unit === undefined ? {} : { unit: draw.unit };
  const line = licences.find((licence) => licence.id === draw.licenceId)?.lines.find((candidate) => candidate.line === draw.line);
  if (draw.line === undefined || line?.quantity === undefined) return { enough: 'undetermined', ...unit };
  const drawn = taken.filter(({ draw: other, answer }) => other.licenceId === draw.licenceId && other.line === draw.line && answer.enough === 'yes');
  const remaining = drawn.reduce((left, { draw: other }) => left.minus(other.quantity), new Big(line.quantity));
  return { enough: remaining.gte(draw.quantity) ? 'yes' : 'no', remaining: remaining.toFixed(), ...unit };
}
