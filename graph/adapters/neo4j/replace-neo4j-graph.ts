import { z } from 'zod';
import { FaultlineError } from '../../../kernel/index.ts';
import { connectNeo4j } from './connect-neo4j.ts';
import type { Neo4jOptions } from './neo4j-options.ts';
import { emptySlot } from './store-slot.ts';

const LEFT = z.object({ left: z.number().int() });

/**
 * Puts the store that was made beside another in its place, in one transaction: readers have the old graph or the new one.
 * Revision and runs go on above those of both, so that what was kept of the old one is asked again and a replacement that is
 * under way ends. Then deletes the old graph, some rows at a time.
 * @throws FaultlineError `conflict` when there is no store of the name `made`; what the server causes (see `serverFault`).
 */
export async function replaceNeo4jGraph(options: Omit<Neo4jOptions, 'store'>, made: string, live: string): Promise<'content'> {
  const connection = connectNeo4j({ ...options, store: live });
  try {
    const rows = await connection.write((run) =>
      run(
        `MATCH (made:FaultlineStore {name: $made})
         MERGE (live:FaultlineStore {name: $live}) ON CREATE SET live.revision = 0, live.run = 0
         WITH made, live, live.slot AS left
         SET live.slot = made.slot,
           live.revision = CASE WHEN live.revision > made.revision THEN live.revision ELSE made.revision END + 1,
           live.run = CASE WHEN live.run > made.run THEN live.run ELSE made.run END + 1
         DELETE made
         FOREACH (_ IN CASE WHEN left IS NULL THEN [] ELSE [1] END | CREATE (:FaultlineLeftSlot {slot: left, store: $live}))
         RETURN coalesce(left, -1) AS left`,
        { made, live },
      ),
    );
    if (rows.length === 0) throw new FaultlineError('conflict', `There is no graph "${made}" in Neo4j to put in place of "${live}".`);
    const { left } = LEFT.parse(rows[0]);
    if (left >= 0) await emptySlot(connection, left);
    return 'content';
  } finally {
    await connection.close();
  }
}

/** Deletes a store and all that it holds; without effect when there is none. @throws FaultlineError like every read and write. */
export async function removeNeo4jGraph(options: Neo4jOptions): Promise<void> {
  const connection = connectNeo4j(options);
  try {
    const rows = await connection.write((run) =>
      run(
        `MATCH (s:FaultlineStore {name: $store})
         WITH s, s.slot AS left
         DELETE s
         CREATE (:FaultlineLeftSlot {slot: left, store: $store})
         RETURN left`,
        { store: options.store },
      ),
    );
    for (const row of rows) await emptySlot(connection, LEFT.parse(row).left);
  } finally {
    await connection.close();
  }
}
