import { putContainersAtTheirItems } from '../eucdm/containers-at-items.ts';
import { euDialect, type EuMeaning } from '../eucdm/eu-dialect.ts';
import { noticeRows } from '../eucdm/notice-rows.ts';
import { Transposer, type Transposition } from '../xml/transposition.ts';
import { AES_ROWS } from './aes-rows.ts';
import { nameInternalCurrency } from './internal-currency.ts';

export const AES_DECLARATION: Transposition = {
  rows: AES_ROWS,
  afterwards: (declaration) => {
    putContainersAtTheirItems(declaration);
    nameInternalCurrency(declaration);
  },
};

const OFFICES = {
  CustomsOfficeOfExport: 'DeclarationOfficeID',
  CustomsOfficeOfExitDeclared: 'ExitOffice/ID',
  CustomsOfficeOfExitActual: 'ExitOffice/ID',
};

export const AES_NOTICE: Transposition = { rows: noticeRows('ExportOperation', OFFICES, 'Declarant') };

/** Answers of the authority to declarants and carriers. */
const ANSWERS: ReadonlyMap<string, EuMeaning> = new Map(
  Object.entries({
    CC504C: 'amendmentAccepted',
    CC509C: 'invalidationDecision',
    CC556C: 'rejection',
    CC599C: 'exit',
    CC522C: 'none',
    CC525C: 'none',
    CC528C: 'none',
    CC529C: 'none',
    CC548C: 'none',
    CC551C: 'none',
    CC557C: 'none',
    CC560C: 'none',
    CC582C: 'none',
  } satisfies Record<string, EuMeaning>),
);

/** Export declarations of the EU's Automated Export System, and what is said about them. */
export const AES_DIALECT = euDialect({
  source: 'AES',
  format: 'EU AES CC515C, CC513C, CC514C',
  lodgement: 'CC515C',
  amendment: 'CC513C',
  cancellation: 'CC514C',
  answers: ANSWERS,
  declarant: [['Declarant', 'identificationNumber']],
  filer: [
    ['Exporter', 'identificationNumber'],
    ['Declarant', 'name'],
  ],
  declarations: new Transposer(AES_DECLARATION),
  notices: new Transposer(AES_NOTICE),
});
