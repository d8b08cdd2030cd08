import { describe, expect, test } from 'vitest';
import type { DeclarationEvent, Party } from '../../../services/risk/declaration/declaration-event.ts';
import { partyKey } from '../../../services/risk/trader/party-key.ts';
import { answerHistory, historyKeys, historyQueryOf } from '../../../services/risk/trader/trader-history.ts';
import { country, day } from '../../harness/checked.ts';

const party = (over: Partial<Party>): Party => ({ communications: [], ...over });

function declaration(typeCode: string): DeclarationEvent {
  return {
    typeCode,
    declarant: party({ id: 'GB0' }),
    exporter: party({ id: 'gb1 ' }),
    goodsShipment: {
      importer: party({ id: 'GB2' }),
      consignee: party({ name: 'Müller & Sons, Ltd.', address: { countryCode: country('DE') } }),
      destinationCountryCode: 'DE',
    },
    goodsItems: [
      { commodity: { classifications: [{ id: '8413 70.21', identificationTypeCode: 'TSP' }] } },
      {
        commodity: { classifications: [{ id: '84818081', identificationTypeCode: 'TSP' }] },
        destinationCountryCode: 'AT',
      },
    ],
  } as unknown as DeclarationEvent;
}

describe('whose trade it is, and under what it is counted', () => {
  test('given an export and an import, when the trader is asked, then it is the exporter and the importer', () => {
    expect(historyQueryOf(declaration('EXD')).trader).toBe('id:GB1');
    expect(historyQueryOf(declaration('IMA')).trader).toBe('id:GB2');
  });

  test('given a party without identifier, when keyed, then case, accents and punctuation of the name do not matter and the country does', () => {
    const key = partyKey(party({ name: 'Müller & Sons, Ltd.', address: { countryCode: country('DE') } }));
    expect(partyKey(party({ name: 'MULLER   SONS LTD', address: { countryCode: country('DE') } }))).toBe(key);
    expect(partyKey(party({ name: 'müller & sons ltd', address: { countryCode: country('DE') } }))).toBe(key);
    expect(partyKey(party({ name: 'müller & sons ltd', address: { countryCode: country('AT') } }))).not.toBe(key);
    expect(partyKey(party({ name: ' .,- ' }))).toBeUndefined();
  });

  test('given names of thousands of letters, when keyed, then the keys are short, and differ where the names do at their end only', () => {
    const [one, other] = ['A', 'B'].map((end) =>
      partyKey(party({ name: `${'ﷺ'.repeat(3_999)}${end}`, address: { countryCode: country('JP') } })),
    );
    expect(Buffer.byteLength(one!)).toBeLessThan(1_300);
    expect(one).not.toBe(other);
    expect(partyKey(party({ name: `${'ﷺ'.repeat(3_999)}A`, address: { countryCode: country('JP') } }))).toBe(one);
  });

  test('given a declaration, when its counters are listed, then each chapter, destination and consignee stands once', () => {
    const query = historyQueryOf(declaration('EXD'));
    expect(query).toMatchObject({ chapters: ['84'], destinations: ['DE', 'AT'] });
    expect(historyKeys(query).map((key) => key.dimension)).toEqual([
      'all',
      'chapter',
      'destination',
      'destination',
      'consignee',
      'received',
    ]);
  });

  test('given counters, when the history is put together, then what was never seen is a count of zero', () => {
    const query = historyQueryOf(declaration('EXD'));
    const history = answerHistory(query, day('2026-01-01'), (key) =>
      key.dimension === 'all' ? { declarations: 4, referrals: 1, hits: 0 } : undefined,
    );
    expect(history).toMatchObject({
      since: '2026-01-01',
      total: { declarations: 4 },
      chapters: { '84': { declarations: 0 } },
    });
  });
});
