import type { CustomsMessage } from '../../intake/message.ts';
import type { Direction } from '../../risk/declaration/direction.ts';
import { TransposedDocument } from '../wco/message/transposed-document.ts';
import { textAt, type XmlElement } from '../xml/element.ts';
import { Transposer, type Transposition } from '../xml/transposition.ts';
import type { XmlDialect } from '../xml/xml-dialect.ts';
import { yearOf } from './asycuda-days.ts';
import { asycudaRows } from './asycuda-rows.ts';
import { completeDeclaration, directionIn } from './complete-declaration.ts';

const ROOT = 'ASYCUDA';

/** By the way that the goods go. */
export const ASYCUDA_DECLARATION: Readonly<Record<Direction, Transposition>> = {
  import: transpositionFor('import'),
  export: transpositionFor('export'),
};

const TRANSPOSERS: Readonly<Record<Direction, Transposer>> = {
  import: new Transposer(ASYCUDA_DECLARATION.import),
  export: new Transposer(ASYCUDA_DECLARATION.export),
};

/** The Single Administrative Document as ASYCUDA World exports it. Every file is the whole declaration; changes come as the declaration anew. */
export const ASYCUDA_DIALECT: XmlDialect = {
  format: 'ASYCUDA World SAD',
  messagesIn: (root) => {
    const found = root.name === ROOT ? [root] : root.children.filter(({ name }) => name === ROOT);
    return found.length === 0 ? undefined : found.map(lodgement);
  },
};

function transpositionFor(direction: Direction): Transposition {
  return {
    rows: asycudaRows(direction),
    afterwards: (declaration, source) => {
      completeDeclaration(declaration, source, direction);
    },
  };
}

function lodgement(sad: XmlElement): CustomsMessage {
  const [mrn, lrn, declarant] = [registrationOf(sad), referenceOf(sad), textAt(sad, 'Declarant', 'Declarant_code')];
  return {
    kind: 'lodgement',
    request: {},
    document: new TransposedDocument(sad, TRANSPOSERS[directionIn(sad) ?? 'import'], 'ASYCUDA'),
    ...(mrn === undefined ? {} : { mrn }),
    ...(lrn === undefined ? {} : { lrn }),
    ...(declarant === undefined ? {} : { declarant }),
  };
}

/** A registered declaration is known by office, year, serial letter and number together; undefined where one of them is missing. */
function registrationOf(sad: XmlElement): string | undefined {
  const office = textAt(sad, 'Identification', 'Office_segment', 'Customs_clearance_office_code');
  const [serial, number, date = ''] = ['Serial_number', 'Number', 'Date'].map((name) =>
    textAt(sad, 'Identification', 'Registration', name),
  );
  const digits = /^(\d{4})-|[/.](\d{4}|\d{2})$/
    .exec(date)
    ?.slice(1)
    .find((part) => part !== undefined);
  return office === undefined || serial === undefined || number === undefined || digits === undefined
    ? undefined
    : `${office}${yearOf(digits)}${serial}${number}`;
}

/** The declarant's own number counts within a year. */
function referenceOf(sad: XmlElement): string | undefined {
  const [year, number] = ['Year', 'Number'].map((name) => textAt(sad, 'Declarant', 'Reference', name));
  return number === undefined ? undefined : `${year === undefined ? '' : `${year}-`}${number}`;
}
