import { goodOf } from '../goods/catalogue.ts';
import type { Good } from '../goods/good.ts';
import type { Strength } from '../label.ts';
import { papersFor } from '../shipment/ordinary-shipment.ts';
import type { Line } from '../shipment/shipment.ts';
import { shipmentWith, withFirstLine } from './business.ts';
import { type Disguise, DISGUISES, HONEST_ODDITIES } from './disguises.ts';
import type { Occasion, Scheme, Told } from './scheme.ts';

/** One thing is shipped, the code of another declared: its duty is lower, or it needs no licence. Value and mass stay those of the true goods. */
export const WRONG_CODE: Scheme = { name: 'wrongCode', commit, lookAlike };

function commit(occasion: Occasion, strength: Strength): Told {
  const disguise = occasion.chance.pick(DISGUISES.filter((entry) => entry.strength === strength));
  const truth = goodOf(disguise.truth);
  const genuine = shipmentWith(occasion, disguise.direction, truth);
  const papers = papersFor(goodOf(disguise.declared), genuine.trader);
  const shipment = withFirstLine(genuine, (line) => ({ ...disguised(line, truth, disguise), papers }));
  return { shipment, note: `${truth.texts[0]} (${truth.code}) declared as ${disguise.declared}: ${disguise.gain}` };
}

/** The count is restated in the unit that the declared code asks for; a blatant one does not even trouble to have one. */
function disguised(line: Line, truth: Good, disguise: Disguise): Line {
  const { unit } = goodOf(disguise.declared);
  const { quantity, ...uncounted } = unlicensed(line);
  const counted =
    quantity === undefined || unit === undefined
      ? {}
      : { quantity: { hundredths: quantity.hundredths * (truth.unit === 'DZN' && unit !== 'DZN' ? 12 : 1), unit } };
  return {
    ...uncounted,
    code: disguise.declared,
    text: disguise.words ?? line.text,
    ...(disguise.strength === 'blatant' ? {} : counted),
  };
}

function unlicensed({ licenceId: _, licenceDocument: __, ...line }: Line): Line {
  return line;
}

function lookAlike(occasion: Occasion): Told {
  const { code, words } = occasion.chance.pick(HONEST_ODDITIES);
  const shipment = withFirstLine(shipmentWith(occasion, 'import', goodOf(code)), (line) => ({ ...line, text: words }));
  return { shipment, note: `${words}: truly ${code}` };
}
