import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runByHand } from '../graph/adapters/neo4j/neo4j.test-support.ts';
import { openNeo4jGraphStore, removeNeo4jGraph } from '../graph/index.ts';
import type { HeldUnit } from '../kernel/index.ts';
import { describeServers } from '../tools/services/describe-servers.test-support.ts';
import { ingestFiles } from './commands/ingest-files.ts';
import { packageFile } from './package-file.ts';
import { projectUnits } from './projection/projector.ts';
import { CALLER, NEVER, withApplication } from './test-support/workspace.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 });

const SOURCES = [packageFile('datasets', 'demo-plant', 'files'), packageFile('datasets', 'demo-drawings', 'files')];

/** The queries of the page, by the heading over them. */
async function documentedQueries(): Promise<readonly (readonly [string, string])[]> {
  const page = await readFile(packageFile('docs', 'neo4j-queries.md'), 'utf8');
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) =>
      [...section.matchAll(/^```cypher\n(.*?)^```/gms)].map((match) => [section.split('\n')[0] ?? '', match[1] ?? ''] as const),
    );
}

describeServers('the demo plant in Neo4j', ({ neo4j }) => {
  const options = { ...neo4j, store: `test-${randomUUID()}` };
  const digests: { readonly id: string; readonly sqlite: string; readonly neo4j: string }[] = [];
  let faults: readonly string[] = [];

  beforeAll(async () => {
    const store = openNeo4jGraphStore(options);
    await withApplication(async (application) => {
      await ingestFiles(application, CALLER, { paths: SOURCES }, () => undefined, NEVER);
      const units: HeldUnit[] = [];
      for await (const unit of application.graph.held()) units.push(unit);
      await projectUnits(application, { target: 'graph', store }, units, NEVER);
      for (const { unit } of units) {
        digests.push({ id: unit.id, sqlite: await application.graph.digest(unit), neo4j: await store.digest(unit) });
      }
      faults = await store.examine(false);
    });
    await store.close();
  });
  afterAll(() => removeNeo4jGraph(options));

  test('has every unit with the digest that the embedded graph has', () => {
    expect(digests.length).toBeGreaterThan(1_000);
    expect(digests.filter((unit) => unit.sqlite !== unit.neo4j)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('answers every documented query with rows', async () => {
    const queries = await documentedQueries();
    expect(queries.length).toBeGreaterThanOrEqual(12);
    for (const [heading, query] of queries) {
      const rows = await runByHand(options, query, { store: options.store });
      expect([heading, rows.length > 0]).toEqual([heading, true]);
    }
  });
});
