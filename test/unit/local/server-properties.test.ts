import { describe, expect, it } from 'vitest';
import { serverProperties } from '../../../infra/local/kafka/server-properties.ts';

const place = {
  dataFolder: '/data',
  clientPort: 20001,
  advertisedPort: 20009,
  directPort: 20002,
  controllerPort: 20003,
};

describe('the settings of a local broker', () => {
  it('send clients to the advertised port, and the broker itself past it', () => {
    const lines = serverProperties(place).split('\n');

    expect(lines).toContain('listeners=CLIENT://127.0.0.1:20001,DIRECT://127.0.0.1:20002,CONTROLLER://127.0.0.1:20003');
    expect(lines).toContain('advertised.listeners=CLIENT://127.0.0.1:20009,DIRECT://127.0.0.1:20002');
    expect(lines).toContain('inter.broker.listener.name=DIRECT');
  });

  it('listen on no address but loopback', () => {
    expect(serverProperties(place).match(/\/\/[\d.]*/g)).toSatisfy((hosts: string[]) =>
      hosts.every((host) => host === '//127.0.0.1'),
    );
  });

  it('give way to the caller', () => {
    const lines = serverProperties(place, { 'group.initial.rebalance.delay.ms': '3000' }).split('\n');

    expect(lines).toContain('group.initial.rebalance.delay.ms=3000');
    expect(lines).not.toContain('group.initial.rebalance.delay.ms=0');
  });
});
