import { expect, it } from 'vitest';
import { makeDocumentId, makeVersionId, sha256, type TenantId } from '../../../kernel/index.ts';
import { describeServers } from '../../../tools/services/describe-servers.test-support.ts';
import { openNeo4jGraphStore, removeNeo4jGraph } from '../../index.ts';
import { connectNeo4j } from './connect-neo4j.ts';
import { newStore } from './neo4j.test-support.ts';
import { missingParts } from './neo4j-schema.ts';

const UNIT = { kind: 'version', id: makeVersionId(makeDocumentId('test' as TenantId, '手册'), sha256('手册')) } as const;
const ROUNDS = 3;
const PROGRAMS = 4;

describeServers('constraints and indexes in Neo4j', ({ neo4j }) => {
  it('are made by whoever comes first of several programs that begin at once', { timeout: 900_000 }, async () => {
    const connection = connectNeo4j(newStore(neo4j));
    try {
      for (let round = 0; round < ROUNDS; round++) {
        await connection.write((run) => run('DROP INDEX faultline_names IF EXISTS', {}));
        const options = Array.from({ length: PROGRAMS }, () => newStore(neo4j));
        const stores = options.map(openNeo4jGraphStore);
        await Promise.all(stores.map((store) => store.drop(UNIT, 1)));
        expect(await missingParts(connection)).toEqual([]);
        await Promise.all(stores.map((store) => store.close()));
        for (const one of options) await removeNeo4jGraph(one);
      }
    } finally {
      await connection.close();
    }
  });
});
