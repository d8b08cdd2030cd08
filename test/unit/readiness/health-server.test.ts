import { Registry } from 'prom-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readinessMetrics } from '../../../services/adapters/prometheus/process-metrics.ts';
import { type HealthServer, startHealthServer } from '../../../services/adapters/readiness/health-server.ts';
import { createReadiness, failing, OK, type Readiness } from '../../../services/adapters/readiness/readiness.ts';

describe('what a process answers over HTTP', () => {
  let server: HealthServer;
  let readiness: Readiness;
  let alive: boolean;

  beforeEach(async () => {
    alive = true;
    readiness = createReadiness(['kafka']);
    const registry = new Registry();
    readinessMetrics(registry, readiness);
    server = await startHealthServer({
      host: '127.0.0.1',
      port: 0,
      registry,
      livez: () => alive,
      readyz: () => readiness.state(),
    });
  });
  afterEach(() => server.stop());

  const get = (path: string, method = 'GET'): Promise<Response> =>
    fetch(`http://127.0.0.1:${server.port}${path}`, { method });

  test('given a check that fails, when /readyz is asked, then 503 and the check by name; and 200 once it is well', async () => {
    readiness.report('kafka', failing('topics are missing: customs.notices'));
    const refused = await get('/readyz');
    expect([refused.status, await refused.json()]).toEqual([
      503,
      { ready: false, checks: [{ check: 'kafka', status: 'failing', reason: 'topics are missing: customs.notices' }] },
    ]);
    readiness.report('kafka', OK);
    expect((await get('/readyz')).status).toBe(200);
  });

  test('given a port that another process has, when a second one starts, then the setting is named, not a fault of Tidewaiter', async () => {
    const second = startHealthServer({
      host: '127.0.0.1',
      port: server.port,
      registry: new Registry(),
      livez: () => true,
      readyz: () => readiness.state(),
    });
    await expect(second).rejects.toMatchObject({
      code: 'TDW_CONFIG_INVALID',
      message: `http.port: 127.0.0.1:${server.port} is taken by another process; each process on one machine needs a port of its own, and 0 takes any free one`,
    });
  });

  test('given a process that is not worth keeping, when /livez is asked, then 503', async () => {
    expect((await get('/livez')).status).toBe(200);
    alive = false;
    expect((await get('/livez')).status).toBe(503);
  });

  test('given metrics, when they are scraped, then they come as text that Prometheus reads', async () => {
    const scraped = await get('/metrics');
    expect(scraped.headers.get('content-type')).toContain('text/plain');
    expect(await scraped.text()).toContain('tidewaiter_check_ready{check="kafka"} 0');
  });

  test('given other paths and methods, when they are asked, then they are refused', async () => {
    expect((await get('/')).status).toBe(404);
    expect((await get('/metrics', 'POST')).status).toBe(405);
    const head = await get('/livez', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});
