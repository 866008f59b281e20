import { FaultlineError } from '../kernel/index.ts';
import { postgresFault } from './postgres-fault.ts';

/** A name that needs no escaping: PostgreSQL takes names of databases as words of a statement and not as parameters. */
const NAME = /^[a-z][a-z0-9_]{0,62}$/;

/**
 * Makes an empty database on the server of a URL, whose user must be allowed to.
 * @throws FaultlineError `invalid-request` for a name that is none; as `postgresFault` tells.
 */
export function createPostgresDatabase(url: string, name: string): Promise<void> {
  return run(url, `create database ${checked(name)}`);
}

/** Deletes a database with all that it holds, whoever is connected; without effect when there is none. @throws as its maker. */
export function dropPostgresDatabase(url: string, name: string): Promise<void> {
  return run(url, `drop database if exists ${checked(name)} with (force)`);
}

function checked(name: string): string {
  if (!NAME.test(name)) throw new FaultlineError('invalid-request', `"${name}" is no name of a database.`);
  return `"${name}"`;
}

async function run(url: string, statement: string): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(statement);
  } catch (error) {
    throw postgresFault(error);
  } finally {
    await client.end();
  }
}
