import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentCall, onBehalfOf } from '../../kernel/index.ts';
import type { Connections } from './connections.ts';
import { openConnections } from './open-connections.ts';

/** Statements of a read that would take seconds: many times what fits before anything else has a turn. */
const MANY = 60_000;

describe('a long read of a ledger in a file', () => {
  let folder: string;
  let connections: Connections;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'faultline-reads-'));
    connections = await openConnections({ store: { kind: 'sqlite', path: join(folder, 'ledger.db') }, clock: { now: () => 1 } });
  });
  afterEach(async () => {
    await connections.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function readOn(count: { statements: number }): Promise<void> {
    for (; count.statements < MANY; count.statements += 1) await sql`select 1`.execute(connections.reader);
  }

  it('ends between two statements when the call it works for is over', async () => {
    const count = { statements: 0 };
    const over = AbortSignal.timeout(1);
    await expect(onBehalfOf({ signal: over }, () => readOn(count))).rejects.toThrow(/timeout/);
    expect(count.statements).toBeLessThan(MANY);
  });

  it('lets timers, messages and another call have their turn before it ends', async () => {
    const count = { statements: 0 };
    const whole = new AbortController();
    const long = onBehalfOf({ signal: whole.signal }, () => readOn(count)).catch((error: unknown) => error);
    await after(1);
    await sql`select 2`.execute(connections.reader);
    const then = count.statements;
    whole.abort(new Error('left'));
    expect(await long).toMatchObject({ message: 'left' });
    expect(then).toBeLessThan(MANY);
  });

  it('gives its transaction back when the call ends amid one state', async () => {
    const over = new AbortController();
    const reading = onBehalfOf({ signal: over.signal }, () =>
      connections.readOneState(async (reader) => {
        over.abort(new Error('left'));
        await sql`select 1`.execute(reader);
      }),
    );
    await expect(reading).rejects.toThrow('left');
    await expect(connections.readOneState((reader) => sql`select 1`.execute(reader))).resolves.toBeDefined();
  });
});

describe('calls within calls', () => {
  it('end with the outer one too', () => {
    const outer = new AbortController();
    const inner = new AbortController();
    const seen = onBehalfOf({ signal: outer.signal, until: 5 }, () => onBehalfOf({ signal: inner.signal, until: 9 }, currentCall));
    outer.abort();
    expect([seen?.signal.aborted, seen?.until]).toEqual([true, 5]);
    expect(currentCall()).toBeUndefined();
  });
});
