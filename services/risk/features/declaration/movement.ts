import { declarationFeature, missing } from '../definition/feature.ts';

/** Which way the goods go, and what the event is. */
export const movementFeatures = [
  declarationFeature('declaration.direction', 'string', {
    label: 'direction',
    doc: 'import or export, by the declaration type.',
    tier: 'trader',
    rests: 'stated',
    of: ({ direction }) => direction ?? missing('the declaration type is neither an import nor an export'),
  }),
  declarationFeature('declaration.directionKnown', 'bool', {
    label: 'whether the declaration is for import or for export',
    doc: 'Whether the declaration type says import or export.',
    tier: 'trader',
    rests: 'whole',
    of: ({ direction }) => direction !== undefined,
  }),
  declarationFeature('declaration.additionalType', 'string', {
    label: 'additional declaration type',
    doc: 'Third letter of the declaration type (D.E. 1/2): A and D standard, B, C, E and F simplified, J and K customs clearance request (UK C21), Y and Z supplementary; "" where none is stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => event.typeCode?.[2] ?? '',
  }),
  declarationFeature('declaration.eventType', 'string', {
    label: 'event type',
    doc: 'lodged, amended, reassess, cancelled, exited or unrecognised.',
    tier: 'trader',
    rests: 'stated',
    of: ({ event }) => event.eventType,
  }),
  declarationFeature('declaration.partial', 'bool', {
    label: 'whether only changes are known',
    doc: 'Whether the event is a change set whose base is not known.',
    tier: 'trader',
    rests: 'stated',
    of: ({ event }) => event.completeness !== 'whole',
  }),
  declarationFeature('declaration.authorityCountry', 'string', {
    label: "authority's country",
    doc: 'Country of the authority that judges (ISO 3166), for formalities that only one country asks for.',
    tier: 'trader',
    rests: 'stated',
    of: ({ facts }) => facts.authority.country,
  }),
  declarationFeature('declaration.authorityCurrency', 'string', {
    label: "authority's currency",
    doc: 'Currency in which values are compared (ISO 4217).',
    tier: 'trader',
    rests: 'stated',
    of: ({ facts }) => facts.authority.currency,
  }),
  declarationFeature('declaration.borderMode', 'string', {
    label: 'mode of transport at the border',
    doc: 'Mode of transport at the border (D.E. 7/4): 1 sea, 2 rail, 3 road, 4 air, 5 post, 7 pipes and lines, 8 inland water, 9 own propulsion; "" where none is stated.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => event.borderTransportMeans?.modeCode ?? '',
  }),
  declarationFeature('declaration.destination', 'string', {
    label: 'country of destination',
    doc: 'Country of destination of the shipment, "" where only items state one, or none does.',
    tier: 'trader',
    rests: 'whole',
    of: ({ event }) => event.goodsShipment?.destinationCountryCode ?? '',
  }),
];
