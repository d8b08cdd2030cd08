import type { NotificationMeaning, RequestStanding } from '../../../intake/message.ts';

/** Names of the responses of the UK's declaration management system (DMS), by Response/FunctionCode. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '01': 'DMSACC',
    '02': 'DMSRCV',
    '03': 'DMSREJ',
    '05': 'DMSCTL',
    '06': 'DMSDOC',
    '07': 'DMSRES',
    '08': 'DMSROG',
    '09': 'DMSCLE',
    '10': 'DMSINV',
    '11': 'DMSREQ',
    '13': 'DMSTAX',
    '14': 'DMSCPI',
    '15': 'DMSCPR',
    '16': 'DMSEOG',
    '17': 'DMSEXT',
    '18': 'DMSGER',
    '50': 'DMSALV',
    '51': 'DMSQRY',
  }),
);

const MEANINGS: ReadonlyMap<string, NotificationMeaning> = new Map(
  Object.entries({
    '03': 'rejection',
    '07': 'amendmentAccepted',
    '10': 'invalidation',
    '11': 'requestPosition',
    '16': 'exit',
  } satisfies Record<string, NotificationMeaning>),
);

/** Status/NameCode of a DMSREQ: the customs position on the request. Any other leaves it open. */
const POSITIONS: ReadonlyMap<string, RequestStanding> = new Map([
  ['39', 'granted'],
  ['41', 'refused'],
]);

/** @param functionCode Response/FunctionCode */
export function meaningOf(functionCode: string | undefined): NotificationMeaning {
  return MEANINGS.get(functionCode?.padStart(2, '0') ?? '') ?? 'none';
}

/** @param statuses Status/NameCode of a DMSREQ, as stated */
export function positionOf(statuses: readonly string[]): RequestStanding {
  const positions = statuses.flatMap((status) => POSITIONS.get(status) ?? []);
  return positions.includes('granted') ? 'granted' : (positions[0] ?? 'open');
}

/** "DMSTAX"; a code not listed here keeps its number. */
export function notificationName(functionCode: string | undefined): string {
  if (functionCode === undefined) return 'without function code';
  const known = NAMES.get(functionCode.padStart(2, '0'));
  return (
    known ??
    (/^\w{1,3}$/.test(functionCode) ? `with function code ${functionCode}` : 'with an unreadable function code')
  );
}
