import { loadPolicy, policyFromDocument } from '../../services/adapters/policy-files/load-policy.ts';
import { assess } from '../../services/risk/assess/assess.ts';
import type { Facts } from '../../services/risk/facts/facts.ts';
import type { Policy } from '../../services/risk/policy/policy.ts';
import type { PolicyDocument } from '../../services/risk/policy/policy-document.ts';
import { decimal } from '../harness/checked.ts';
import { factsWhere, ordinaryFacts } from '../unit/risk/ordinary-facts.ts';

/** Speed of `assess` alone: items a second of processor time by number of rules and of items. Run from the build: node dist/test/bench/assess-bench.js */
const shipped = loadPolicy('config/policy');
const ITEMS = 4;
const SECONDS = 2;

/** The shipped rules as often as it takes, under ids of their own. */
function policyOf(rules: number): Policy {
  const { document } = shipped;
  const repeated = Array.from({ length: rules }, (_, index) => {
    const rule = document.rules[index % document.rules.length]!;
    return { ...rule, id: `${rule.id}-${index}` };
  });
  return policyFromDocument({ ...document, rules: repeated } satisfies PolicyDocument);
}

function withItems(facts: Facts, items: number): Facts {
  const numbers = Array.from({ length: items }, (_, index) => index + 1);
  return {
    ...facts,
    event: {
      ...facts.event,
      invoiceAmount: { value: decimal(String(40000 * items)), currencyId: 'GBP' },
      totalPackageQuantity: decimal(String(20 * items)),
      goodsItemQuantity: decimal(String(items)),
      goodsItems: numbers.map((sequenceNumber) => ({ ...facts.event.goodsItems[0]!, sequenceNumber })),
    },
    items: numbers.map((sequenceNumber) => ({ ...facts.items[0]!, sequenceNumber })),
  };
}

/** Nine ordinary declarations and one with something wrong. */
function mixOf(items: number): readonly Facts[] {
  const odd = factsWhere({ commodity: { netNetWeightMeasure: { value: decimal('1300'), unitCode: 'KGM' } } });
  return Array.from({ length: 10 }, (_, index) => withItems(index === 9 ? odd : ordinaryFacts, items));
}

/** By the processor's time, so that others on the machine do not count; GC and compiler threads of this process do. */
function itemsPerCpuSecond(policy: Policy, items: number): number {
  const mix = mixOf(items);
  const until = (seconds: number): number => {
    const start = process.cpuUsage();
    const spent = (): number => process.cpuUsage(start).user / 1e6 + process.cpuUsage(start).system / 1e6;
    let done = 0;
    while (spent() < seconds) {
      for (const facts of mix) assess(facts, policy);
      done += mix.length * items;
    }
    return done / spent();
  };
  until(SECONDS / 2);
  return Math.round(until(SECONDS));
}

const lines = [
  ...[10, 25, shipped.rules.length, 100, 1000].map((rules) => ({
    rules,
    items: ITEMS,
    itemsPerCpuSecond: itemsPerCpuSecond(policyOf(rules), ITEMS),
  })),
  ...[1, 10, 100, 999].map((items) => ({
    rules: shipped.rules.length,
    items,
    itemsPerCpuSecond: itemsPerCpuSecond(shipped, items),
  })),
];
for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
