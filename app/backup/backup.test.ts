import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHere } from '../../ingest/index.ts';
import { makeBackup } from '../commands/make-backup.ts';
import { verifyAudit } from '../commands/read-audit.ts';
import { reconcileStores } from '../commands/reconcile-stores.ts';
import { restoreBackup } from '../commands/restore-backup.ts';
import { loadConfig } from '../config.ts';
import { resumePlantScript, runPlantScript } from '../test-support/plant-script.ts';
import { rebuiltProjections, type WholeState, wholeState } from '../test-support/whole-state.ts';
import { withHook } from '../test-support/with-hook.ts';
import { CALLER, NEVER, openHome } from '../test-support/workspace.ts';

const MINUTES = 900_000;
/** Later than any lease that was held when the backup was made. */
const LATER = { now: () => Date.now() + 600_000 };

/** Moments amid ingestion and removal, each before a call of a step. */
const MOMENTS: readonly (readonly [method: string, call: number])[] = [
  ['blobs.settle', 2],
  ['ledger.stages.commitSurvey', 2],
  ['ledger.stages.commitRead', 2],
  ['ledger.stages.commitExtracted', 3],
  ['ledger.stages.commitResolved', 2],
  ['index.replace', 2],
  ['ledger.outbox.delivered', 3],
  ['ledger.makeVisible', 2],
  ['ledger.jobs.finish', 2],
  ['index.drop', 1],
  ['blobs.delete', 1],
  ['ledger.purge', 1],
];

const OF_REMOVAL: ReadonlySet<string> = new Set(['index.drop', 'blobs.delete', 'ledger.purge']);

let folder = '';
let undisturbed: WholeState;

const configFor = (home: string) => loadConfig({ home, logLevel: 'silent' }, {});
const restore = (source: string, home: string) => restoreBackup(configFor(home), { source }, NEVER, { read: readHere });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-backup-'));
  const application = await openHome(join(folder, 'sound'));
  await runPlantScript(application);
  undisturbed = await wholeState(application);
  await makeBackup(application, CALLER, { target: join(folder, 'backup') }, NEVER);
  await application.close();
}, MINUTES);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a backup', () => {
  it.each(MOMENTS)(
    'made amid the work, before %s, call %i, restores to what ends as if nothing had happened',
    { timeout: MINUTES },
    async (method, call) => {
      const workspace = await mkdtemp(join(folder, 'amid-'));
      const application = await openHome(join(workspace, 'home'));
      let isMade = false;
      const hooked = withHook(application, method, call, async () => {
        isMade = true;
        await makeBackup(application, CALLER, { target: join(workspace, 'backup') }, NEVER);
      });
      await runPlantScript(hooked);
      expect(await wholeState(application)).toEqual(undisturbed);
      await application.close();
      expect(isMade).toBe(true);

      const home = join(workspace, 'restored');
      expect((await restore(join(workspace, 'backup'), home)).compared).toBeGreaterThanOrEqual(0);
      const restored = await openHome(home, { clock: LATER });
      try {
        expect(await reconcileStores(restored, CALLER, { repair: false }, NEVER)).toMatchObject({ drift: [], faults: [] });
        expect((await verifyAudit(restored, CALLER, {}, NEVER)).faults).toEqual([]);
        await resumePlantScript(restored, OF_REMOVAL.has(method));
        const state = await wholeState(restored);
        expect(state).toEqual(undisturbed);
        expect(state.projections).toEqual(await rebuiltProjections(restored));
      } finally {
        await restored.close();
      }
    },
  );

  it('restores the same state, and into nothing but an empty folder', { timeout: MINUTES }, async () => {
    const home = join(folder, 'restored');
    await restore(join(folder, 'backup'), home);
    const application = await openHome(home);
    try {
      expect(await wholeState(application)).toEqual(undisturbed);
    } finally {
      await application.close();
    }
    await expect(restore(join(folder, 'backup'), home)).rejects.toMatchObject({ code: 'conflict' });
    const other = await openHome(join(folder, 'sound'));
    await expect(makeBackup(other, CALLER, { target: home }, NEVER)).rejects.toMatchObject({ code: 'conflict' });
    await other.close();
  });

  it.each([
    ['the ledger was changed', (at: string) => appendFile(join(at, 'ledger.db'), 'x'), /ledger\.db is not what the manifest says/],
    ['a document was changed', async (at: string) => writeFile(await firstBlob(at), 'other'), /is not what the manifest says/],
    ['a document is gone', async (at: string) => rm(await firstBlob(at)), /is missing/],
    ['the list was cut', (at: string) => writeFile(join(at, 'blobs.jsonl'), ''), /blobs\.jsonl is not what/],
    ['the manifest is of another form', (at: string) => writeFile(join(at, 'manifest.json'), '{"format":"other/9"}'), /not of the form/],
    ['there is no manifest', (at: string) => rm(join(at, 'manifest.json')), /holds no backup/],
    [
      'the manifest names a head that the trail never had',
      async (at: string) => {
        const manifest = JSON.parse(await readFile(join(at, 'manifest.json'), 'utf8'));
        manifest.auditHead.hash = '0'.repeat(64);
        await writeFile(join(at, 'manifest.json'), JSON.stringify(manifest));
      },
      /not as it was sealed/,
    ],
  ] as const)('is refused, and nothing appears, when %s', { timeout: MINUTES }, async (_, damage, message) => {
    const workspace = await mkdtemp(join(folder, 'damaged-'));
    await cp(join(folder, 'backup'), join(workspace, 'backup'), { recursive: true });
    await damage(join(workspace, 'backup'));
    await expect(restore(join(workspace, 'backup'), join(workspace, 'home'))).rejects.toThrow(message);
    expect(await readdir(workspace)).toEqual(['backup']);
  });
});

async function firstBlob(backup: string): Promise<string> {
  const [line = ''] = (await readFile(join(backup, 'blobs.jsonl'), 'utf8')).split('\n');
  const { tenant, sha256 } = JSON.parse(line) as { tenant: string; sha256: string };
  return join(backup, 'blobs', tenant, sha256.slice(0, 2), sha256);
}
