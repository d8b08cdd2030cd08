import type { DocumentKind } from '../../../risk/facts/facts.ts';
import { absent, found, type Known } from '../../../risk/facts/known.ts';
import { type Held, type Kind, notLoaded } from '../kind.ts';
import { firstProblem, isDocumentCode, isText } from '../rows.ts';

const DOCUMENT_KINDS = ['licence', 'permit', 'certificate', 'other'];

export interface DocumentTypesContent {
  /** By category and type: "X002". */
  readonly types: Readonly<Record<string, DocumentKind>>;
}

export interface DocumentTypesLookUps {
  /** By category and type: "X002". */
  readonly documentKind: (code: string) => Known<DocumentKind>;
}

/** What the codes of additional documents mean: which are licences, and for what. */
export const documentTypes: Kind<'document-types', DocumentTypesContent, DocumentTypesLookUps> = {
  name: 'document-types',
  inWords: 'list of document types',
  whenMissing: 'notReady',
  shape: { types: 'record' },
  rowProblem: ({ types }) =>
    firstProblem('types', Object.entries(types), ([code, { kind, title }]) =>
      isDocumentCode(code) && DOCUMENT_KINDS.includes(kind) && isText(title)
        ? undefined
        : `a code, one of ${DOCUMENT_KINDS.join(', ')}, and a title`,
    ),
  count: ({ types }) => ({ types: Object.keys(types).length }),
  load: (held) => ({ documentKind: held === undefined ? () => notLoaded(documentTypes) : lookUp(held) }),
  questions: { documentKind: (code) => code },
};

function lookUp({ content, from }: Held<DocumentTypesContent>): DocumentTypesLookUps['documentKind'] {
  const answers = new Map(Object.entries(content.types).map(([code, kind]) => [code, found(kind, from)]));
  const nothing = absent(from);
  return (code) => answers.get(code.toUpperCase()) ?? nothing;
}
