import { z } from 'zod';
import { codeOf, PREDICATES } from '../../../kernel/index.ts';
import type { Neo4jConnection } from './connect-neo4j.ts';

/** As the documented queries call it. */
const NAME_INDEX = 'faultline_names';

/**
 * Everything that the store relies on, by name. A relationship's constraint is also the index by which the rows of a version
 * are found: its order of properties makes (slot, version) a prefix.
 */
const PARTS: ReadonlyMap<string, string> = new Map([
  unique('faultline_counter', '(n:FaultlineCounter)', 'n.name'),
  unique('faultline_store', '(n:FaultlineStore)', 'n.name'),
  unique('faultline_unit', '(n:FaultlineUnit)', '(n.slot, n.id)'),
  unique('faultline_key', '(n:Key)', '(n.slot, n.key)'),
  unique('faultline_entity', '(n:Entity)', '(n.slot, n.entity)'),
  ...PREDICATES.map((type) => unique(`faultline_${type.toLowerCase()}`, `()-[n:${type}]-()`, '(n.slot, n.version, n.fact)')),
  [
    NAME_INDEX,
    `CREATE FULLTEXT INDEX ${NAME_INDEX} IF NOT EXISTS FOR (n:Key|Entity) ON EACH [n.names] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk'}}`,
  ],
]);

const FOUND = z.object({ name: z.string(), state: z.string() });

function unique(name: string, pattern: string, properties: string): readonly [string, string] {
  return [name, `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${pattern} REQUIRE ${properties} IS UNIQUE`];
}

/** Names of the constraints and indexes that are not there, or that the server cannot use. */
export async function missingParts(connection: Neo4jConnection, signal?: AbortSignal): Promise<readonly string[]> {
  const rows = await connection.read((run) => run('SHOW INDEXES YIELD name, state RETURN name, state', {}), signal);
  const usable = new Set(
    rows
      .map((row) => FOUND.parse(row))
      .filter(({ state }) => state !== 'FAILED')
      .map(({ name }) => name),
  );
  return [...PARTS.keys()].filter((name) => !usable.has(name));
}

/** Makes what is missing, each in a transaction of its own. */
export async function makeParts(connection: Neo4jConnection): Promise<void> {
  const missing = await missingParts(connection);
  for (const name of missing) {
    const statement = PARTS.get(name);
    if (statement !== undefined) await make(connection, statement);
  }
  if (missing.length > 0) await connection.write((run) => run('CALL db.awaitIndexes(60)', {}));
}

/** `IF NOT EXISTS` looks before it locks: of two processes that begin at once, one can be told that its part is there by then. */
const EXISTS = /^Neo\.ClientError\.Schema\.(?:EquivalentSchemaRuleAlreadyExists|ConstraintAlreadyExists|IndexAlreadyExists)$/;

async function make(connection: Neo4jConnection, statement: string): Promise<void> {
  try {
    await connection.write((run) => run(statement, {}));
  } catch (error) {
    if (!EXISTS.test(codeOf(error))) throw error;
  }
}
