import { expect, test } from 'vitest';
import { withHeartbeat } from '../../../services/adapters/kafka/stream/heartbeat.ts';
import { inboundRecord } from '../../../services/adapters/kafka/stream/inbound-record.ts';

test('given a heartbeat that fails while work goes on, then the work ends first and the failure is thrown after it', async () => {
  const rebalancing = new Error('rebalancing');
  let beats = 0;
  let ended = false;
  let beaten: () => void;
  const second = new Promise<void>((resolve) => (beaten = resolve));
  const heartbeat = (): Promise<void> => {
    beats += 1;
    if (beats === 2) beaten();
    return beats === 1 ? Promise.reject(rebalancing) : Promise.resolve();
  };
  const work = second.then(() => (ended = true));
  await expect(withHeartbeat(heartbeat, 1, work)).rejects.toBe(rebalancing);
  expect(ended).toBe(true);
});

test('given a header that is given twice, when the record is taken, then the last counts, and one without a value is empty', () => {
  const message = {
    key: null,
    value: null,
    timestamp: '7',
    attributes: 0,
    offset: '3',
    headers: { twice: ['first', Buffer.from('last')], empty: undefined },
  };
  expect(inboundRecord('declarations', 2, message)).toEqual({
    topic: 'declarations',
    partition: 2,
    offset: 3n,
    timestamp: 7,
    key: null,
    value: null,
    headers: { twice: Buffer.from('last'), empty: Buffer.alloc(0) },
  });
});
