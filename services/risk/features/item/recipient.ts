import { commodityCodeOf, whyNoCode } from '../../declaration/commodity-code.ts';
import type { PartyFact } from '../../facts/party-fact.ts';
import type { ItemContext } from '../definition/context.ts';
import { itemFeature, missing } from '../definition/feature.ts';
import { sourcesOfLines, withLine } from '../parties/with-line.ts';

/** Who receives the item. */
export const recipientFeatures = [
  itemFeature('item.recipientsUnfit', 'list<string>', {
    label: 'recipients whose business has no use for such goods',
    doc: 'Consignees and end users of the item in a line of business that has no use for goods of its code: "Bank of Anatolia (bank)".',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => {
      const code = commodityCodeOf(context.goods);
      if (code === undefined) return missing(whyNoCode(context.goods));
      return withLine(partiesOfItem(context), ['consignee', 'endUser'], ({ unfit }) =>
        unfit.some((beginning) => code.startsWith(beginning)),
      );
    },
    from: sourcesOfLines,
  }),
];

/** Those that the item names, and the shipment's where it names none in that role. */
function partiesOfItem({ facts, item, goods }: ItemContext): readonly PartyFact[] | undefined {
  const index = facts.items.indexOf(item);
  return facts.parties?.filter(
    (party) => party.item === index || (party.item === undefined && goods[party.role] === undefined),
  );
}
