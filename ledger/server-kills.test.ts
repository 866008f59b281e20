import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FaultlineError } from '../kernel/index.ts';
import { describeServers } from '../tools/services/describe-servers.test-support.ts';
import { type Ledger, openLedger } from './open-ledger.ts';
import { exported, ingestSteps, PLANT, type Sample, versionOf } from './test-support/sample-documents.fixture.ts';

const clock = { now: () => 1_700_000_000_000 };
const KILLS = 3;

const samples = Array.from(
  { length: 60 },
  (_, at): Sample => ({
    uri: `文件 ${at}`,
    says: Array.from({ length: 12 }, (__, nth) => [`P-${(nth * 5 + at) % 17}`, `泄漏 ${(nth + at) % 6}`] as const),
    same: [['泄漏 1', '泄漏 2', 'glossary']],
  }),
);

describeServers('a ledger whose server is killed amid commits', () => {
  let home: string;
  let url: string;

  async function server(command: 'up' | 'crash' | 'down', ...more: string[]): Promise<string> {
    const program = join(import.meta.dirname, '../tools/services/services.mjs');
    return (await promisify(execFile)(process.execPath, [program, command, 'postgres', '--home', home, ...more])).stdout;
  }

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'faultline-server-kills-'));
    // The server runs under another account than root, which has to pass through.
    chmodSync(home, 0o711);
    url = (JSON.parse(await server('up')) as { postgres: { url: string } }).postgres.url;
  }, 900_000);
  afterAll(async () => {
    await server('down', '--purge');
    rmSync(home, { recursive: true, force: true });
  });

  /** Goes on with a step for as long as the server is away, as whoever holds its job does. */
  async function insist(step: () => Promise<unknown>): Promise<number> {
    for (let failures = 0; ; failures++) {
      try {
        await step();
        return failures;
      } catch (error) {
        if (!(error instanceof FaultlineError && error.code === 'store-unavailable')) throw error;
        await pause(50);
      }
    }
  }

  it('keeps all that it acknowledged, nothing twice and nothing half, and goes on when the server is back', async () => {
    const ledger = await openLedger({ store: { kind: 'postgres', url }, clock });
    const acknowledged = new Set<string>();
    let failures = 0;
    let isDone = false;
    const waiting = [...samples];
    const work = async () => {
      for (let sample = waiting.shift(); sample !== undefined; sample = waiting.shift()) {
        for (const step of ingestSteps(sample)) failures += await insist(() => step(ledger));
        acknowledged.add(versionOf(sample));
      }
    };
    const working = Promise.all([work(), work()]).finally(() => {
      isDone = true;
    });
    const lost: string[] = [];
    for (let kill = 1; kill <= KILLS; kill++) {
      while (!isDone && acknowledged.size < (samples.length * kill) / (KILLS + 1)) await pause(5);
      const before = [...acknowledged];
      await server('crash');
      await server('up');
      await insist(async () => {
        const known = new Set(
          (await ledger.documents.list(await ledger.accessFor(PLANT, 'all'))).flatMap(({ versions }) =>
            versions.map(({ id }) => id as string),
          ),
        );
        lost.push(...before.filter((id) => !known.has(id)));
      });
    }
    await working;
    expect(lost).toEqual([]);
    expect(failures).toBeGreaterThanOrEqual(KILLS);
    expect(await exported(ledger)).toEqual(await undisturbed());
    await ledger.audit.seal();
    const { faults, sealed } = await ledger.audit.verify(undefined, new AbortController().signal);
    // A commit whose answer was lost may be asked for again, and is then noted as a duplicate.
    expect([faults, sealed >= 2 * samples.length]).toEqual([[], true]);
    await ledger.close();
  }, 900_000);

  async function undisturbed(): Promise<readonly string[]> {
    const ledger: Ledger = await openLedger({ store: { kind: 'sqlite', path: ':memory:' }, clock });
    for (const sample of samples) for (const step of ingestSteps(sample)) await step(ledger);
    const lines = await exported(ledger);
    await ledger.close();
    return lines;
  }
});
