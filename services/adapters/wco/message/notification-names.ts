/** Names of the responses of the UK's declaration management system (DMS), by Response/FunctionCode. */
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries({
  '01': 'DMSACC', '02': 'DMSRCV', '03': 'DMSREJ', '05': 'DMSCTL', '06': 'DMSDOC', '07': 'DMSRES', '08': 'DMSROG', '09': 'DMSCLE', '10': 'DMSINV', '11': 'DMSREQ', '13': 'DMSTAX',
  '14': 'DMSCPI', '15': 'DMSCPR', '16': 'DMSEOG', '17': 'DMSEXT', '18': 'DMSGER', '50': 'DMSALV', '51': 'DMSQRY',
}));

/** The goods have left. */
export const EXIT = 'DMSEOG';
/** The declaration is invalidated. */
export const INVALIDATION = 'DMSINV';
/** A declaration or a request is rejected: it never took effect. */
export const REJECTION = 'DMSREJ';
/** The customs position on a request to amend or cancel. */
export const REQUEST_ANSWER = 'DMSREQ';
/** The answer to an amendment: states the version that it made. */
export const AMENDED = 'DMSRES';

/** "DMSTAX"; a code not listed here keeps its number. */
export function notificationName(functionCode: string | undefined): string {
  if (functionCode === undefined) return 'without function code';
  const known = NAMES.get(functionCode.padStart(2, '0'));
  return known ?? (/^\w{1,3}$/.test(functionCode) ? `with function code ${functionCode}` : 'with an unreadable function code');
}
