import type { Referral, ReferralFinding, ReferralItem } from '../../../services/risk/messages/referral.ts';
import type { Layout } from './layout.ts';
import { findingsOf } from './top-referrals.ts';

const MOST_REASONS = 4;
const MOST_TASKS = 3;
const MOST_DOCUMENTS = 3;

/** A referral as the inspector on duty reads it: where the goods are, why they were stopped, what to look for and what to ask for. */
export function referralText(referral: Referral, layout: Layout): string {
  const item = worstItem(referral);
  const lines = [
    layout.strong(
      `${referral.lane.toUpperCase()} · ${referral.declarationId} · ${referral.direction} · score ${String(referral.score)}`,
    ),
    `  where      ${whereText(referral)}`,
    `  goods      ${goodsText(referral, item)}`,
    ...partyLines(referral),
    ...listed('why', reasonsOf(referral), MOST_REASONS),
    ...listed(
      'look for',
      [...new Set([...referral.whatToLookFor, ...referral.items.flatMap((one) => one.whatToLookFor)])],
      MOST_TASKS,
    ),
    ...listed('ask for', documentsOf(referral), MOST_DOCUMENTS),
    ...stakesLines(referral, item),
  ];
  return lines.join('\n');
}

function whereText({ officeId, goodsLocation, containers, deadline }: Referral): string {
  const boxes = containers.map(
    ({ id, seals }) => `container ${id}${seals.length === 0 ? '' : ` (seal ${seals.join(', ')})`}`,
  );
  return [
    `office ${officeId ?? 'not stated'}`,
    ...[goodsLocation?.name ?? goodsLocation?.id, goodsLocation?.address?.cityName].filter(
      (part) => part !== undefined,
    ),
    ...boxes.slice(0, 2),
    ...(boxes.length > 2 ? [`and ${String(boxes.length - 2)} more`] : []),
    ...(deadline === undefined ? [] : [`answer by ${deadline}`]),
  ].join(', ');
}

function goodsText({ items }: Referral, item: ReferralItem | undefined): string {
  if (item === undefined) return 'not stated';
  const { commodityCode, description, netMass, statisticalValue } = item;
  const weight = netMass === undefined ? '' : `, ${netMass.value} kg`;
  const value =
    statisticalValue === undefined ? '' : `, ${statisticalValue.value} ${statisticalValue.currencyId ?? ''}`.trimEnd();
  return `item ${String(item.sequenceNumber)} of ${String(items.length)}: ${commodityCode ?? 'no code'} "${description ?? ''}"${weight}${value}`;
}

function partyLines({ parties, transport }: Referral): string[] {
  const named = (role: string): string | undefined => parties.find((party) => party.role === role)?.name;
  const [from, to] = [named('exporter') ?? named('seller'), named('consignee') ?? named('importer')];
  const route = transport.itineraries.map((stop) => stop.routingCountryCode ?? '?').join(' > ');
  return [
    ...(from === undefined && to === undefined
      ? []
      : [`  parties    ${from ?? 'not stated'} to ${to ?? 'not stated'}`]),
    ...(route === ''
      ? []
      : [`  route      ${route}${transport.carrierName === undefined ? '' : ` with ${transport.carrierName}`}`]),
  ];
}

function reasonsOf(referral: Referral): readonly string[] {
  if (referral.failure !== undefined) return [referral.failure.message];
  const telling = findingsOf(referral).filter(({ result, weight }) => result === 'hit' || weight === 'required');
  const kinds = new Map<string, readonly ReferralFinding[]>();
  for (const finding of telling) kinds.set(finding.id, [...(kinds.get(finding.id) ?? []), finding]);
  return [...new Set([...kinds.values()].map(reasonText))];
}

/** What one check said, of the item it said it of first. */
function reasonText([first, ...others]: readonly ReferralFinding[]): string {
  const more =
    others.length === 0 ? '' : ` (and of ${String(others.length)} more ${others.length === 1 ? 'item' : 'items'})`;
  return first === undefined ? '' : `${first.result === 'hit' ? '' : `(${first.result}) `}${first.reason}${more}`;
}

function documentsOf(referral: Referral): readonly string[] {
  const asked = [...referral.documentsToAskFor, ...referral.items.flatMap((item) => item.documentsToAskFor)];
  return [
    ...new Set(
      asked.map(({ code, id, title }) =>
        [code, ...(title === undefined ? [] : [title]), ...(id === undefined ? [] : [`cited as ${id}`])].join(', '),
      ),
    ),
  ];
}

function stakesLines({ dutyAtStake }: Referral, item: ReferralItem | undefined): string[] {
  return [
    ...(item?.likelyCommodityCode === undefined ? [] : [`  likely     code ${item.likelyCommodityCode}`]),
    ...(dutyAtStake === undefined || Number(dutyAtStake.value) === 0
      ? []
      : [`  at stake   ${dutyAtStake.value} ${dutyAtStake.currencyId ?? ''} of duty`]),
  ];
}

/** The item that counts: the one with the highest score. */
function worstItem({ items }: Referral): ReferralItem | undefined {
  return [...items].sort((a, b) => b.score - a.score)[0];
}

function listed(title: string, entries: readonly string[], most: number): string[] {
  const shown = entries.slice(0, most).map((entry, index) => `  ${(index === 0 ? title : '').padEnd(10)} ${entry}`);
  return entries.length > most ? [...shown, `  ${' '.repeat(10)} and ${String(entries.length - most)} more`] : shown;
}
