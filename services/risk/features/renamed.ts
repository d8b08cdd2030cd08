/**
 * Names that features had before, and their names now. Policies that say the older one go on working, and what they see goes on
 * record under the name that they said.
 */
export const RENAMED_FEATURES: ReadonlyMap<string, string> = new Map([
  ['item.toldMismatchPValue', 'item.mismatchPValueOrOne'],
  ['item.toldAnomalyPValue', 'item.anomalyPValueOrOne'],
  ['item.tellingWords', 'item.salientWords'],
  ['item.dutySpared', 'item.dutyDifferential'],
  ['item.dutyPerhapsSpared', 'item.possibleDutyDifferential'],
  ['item.controlsSpared', 'item.controlsAvoided'],
  ['item.figuresBelowZero', 'item.negativeFields'],
  ['item.descriptionUnread', 'item.descriptionUnreadable'],
  ['declaration.routeDoublesBack', 'declaration.routeBacktracks'],
  ['declaration.routeEndsElsewhere', 'declaration.routeOmitsDestination'],
  ['declaration.elementsUnread', 'declaration.unmappedElements'],
  ['declaration.consigneesElsewhere', 'declaration.consigneesOutsideDestination'],
]);

/** The name that a feature has now, whichever of its names it is asked by. */
export const currentName = (name: string): string => RENAMED_FEATURES.get(name) ?? name;
