import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readHere } from '../ingest/index.ts';
import { describeServers } from '../tools/services/describe-servers.test-support.ts';
import { type ServerSite, withServerSite } from '../tools/services/server-site.test-support.ts';
import type { Application } from './application.ts';
import { askQuestion } from './commands/ask-question.ts';
import { exportKnowledge } from './commands/export-knowledge.ts';
import { listDocuments } from './commands/list-documents.ts';
import { rebuildProjections } from './commands/rebuild-projections.ts';
import { receiveDocument } from './commands/receive-document.ts';
import { reconcileStores } from './commands/reconcile-stores.ts';
import { workJobs } from './commands/work-jobs.ts';
import { type Config, loadConfig } from './config.ts';
import { openApplication } from './open-application.ts';
import { refineChunks } from './pipeline/refine-chunks.ts';
import { CALLER, ingest, NEVER, openHome, remove, type SmallDocument, withFolder } from './test-support/workspace.ts';

const MINUTES = 900_000;
const DOCUMENTS: readonly SmallDocument[] = [
  {
    uri: '手册.md',
    text: '# 冷却水泵手册\n\nP-101 振动过大的原因是轴承磨损 (worn bearing)。\n\n> 警告：作业前必须断电。\n\n1. 关闭 P-101 的电源并上锁。\n2. 拧紧螺栓，力矩 45 N·m。\n\n| 报警 | 原因 |\n|---|---|\n| E101 | 干运转 |\n',
  },
  {
    uri: 'orders.csv',
    text: `Date,Asset,Symptom,Hours\n${Array.from({ length: 60 }, (_, row) => `2024-0${1 + (row % 9)}-1${row % 10},P-10${1 + (row % 3)},${['机械密封泄漏', 'bearing overheats'][row % 2]},${row % 7}\n`).join('')}`,
  },
  { uri: 'notes.txt', text: 'The seal leakage of P-102 is caused by dry running.\n\nAlarm E101 means dry running of P-101 or P-102.\n' },
];
const QUESTIONS = [
  'P-101 振动过大是什么原因？',
  'What does alarm E101 mean?',
  '拧紧 P-101 的螺栓用多大力矩？',
  'How often did the bearing of P-102 overheat?',
  'P-101 怎么隔离？',
];

const configOf = (site: ServerSite, home: string): Config => loadConfig({ home, logLevel: 'silent', ...site }, {});
const open = (config: Config): Promise<Application> =>
  openApplication(config, { read: (request, signal) => readHere(request, signal, refineChunks) });

async function exported(application: Application): Promise<string[]> {
  const lines: string[] = [];
  for await (const some of exportKnowledge(application, CALLER, undefined, NEVER)) lines.push(...some);
  return lines;
}

async function answers(application: Application): Promise<string[]> {
  const contents: string[] = [];
  for (const question of QUESTIONS) contents.push(JSON.stringify((await askQuestion(application, CALLER, { question }, NEVER)).content));
  return contents;
}

describeServers('a site on PostgreSQL, Neo4j and Elasticsearch', (servers) => {
  it(
    'knows and answers what the same site in one folder does, also after a document went and the stores were made anew',
    async () => {
      await withServerSite(servers, async (site) => {
        await withFolder(async (folder) => {
          const config = configOf(site, join(folder, 'servers'));
          const embedded = await openHome(join(folder, 'home'));
          const clustered = await open(config);
          try {
            for (const document of DOCUMENTS) {
              await ingest(embedded, document);
              await ingest(clustered, document);
            }
            expect(await exported(clustered)).toEqual(await exported(embedded));
            expect(await answers(clustered)).toEqual(await answers(embedded));
            await remove(embedded, 'notes.txt');
            await remove(clustered, 'notes.txt');
            expect(await exported(clustered)).toEqual(await exported(embedded));
            expect(await answers(clustered)).toEqual(await answers(embedded));
            await rebuildProjections(config, { targets: ['search', 'graph'] }, NEVER);
            expect(await reconcileStores(clustered, CALLER, { repair: false }, NEVER)).toMatchObject({ drift: [], faults: [] });
            expect(await answers(clustered)).toEqual(await answers(embedded));
          } finally {
            await embedded.close();
            await clustered.close();
          }
        });
      });
    },
    MINUTES,
  );

  it(
    'is worked by two processes at once, each document by one of them',
    async () => {
      await withServerSite(servers, (site) =>
        withFolder(async (folder) => {
          const config = configOf(site, join(folder, 'home'));
          const workers = [await open(config), await open(config)];
          const [one] = workers;
          if (one === undefined) throw new Error('there are two');
          try {
            for (let copy = 0; copy < 4; copy++) {
              for (const { uri, text } of DOCUMENTS) {
                const source = (async function* () {
                  yield Buffer.from(text.replaceAll('P-10', `P-${copy}0`), 'utf8');
                })();
                await receiveDocument(one, CALLER, { source, fileName: uri, uri: `${copy}/${uri}`, claims: {} });
              }
            }
            await Promise.all(workers.map((worker, index) => workJobs(worker, { worker: `worker-${index}`, untilSettled: true }, NEVER)));
            const listed = await listDocuments(one, CALLER);
            expect(listed.map(({ versions }) => versions[0]?.outcome)).toEqual(Array.from({ length: 12 }, () => 'visible'));
            expect(await reconcileStores(one, CALLER, { repair: false }, NEVER)).toMatchObject({ drift: [], faults: [] });
          } finally {
            for (const worker of workers) await worker.close();
          }
        }),
      );
    },
    MINUTES,
  );
});
