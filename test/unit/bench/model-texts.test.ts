import { describe, expect, test } from 'vitest';
import { commodityCodeOf } from '../../../services/risk/declaration/commodity-code.ts';
import { goodsDescribed } from '../../bench/models/goods.ts';
import { newTexts, newWordings, tradeTexts, wordsNumbered } from '../../bench/models/texts.ts';

describe('descriptions for the bench', () => {
  test('given a seed, then the texts are the same each time, and none comes twice', () => {
    const texts = newTexts(1, 20_000);
    expect(new Set(texts.map(({ description }) => description)).size).toBe(20_000);
    expect(newTexts(1, 20_000)).toEqual(texts);
    expect(newTexts(2, 20)).not.toEqual(texts.slice(0, 20));
  });

  test('given wordings, then no two have the same words', () => {
    const words = newWordings(1, 20_000).map(({ description }) =>
      description
        .toLowerCase()
        .match(/[a-z]+/g)!
        .join(' '),
    );
    expect(new Set(words).size).toBe(20_000);
  });

  test('given the numbers of wordings, then no two have the same words', () => {
    expect(new Set(Array.from({ length: 100_000 }, (_, number) => wordsNumbered(number))).size).toBe(100_000);
  });

  test('given trade, then few texts come often and many seldom', () => {
    const counts = new Map<string, number>();
    for (const { description } of tradeTexts(1, 20_000)) counts.set(description, (counts.get(description) ?? 0) + 1);
    const often = [...counts.values()].sort((a, b) => b - a);
    expect(often[0]).toBeGreaterThan(1_000);
    expect(often.length).toBeGreaterThan(4_000);
    expect(often.filter((count) => count === 1).length).toBeGreaterThan(often.length / 2);
  });

  test('given texts, then as many goods items with all their facts are described by them, in order', async () => {
    const texts = newTexts(1, 50);
    const goods = await goodsDescribed(texts);
    expect(
      goods.map(({ goodsItem }) => ({
        description: goodsItem.commodity?.description,
        code: commodityCodeOf(goodsItem),
      })),
    ).toEqual(texts);
    expect(
      goods.every(
        ({ item, facts, goodsItem }) => item.usual.state !== undefined && facts.event.goodsItems.includes(goodsItem),
      ),
    ).toBe(true);
  });
});
