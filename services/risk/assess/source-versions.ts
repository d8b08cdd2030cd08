import type { Facts, ItemFacts } from '../facts/facts.ts';

interface Sourced {
  readonly from: string;
}

/** Version or age of every source that the facts name, by source: "tariff/US@3f2a" is `{ "tariff/US": "3f2a" }`. */
export function sourceVersions(facts: Facts): Readonly<Record<string, string>> {
  const names = new Set<string>();
  collect(names, [facts.prior, facts.trader, ...Object.values(facts.countries)]);
  for (const { business } of facts.parties ?? []) if (business.state !== 'unknown') names.add(business.from);
  for (const item of facts.items) collectItem(names, item);
  return versionsOf(names);
}

/** Answers to earlier sets of names, frozen: nearly all declarations of a day draw on one set of versions. */
const known = new Map<string, Readonly<Record<string, string>>>();
const MOST_KNOWN = 1_000;

function versionsOf(names: ReadonlySet<string>): Readonly<Record<string, string>> {
  const key = JSON.stringify([...names]);
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const versions = Object.freeze(parted(names));
  known.set(key, versions);
  return versions;
}

function parted(names: ReadonlySet<string>): Readonly<Record<string, string>> {
  const versions: Record<string, string> = {};
  for (const name of [...names].sort()) {
    const at = name.indexOf('@');
    const source = at === -1 ? name : name.slice(0, at);
    const version = at === -1 ? '' : name.slice(at + 1);
    versions[source] = versions[source] === undefined ? version : `${versions[source]},${version}`;
  }
  return versions;
}

function collectItem(names: Set<string>, item: ItemFacts): void {
  collect(names, [item.subheading, item.tariffLine, item.controls, item.highPriority, item.usual]);
  if (item.originDuties !== undefined) names.add(item.originDuties.from);
  for (const currency in item.exchangeRates) names.add((item.exchangeRates[currency] as Sourced).from);
  for (const { kind, licence, writeOff } of item.documents) {
    names.add(kind.from);
    if (licence !== undefined) names.add(licence.from);
    if (writeOff !== undefined) names.add(writeOff.from);
  }
  for (const { model, version } of item.models) names.add(`models/${model}@${version}`);
}

function collect(names: Set<string>, facts: readonly Sourced[]): void {
  for (const { from } of facts) names.add(from);
}
