import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig, serveThreads } from '../../app/index.ts';
import { runHostileSuite } from '../../eval/index.ts';
import { serveHttp } from './serve-http.ts';

it('a service that is attacked answers nothing of 5xx but by design, hangs nowhere and loses nothing that it acknowledged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-hostile-'));
  const service = await serveHttp(
    await serveThreads(
      loadConfig({ home: join(folder, 'home'), port: 0, readers: 1, answerMilliseconds: 120_000, logLevel: 'silent' }, {}),
    ),
  );
  try {
    const report = await runHostileSuite(
      { address: service.address, seed: 7, count: 144, atOnce: 4 },
      () => undefined,
      new AbortController().signal,
    );
    expect(report.faults).toEqual([]);
    expect(report.kinds.length).toBeGreaterThanOrEqual(12);
    expect(report.acknowledged).toBeGreaterThan(0);
  } finally {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
