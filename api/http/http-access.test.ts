import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageFile } from '../../app/index.ts';
import { HTTP_PROBES, type HttpAccessOptions, probesFor, runHttpAccess, sumPlants } from '../../eval/index.ts';
import { ROLES } from '../../kernel/index.ts';
import { serveHttp } from './serve-http.ts';

const MINUTES = 900_000;
const NEVER = new AbortController().signal;
/** A slice: `eval run access --through http` probes as often as is asked for. */
const SMALL: HttpAccessOptions = {
  seed: 5,
  count: 320,
  matrices: 1,
  demo: false,
  atOnce: 4,
  serve: serveHttp,
};

async function probe(options: Partial<HttpAccessOptions>) {
  const [report] = sumPlants(await runHttpAccess({ ...SMALL, ...options }, NEVER));
  if (report === undefined) throw new Error('no plant was probed');
  return report;
}

describe('what a key gets from a service with hidden documents', () => {
  it('is what a service that never had them gives, and a role is refused what it does not allow', { timeout: MINUTES }, async () => {
    const report = await probe({ holders: 2 });
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
    const report = await probe({ count: 60, holders: 1, spoil });
    expect(report.different).toBeGreaterThan(10);
  });
});

describe('the table of probes through HTTP', () => {
  it('asks for each operation more than a thousand times in a hundred thousand probes of all roles alike', () => {
    const shares = new Map<string, number>();
    for (const role of ROLES) {
      const probes = probesFor(role);
      const all = probes.reduce((sum, { weight }) => sum + weight, 0);
      for (const { operation, weight } of probes) shares.set(operation, (shares.get(operation) ?? 0) + weight / all / ROLES.length);
    }
    expect([...shares].filter(([, share]) => share < 0.012)).toEqual([]);
  });

  it('has an entry for each operation that the service describes, and no other', async () => {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))) })
      .parse(JSON.parse(await readFile(packageFile('docs', 'openapi.json'), 'utf8')));
    const described = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(Object.keys(HTTP_PROBES).sort()).toEqual(described.sort());
  });
});
