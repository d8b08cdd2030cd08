import type { AdditionalDocument } from '../../declaration/declaration-event.ts';
import { documentCodeOf } from '../../declaration/document-code.ts';
import type { ControlMeasure } from '../../facts/facts.ts';
import type { ItemContext } from '../definition/context.ts';
import { itemFeature, type Missing, missing } from '../definition/feature.ts';

const source = ({ item }: ItemContext): readonly string[] => [item.controls.from];

/** Controls on the code, and whether the declaration answers them. */
export const controlFeatures = [
  itemFeature('item.controls', 'list<string>', {
    label: 'controls on the code',
    doc: 'Titles of the export or import controls that attach to the code, certain or possible.',
    tier: 'inspector',
    rests: 'stated',
    of: (context) => titles(controlsOf(context)),
    from: source,
  }),
  itemFeature('item.controlsUnanswered', 'list<string>', {
    label: 'licences for the controls on the code',
    doc: 'Controls on everything under the code for which neither a licence nor a waiver is cited, with their legal basis.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => titles(unanswered(context, 'always')),
    from: source,
  }),
  itemFeature('item.controlsPossiblyUnanswered', 'list<string>', {
    label: 'licences for possible controls on the code',
    doc: 'Controls on some goods of the code for which neither a licence nor a waiver is cited.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => titles(unanswered(context, 'possible')),
    from: source,
  }),
  itemFeature('item.controlsOfHighConcernUnanswered', 'list<string>', {
    label: 'licences for possible controls of high concern',
    doc: 'Those of them that are of high concern: sights for arms, key precursors of chemical weapons, large unmanned aircraft.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => titles(ofHighConcern(unanswered(context, 'possible'))),
    from: source,
  }),
  itemFeature('item.highPriority', 'bool', {
    label: 'whether the goods are high-priority items',
    doc: 'Whether the code is one of the common high-priority items sought for weapons (50 HS6 codes).',
    tier: 'inspector',
    rests: 'stated',
    of: ({ item }) =>
      item.highPriority.state === 'unknown' ? missing(item.highPriority.why) : item.highPriority.state === 'found',
    from: ({ item }) => [item.highPriority.from],
  }),
  itemFeature('item.highPriorityTier', 'string', {
    label: 'tier of the high-priority list',
    doc: 'Tier of the common high-priority list that names the code; "" where none does.',
    tier: 'inspector',
    rests: 'stated',
    of: ({ item }) =>
      item.highPriority.state === 'unknown'
        ? missing(item.highPriority.why)
        : item.highPriority.state === 'found'
          ? item.highPriority.value.tier
          : '',
    from: ({ item }) => [item.highPriority.from],
  }),
];

const ofHighConcern = (controls: readonly ControlMeasure[] | Missing): readonly ControlMeasure[] | Missing =>
  'missing' in controls ? controls : controls.filter(({ concern }) => concern === 'high');

function controlsOf({ item }: ItemContext): readonly ControlMeasure[] | Missing {
  switch (item.controls.state) {
    case 'found':
      return item.controls.value;
    case 'absent':
      return [];
    case 'unknown':
      return missing(item.controls.why);
  }
}

function unanswered(context: ItemContext, certainty: ControlMeasure['certainty']): readonly ControlMeasure[] | Missing {
  const controls = controlsOf(context);
  if ('missing' in controls) return controls;
  const open = controls.filter((control) => control.certainty === certainty);
  if (open.length === 0) return open;
  const documents = [...context.goods.additionalDocuments, ...context.event.additionalDocuments];
  const subjects = new Set(
    context.item.documents.flatMap(({ kind }) =>
      kind.state === 'found' && kind.value.subject !== undefined ? [kind.value.subject] : [],
    ),
  );
  return open.filter(
    (control) => !subjects.has(control.subject) && !documents.some((document) => answers(document, control)),
  );
}

/** A document answers a control by its code; a waiver may be a document or the status of one. */
function answers(document: AdditionalDocument, { documentCodes, waiverCodes }: ControlMeasure): boolean {
  const { lpcoExemptionCode } = document;
  const code = documentCodeOf(document);
  return (
    documentCodes.includes(code) ||
    waiverCodes.includes(code) ||
    (lpcoExemptionCode !== undefined && waiverCodes.includes(lpcoExemptionCode))
  );
}

const titles = (controls: readonly ControlMeasure[] | Missing): readonly string[] | Missing =>
  'missing' in controls ? controls : controls.map(({ title, legalBasis }) => `${title} (${legalBasis})`);
