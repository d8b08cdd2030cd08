/**
 * Version of the judgement itself: features, rules, score and lanes. Raised with every change that can make the same facts
 * and the same policy come out differently; a replay says which one it ran with.
 */
export const ENGINE = '2';
