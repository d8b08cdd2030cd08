import { putContainersAtTheirItems } from '../eucdm/containers-at-items.ts';
import { euDialect, type EuMeaning } from '../eucdm/eu-dialect.ts';
import { noticeRows } from '../eucdm/notice-rows.ts';
import { Transposer, type Transposition } from '../xml/transposition.ts';
import { NCTS_ROWS } from './ncts-rows.ts';

export const NCTS_DECLARATION: Transposition = { rows: NCTS_ROWS, afterwards: putContainersAtTheirItems };

const HOLDER = 'HolderOfTheTransitProcedure';
const OFFICES = { CustomsOfficeOfDeparture: 'DeclarationOfficeID' };

export const NCTS_NOTICE: Transposition = { rows: noticeRows('TransitOperation', OFFICES, HOLDER) };

/** Answers of the authority to the holder of the procedure, and of any system of the EU to what it cannot read. */
const ANSWERS: ReadonlyMap<string, EuMeaning> = new Map(
  Object.entries({
    CC004C: 'amendmentAccepted',
    CC009C: 'invalidationDecision',
    CC056C: 'rejection',
    CC019C: 'none',
    CC025C: 'none',
    CC028C: 'none',
    CC029C: 'none',
    CC035C: 'none',
    CC043C: 'none',
    CC045C: 'none',
    CC051C: 'none',
    CC055C: 'none',
    CC057C: 'none',
    CC060C: 'none',
    CC182C: 'none',
    CC906C: 'none',
    CC917C: 'none',
    CC928C: 'none',
  } satisfies Record<string, EuMeaning>),
);

/** Transit declarations of the New Computerised Transit System, phases 5 and 6, and what is said about them. */
export const NCTS_DIALECT = euDialect({
  source: 'NCTS',
  format: 'NCTS CC015C, CC013C, CC014C',
  lodgement: 'CC015C',
  amendment: 'CC013C',
  cancellation: 'CC014C',
  answers: ANSWERS,
  declarant: [
    [HOLDER, 'identificationNumber'],
    [HOLDER, 'TIRHolderIdentificationNumber'],
  ],
  filer: [[HOLDER, 'name']],
  declarations: new Transposer(NCTS_DECLARATION),
  notices: new Transposer(NCTS_NOTICE),
});
