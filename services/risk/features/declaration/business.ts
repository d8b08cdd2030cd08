import type { BusinessCategory, PartyRole } from '../../facts/party-fact.ts';
import type { DeclarationContext } from '../definition/context.ts';
import { declarationFeature, type Missing } from '../definition/feature.ts';
import { sourcesOfLines, withLine } from '../parties/with-line.ts';
import { zonesNamed } from './free-zone.ts';

/** What the parties do for a living, as far as their names and addresses tell. */
export const businessFeatures = [
  byCategory('declaration.exportersInTransport', 'exporter', 'transport', {
    label: 'exporters that move the goods of others',
    doc: 'Exporters with the name of a forwarder, carrier, customs broker or warehouse keeper.',
  }),
  byCategory('declaration.consigneesInTransport', 'consignee', 'transport', {
    label: 'consignees that move the goods of others',
    doc: 'Consignees with the name of a forwarder, carrier, customs broker or warehouse keeper.',
  }),
  byCategory('declaration.endUsersInTransport', 'endUser', 'transport', {
    label: 'end users that move the goods of others',
    doc: 'End users with the name of a forwarder, carrier, customs broker or warehouse keeper.',
  }),
  byCategory('declaration.consigneesAtConvenienceAddress', 'consignee', 'address', {
    label: 'consignees at an address of convenience',
    doc: 'Consignees whose address is a post box, a mail-forwarding service or a serviced or virtual office.',
  }),
  byCategory('declaration.consigneesInGeneralTrade', 'consignee', 'general', {
    label: 'consignees that trade in everything',
    doc: 'Consignees whose names say that they trade, and in nothing of their own: "general trading".',
  }),
  declarationFeature('declaration.consigneesInFreeZones', 'list<string>', {
    label: 'consignees in free zones',
    doc: 'Consignees whose name or address is that of a free zone, by words ("FZE") or as the list of countries names it.',
    tier: 'inspector',
    rests: 'whole',
    of: (context) => {
      const told = parties(context, 'consignee', 'zone');
      return 'missing' in told ? told : [...new Set([...told, ...zonesNamed(context)])];
    },
    from: sourcesOfLines,
  }),
];

function byCategory(
  name: `declaration.${string}`,
  role: PartyRole,
  category: BusinessCategory,
  { label, doc }: { readonly label: string; readonly doc: string },
) {
  return declarationFeature(name, 'list<string>', {
    label,
    doc: `${doc} Each with what it is taken for: "DHL Global (express or postal carrier)".`,
    tier: 'inspector',
    rests: 'whole',
    of: (context) => parties(context, role, category),
    from: sourcesOfLines,
  });
}

/** Parties of a role with a line of that category, each once. */
function parties(
  { facts }: DeclarationContext,
  role: PartyRole,
  category: BusinessCategory,
): readonly string[] | Missing {
  return withLine(facts.parties, [role], (line) => line.category === category);
}
