import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { loadShippedReference } from '../../../services/adapters/reference-files/shipped-reference.ts';
import { offlineBatches } from '../../../services/cli/offline/offline-batches.ts';
import { createOfflineFlow } from '../../../services/cli/offline/offline-flow.ts';
import { explained } from '../../../services/risk/audience/reason.ts';
import type { Authority, Licence } from '../../../services/risk/facts/facts.ts';
import type { ExplainedFinding } from '../../../services/risk/findings/finding.ts';
import type { ExplainedAssessment } from '../../../services/risk/messages/assessment.ts';
import { eventsOf, textSource } from './sources.ts';

export const GB: Authority = { country: 'GB', currency: 'GBP', timeZone: 'Europe/London' };
export const US: Authority = { country: 'US', currency: 'USD', timeZone: 'America/New_York' };

const policy = loadPolicy('config/policy');

/** The answer to the one declaration in a text, as `assess` gives it, without models. */
export async function judged(
  text: string,
  authority: Authority = GB,
  licences: readonly Licence[] = [],
): Promise<ExplainedAssessment> {
  const flow = createOfflineFlow({
    policy,
    reference: loadShippedReference(authority),
    authority,
    models: [],
    licences,
  });
  const events = (await eventsOf([textSource('declaration', text)], { timeZone: authority.timeZone })).map(
    ({ event }) => ({ file: 'declaration', event }),
  );
  for await (const batch of offlineBatches(inTurn(events), 10, Date.parse('2026-11-25T12:00:00Z'))) {
    const [answer] = (await flow.run(batch)).good;
    if (answer !== undefined) return explained(answer.assessment, policy);
  }
  throw new Error('the text holds no declaration that can be judged');
}

async function* inTurn<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
  await Promise.resolve();
}

export function findingsOf({ findings, items }: ExplainedAssessment): readonly ExplainedFinding[] {
  return [...findings, ...items.flatMap((item) => item.findings)];
}

export const resultOf = (assessment: ExplainedAssessment, id: string): string | undefined =>
  findingsOf(assessment).find((finding) => finding.id === id)?.result;
export const reasonOf = (assessment: ExplainedAssessment, id: string): string | undefined =>
  findingsOf(assessment).find((finding) => finding.id === id)?.reason.inspector;

export interface Stated {
  readonly acceptance?: string;
  readonly type?: string;
  readonly header?: string;
  readonly item?: string;
  readonly commodity?: string;
  readonly classification?: string;
  readonly mass?: string;
  readonly value?: string;
}

/** An import of green coffee, or what is stated otherwise. */
export function coffee(stated: Stated = {}): string {
  const {
    acceptance = '<DateTimeString formatCode="304">20261118153000Z</DateTimeString>',
    type = 'IMA',
    header = '',
    item = '',
    commodity = '',
    classification = '<Classification><ID>09011100</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>',
    mass = '<GoodsMeasure><GrossMassMeasure unitCode="KGM">1050</GrossMassMeasure><NetNetWeightMeasure unitCode="KGM">1000</NetNetWeightMeasure></GoodsMeasure>',
    value = '<StatisticalValueAmount currencyID="GBP">5000</StatisticalValueAmount>',
  } = stated;
  return `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><AcceptanceDateTime>${acceptance}</AcceptanceDateTime><FunctionCode>9</FunctionCode>
<FunctionalReferenceID>Coffee-1a</FunctionalReferenceID><TypeCode>${type}</TypeCode><GoodsItemQuantity>1</GoodsItemQuantity>${header}<Declarant><ID>GB123456789000</ID></Declarant>
<GoodsShipment><TransactionNatureCode>11</TransactionNatureCode><Destination><CountryCode>GB</CountryCode></Destination><ExportCountry><ID>BR</ID></ExportCountry>
<GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric>${value}${item}<Commodity><Description>Green coffee beans, arabica</Description>${classification}${commodity}${mass}</Commodity>
<GovernmentProcedure><CurrentCode>40</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure><Origin><CountryCode>BR</CountryCode><TypeCode>1</TypeCode></Origin>
<Packaging><SequenceNumeric>1</SequenceNumeric><MarksNumbersID>M1</MarksNumbersID><QuantityQuantity>20</QuantityQuantity><TypeCode>BG</TypeCode></Packaging></GovernmentAgencyGoodsItem>
<Importer><ID>GB123456789000</ID></Importer></GoodsShipment></Declaration>`;
}
