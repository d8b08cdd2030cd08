import { wordTable } from '../text/word-table.ts';

/** Names of makers and models that stand for one kind of goods; own compilation from general knowledge. A name that is a word of English, or of many goods, is none. */
const BRANDS = `
glock pistol firearm; beretta pistol firearm; walther pistol firearm; kalashnikov rifle firearm; mossberg shotgun firearm; benelli shotgun firearm
leupold telescopic sight for fitting to arms; nightforce telescopic sight for fitting to arms; eotech holographic sight for fitting to arms; trijicon telescopic sight for fitting to arms; aimpoint telescopic sight for fitting to arms; holosun telescopic sight for fitting to arms; kahles telescopic sight for fitting to arms
riflescope telescopic sight for fitting to arms; riflescopes telescopic sights for fitting to arms; quadcopter unmanned aircraft drone; quadcopters unmanned aircraft drones; mavic unmanned aircraft drone quadcopter; matrice unmanned aircraft drone; agras unmanned aircraft drone
xilinx field programmable gate array integrated circuit; kintex field programmable gate array integrated circuit; virtex field programmable gate array integrated circuit; spartan6 field programmable gate array integrated circuit; zynq field programmable gate array integrated circuit; altera field programmable gate array integrated circuit; stratix field programmable gate array integrated circuit
rigol oscilloscope measuring instrument; tektronix oscilloscope measuring instrument; keysight electronic measuring instrument; skf bearing; timken roller bearing; nsk bearing; ntn bearing; schaeffler bearing; meanwell power supply; ublox satellite navigation receiver module; viagra medicament; gyoza stuffed pasta dumplings`;

const NAMED = wordTable(BRANDS);

/** The goods that a name stands for; undefined where it is none. @param word small letters */
export const goodsOfBrand = (word: string): string | undefined => NAMED.get(word);

/**
 * Names of several words that trade has for goods of one kind, and the words of tariffs for them: chips that are programmed by whoever buys them,
 * vehicles for goods (which a cheat declares as passenger cars), sights, unmanned aircraft, and the bedroom furniture that the scope of the
 * United States' order A-570-890 lists.
 */
const PHRASES: readonly (readonly [pattern: RegExp, goods: string])[] = [
  [/\b(?:gate[- ]arrays?|logic[- ]arrays?|systems?[- ]on[- ]chips?)\b/i, 'integrated circuit'],
  [
    /\b(?:cargo|panel|delivery|goods|box|furgon|luton|curtain[- ]?side) ?-?vans?\b|\bpick-?\s?ups?\b(?!\s+(?:coil|head|tool))/i,
    'vehicle for transport of goods',
  ],
  [
    /\b(?:rifle|gun|weapon|red[- ]dot|reflex|sniper|holographic) ?-?(?:scope|sight)s?\b/i,
    'telescopic sight for fitting to arms',
  ],
  [/\b(?:quad|hexa|octo|multi) ?-?(?:copter|rotor)s?\b/i, 'unmanned aircraft drone'],
  [
    /\b(?:chests?[- ]of[- ]drawers|highboys?|lowboys?|tallboys?|armoires?|chifforobes?|chiffoniers?|nightstands?|(?:door|hall|bedroom)[- ]chests?)\b/i,
    'wooden bedroom furniture',
  ],
];

/** The goods that names of several words stand for, as written and in words. */
export function goodsOfPhrases(description: string): readonly { readonly written: string; readonly goods: string }[] {
  return PHRASES.flatMap(([pattern, goods]) => {
    const [written] = pattern.exec(description) ?? [];
    return written === undefined ? [] : [{ written, goods }];
  });
}
