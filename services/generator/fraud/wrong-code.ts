import { goodOf } from '../goods/catalogue.ts';
import type { Good } from '../goods/good.ts';
import { papersFor } from '../shipment/ordinary-shipment.ts';
import type { Line } from '../shipment/shipment.ts';
import { shipmentWith, withFirstLine } from './business.ts';
import { type Disguise, DISGUISES, LEGITIMATE_ODDITIES } from './disguises.ts';
import type { Disguised, FraudPattern, Occasion } from './fraud-pattern.ts';
import type { Difficulty } from './label.ts';

/** One thing is shipped, the code of another declared: its duty is lower, or it needs no licence. Value and mass stay those of the true goods. */
export const WRONG_CODE: FraudPattern = { name: 'wrongCode', commit, lookAlike };

function commit(occasion: Occasion, difficulty: Difficulty): Disguised {
  const disguise = occasion.rng.pick(DISGUISES.filter((entry) => entry.difficulty === difficulty));
  const truth = goodOf(disguise.trueCode);
  const genuine = shipmentWith(occasion, disguise.direction, truth);
  const papers = papersFor(goodOf(disguise.declaredCode), genuine.trader);
  const shipment = withFirstLine(genuine, (line) => ({ ...disguised(line, truth, disguise), papers }));
  return {
    shipment,
    note: `${truth.texts[0]} (${truth.code}) declared as ${disguise.declaredCode}: ${disguise.motive}`,
  };
}

/** The count is restated in the unit that the declared code asks for; a blatant one does not even trouble to have one. */
function disguised(line: Line, truth: Good, disguise: Disguise): Line {
  const { unit } = goodOf(disguise.declaredCode);
  const { quantity, ...uncounted } = unlicensed(line);
  const counted =
    quantity === undefined || unit === undefined
      ? {}
      : { quantity: { hundredths: quantity.hundredths * (truth.unit === 'DZN' && unit !== 'DZN' ? 12 : 1), unit } };
  return {
    ...uncounted,
    code: disguise.declaredCode,
    text: disguise.description ?? line.text,
    ...(disguise.difficulty === 'blatant' ? {} : counted),
  };
}

function unlicensed({ licenceId: _, licenceDocument: __, ...line }: Line): Line {
  return line;
}

function lookAlike(occasion: Occasion): Disguised {
  const { code, words } = occasion.rng.pick(LEGITIMATE_ODDITIES);
  const shipment = withFirstLine(shipmentWith(occasion, 'import', goodOf(code)), (line) => ({ ...line, text: words }));
  return { shipment, note: `${words}: truly ${code}` };
}
