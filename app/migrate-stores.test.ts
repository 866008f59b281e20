import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readHere } from '../ingest/index.ts';
import { describeServers } from '../tools/services/describe-servers.test-support.ts';
import { type ServerSite, withServerSite } from '../tools/services/server-site.test-support.ts';
import type { Application } from './application.ts';
import { askQuestion } from './commands/ask-question.ts';
import { exportKnowledge } from './commands/export-knowledge.ts';
import { makeBackup } from './commands/make-backup.ts';
import { migrateStores, takeMigrationBack } from './commands/migrate-stores.ts';
import { verifyAudit } from './commands/read-audit.ts';
import { reconcileStores } from './commands/reconcile-stores.ts';
import { restoreBackup } from './commands/restore-backup.ts';
import { type Config, loadConfig, withStoresOf } from './config.ts';
import { openApplication } from './open-application.ts';
import { refineChunks } from './pipeline/refine-chunks.ts';
import { CALLER, ingest, NEVER, withFolder } from './test-support/workspace.ts';

const MINUTES = 900_000;
const DOCUMENTS = [
  { uri: '手册.md', text: '# 冷却水泵手册\n\nP-101 振动过大的原因是轴承磨损 (worn bearing)。\n\n> 警告：作业前必须断电。\n' },
  { uri: 'orders.csv', text: 'Date,Asset,Symptom,Hours\n2024-01-11,P-101,机械密封泄漏,3\n2024-02-12,P-102,bearing overheats,4.5\n' },
  { uri: 'notes.txt', text: 'Alarm E101 means dry running of P-101 or P-102.\n' },
];
const QUESTIONS = ['P-101 振动过大是什么原因？', 'What does alarm E101 mean?', 'How often did the bearing of P-102 overheat?'];

const embedded = (home: string): Config => loadConfig({ home, logLevel: 'silent' }, {});
const clustered = (home: string, site: ServerSite): Config => loadConfig({ home, logLevel: 'silent', ...site }, {});

async function withSite<Out>(config: Config, work: (application: Application) => Promise<Out>): Promise<Out> {
  const application = await openApplication(config, { read: (request, signal) => readHere(request, signal, refineChunks) });
  try {
    return await work(application);
  } finally {
    await application.close();
  }
}

/** What a site knows and answers; its trail must be whole and its projections as its ledger says. */
async function stateOf(config: Config) {
  return withSite(config, async (application) => {
    const lines: string[] = [];
    for await (const some of exportKnowledge(application, CALLER, undefined, NEVER)) lines.push(...some);
    const answers: string[] = [];
    for (const question of QUESTIONS) answers.push(JSON.stringify((await askQuestion(application, CALLER, { question }, NEVER)).content));
    expect((await verifyAudit(application, CALLER, {}, NEVER)).faults).toEqual([]);
    expect(await reconcileStores(application, CALLER, { repair: false }, NEVER)).toMatchObject({ drift: [], faults: [] });
    return { lines, answers };
  });
}

describeServers('a site that is moved to servers', (servers) => {
  it(
    'knows and answers there what it did, and again when it is moved back to files; the old ledger takes nothing meanwhile',
    async () => {
      await withServerSite(servers, (site) =>
        withFolder(async (folder) => {
          const home = join(folder, 'home');
          const [files, onServers] = [embedded(home), clustered(home, site)];
          await withSite(files, async (application) => {
            for (const document of DOCUMENTS) await ingest(application, document);
          });
          const before = await stateOf(files);
          const there = await migrateStores(files, { target: onServers }, NEVER);
          expect(there.moved.map(({ store }) => store)).toEqual(['ledger', 'graph', 'search']);
          expect(JSON.stringify(there)).not.toContain(site.graphPassword);
          expect(there.compared).toBeGreaterThan(3);
          expect(await stateOf(onServers)).toEqual(before);
          await withSite(onServers, (application) =>
            ingest(application, { uri: 'later.txt', text: 'Alarm E102 means low flow of P-102.\n' }),
          );
          const after = await stateOf(onServers);

          // Into the file that was moved from, nothing is copied.
          await expect(migrateStores(onServers, { target: files }, NEVER)).rejects.toMatchObject({ code: 'conflict' });
          await rename(join(home, 'ledger.db'), join(home, 'ledger.moved.db'));
          await migrateStores(onServers, { target: withStoresOf(onServers, '') }, NEVER);
          expect(await stateOf(files)).toEqual(after);
          await expect(
            withSite(onServers, (application) => ingest(application, { uri: 'lost?', text: 'Alarm E103.' })),
          ).rejects.toMatchObject({ code: 'store-moved' });
          expect(await takeMigrationBack(onServers)).toBe(join(home, 'ledger.db'));
          await withSite(onServers, (application) => ingest(application, { uri: 'again.txt', text: 'Alarm E103 means heat of P-101.\n' }));
        }),
      );
    },
    MINUTES,
  );

  it(
    'is backed up in the form of files, and a backup of either form is restored into either',
    async () => {
      await withServerSite(servers, (site) =>
        withServerSite(servers, (other) =>
          withFolder(async (folder) => {
            const onServers = clustered(join(folder, 'servers'), site);
            await withSite(onServers, async (application) => {
              for (const document of DOCUMENTS) await ingest(application, document);
              await makeBackup(application, CALLER, { target: join(folder, 'backup') }, NEVER);
            });
            const before = await stateOf(onServers);
            const files = embedded(join(folder, 'files'));
            await restoreBackup(files, { source: join(folder, 'backup') }, NEVER, { read: readHere });
            expect(await stateOf(files)).toEqual(before);
            await withSite(files, (application) => makeBackup(application, CALLER, { target: join(folder, 'second') }, NEVER));
            const again = clustered(join(folder, 'again'), other);
            await restoreBackup(again, { source: join(folder, 'second') }, NEVER, { read: readHere });
            expect(await stateOf(again)).toEqual(before);
            const full = { ...again, home: join(folder, 'full') };
            await expect(restoreBackup(full, { source: join(folder, 'second') }, NEVER, { read: readHere })).rejects.toMatchObject({
              code: 'conflict',
            });
          }),
        ),
      );
    },
    MINUTES,
  );
});
