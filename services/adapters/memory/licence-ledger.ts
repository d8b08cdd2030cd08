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
  const taken = new Map<string, Taken>();
  return {
    reserve: (draws) =>
      Promise.resolve(
        draws.map((draw) => {
          const key = JSON.stringify([draw.eventId, draw.item, draw.document]);
          const before = taken.get(key);
          if (before) return before.answer;
          for (const [other, { draw: earlier }] of taken) if (earlier.declarationId === draw.declarationId && earlier.eventId !== draw.eventId) taken.delete(other);
          const answer = answerTo(draw, licences, [...taken.values()]);
          taken.set(key, { draw, answer });
          return answer;
        }),
      ),
  };
}

function answerTo(draw: Draw, licences: readonly Licence[], taken: readonly Taken[]): WriteOffAnswer {
  const unit = draw.unit === undefined ? {} : { unit: draw.unit };
  const line = licences.find((licence) => licence.id === draw.licenceId)?.lines.find((candidate) => candidate.line === draw.line);
  if (draw.line === undefined || line?.quantity === undefined) return { enough: 'undetermined', ...unit };
  const drawn = taken.filter(({ draw: other, answer }) => other.licenceId === draw.licenceId && other.line === draw.line && answer.enough === 'yes');
  const remaining = drawn.reduce((left, { draw: other }) => left.minus(other.quantity), new Big(line.quantity));
  return { enough: remaining.gte(draw.quantity) ? 'yes' : 'no', remaining: remaining.toFixed(), ...unit };
}
