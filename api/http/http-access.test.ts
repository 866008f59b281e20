import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageFile, serveThreads } from '../../app/index.ts';
import { HTTP_PROBES, type HttpAccessOptions, runHttpAccess } from '../../eval/index.ts';
import { serveHttp } from './serve-http.ts';

const MINUTES = 900_000;
const NEVER = new AbortController().signal;
/** A slice: `eval run access --through http` probes as often as is asked for. */
const SMALL: HttpAccessOptions = {
  seed: 5,
  count: 240,
  matrices: 1,
  demo: false,
  atOnce: 4,
  serve: async (config) => serveHttp(await serveThreads(config)),
};

describe('what a key gets from a service with hidden documents', () => {
  it('is what a service that never had them gives, and a role is refused what it does not allow', { timeout: MINUTES }, async () => {
    const report = await runHttpAccess({ ...SMALL, holders: 2 }, NEVER);
    expect(report.differences).toEqual([]);
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({ probes: SMALL.count, different: 0 });
    expect(report.operations.length).toBeGreaterThan(25);
    expect(report.operations.reduce((sum, { forbidden }) => sum + forbidden, 0)).toBeGreaterThan(5);
    // The probes would show nothing if there were nothing to hide.
    expect(report.operations.reduce((sum, { hiding }) => sum + hiding, 0)).toBeGreaterThan(5);
  });

  it('is found to differ where a key gets what another may read', { timeout: MINUTES }, async () => {
    const spoil: HttpAccessOptions['spoil'] = (http, insider) => ({ ...http, send: (asked) => http.send(asked, insider) });
    const report = await runHttpAccess({ ...SMALL, count: 60, holders: 1, spoil }, NEVER);
    expect(report.different).toBeGreaterThan(10);
  });
});

describe('the table of probes through HTTP', () => {
  it('has an entry for each operation that the service describes, and no other', async () => {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))) })
      .parse(JSON.parse(await readFile(packageFile('docs', 'openapi.json'), 'utf8')));
    const described = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(Object.keys(HTTP_PROBES).sort()).toEqual(described.sort());
  });
});
