import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../config.ts';
import { toMetrics } from './to-metrics.ts';

/** Opens telemetry as a service without settings does, where a socket would end it; says which packages were loaded. */
const UNCONFIGURED = `
import { Socket } from 'node:net';
import { createRequire } from 'node:module';
import { loadConfig } from './app/config.ts';
import { openTelemetry } from './app/telemetry/open-telemetry.ts';
Socket.prototype.connect = () => { throw new Error('a socket was opened'); };
const opened = await openTelemetry(loadConfig({}, {}), { event() {}, error() {} });
const loaded = Object.keys(createRequire(import.meta.url).cache).filter((path) => /@opentelemetry/.test(path));
console.log(JSON.stringify({ isOpen: opened !== undefined, loaded }));
`;

describe('telemetry', () => {
  it('loads nothing and opens no socket where no receiver is named', async () => {
    const words = ['--import', 'tsx', '--input-type=module', '--eval', UNCONFIGURED];
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: join(import.meta.dirname, '../..') });
    expect(JSON.parse(stdout)).toEqual({ isOpen: false, loaded: [] });
  });

  it('is named by the standard variables, over which our own settings win', () => {
    const standard = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_SERVICE_NAME: 'line 3' };
    expect(loadConfig({}, standard)).toMatchObject({ telemetryUrl: 'http://collector:4318', telemetryName: 'line 3' });
    const own = { ...standard, FAULTLINE_TELEMETRY_URL: 'https://other:4318', FAULTLINE_TELEMETRY_NAME: 'own' };
    expect(loadConfig({}, own)).toMatchObject({ telemetryUrl: 'https://other:4318', telemetryName: 'own' });
    expect(loadConfig({}, {}).telemetryUrl).toBeUndefined();
  });

  it('tells buckets between two bounds, where Prometheus counts up to each', () => {
    const value = (metricName: string, le: string | number | undefined, count: number) => ({
      metricName,
      value: count,
      labels: { route: '/v1/answers', ...(le === undefined ? {} : { le }) },
    });
    const values = [
      value('t_bucket', 0.1, 2),
      value('t_bucket', 1, 5),
      value('t_bucket', '+Inf', 6),
      value('t_sum', undefined, 9),
      value('t_count', undefined, 6),
    ];
    const [metric] = toMetrics([{ name: 't', help: 'Time', type: 'histogram', values }], 0, 1_500);
    expect(metric?.dataPoints).toEqual([
      {
        startTime: [0, 0],
        endTime: [1, 500_000_000],
        attributes: { route: '/v1/answers' },
        value: { buckets: { boundaries: [0.1, 1], counts: [2, 3, 1] }, sum: 9, count: 6 },
      },
    ]);
  });
});
