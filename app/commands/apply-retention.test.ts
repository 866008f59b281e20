import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHere } from '../../ingest/index.ts';
import type { Application } from '../application.ts';
import { type ConfigArguments, loadConfig } from '../config.ts';
import { configuredCaller } from '../configured-caller.ts';
import { openApplication } from '../open-application.ts';
import { refineChunks } from '../pipeline/refine-chunks.ts';
import { serveHere } from '../service/service.ts';
import { applyRetention } from './apply-retention.ts';
import { ingestFiles } from './ingest-files.ts';
import { listDocuments } from './list-documents.ts';

const DAY = 86_400_000;
const NEVER = new AbortController().signal;
const SILENT = { event: () => undefined, error: () => undefined };

let folder = '';
let time = 0;
const clock = { now: () => time };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-retention-'));
  time = Date.UTC(2026, 0, 1);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function within<Out>(settings: ConfigArguments, work: (application: Application) => Promise<Out>): Promise<Out> {
  const application = await openApplication(loadConfig({ home: join(folder, 'home'), ...settings }, {}), {
    clock,
    logger: SILENT,
    read: (request, signal) => readHere(request, signal, refineChunks),
  });
  try {
    return await work(application);
  } finally {
    await application.close();
  }
}

/** Reads the next revision of one document, and asks of it. */
async function revise(application: Application, torque: string): Promise<void> {
  const path = join(folder, 'manual.md');
  await writeFile(path, `# Pump P-201 泵\n\nThe tightening torque of the casing bolts of P-201 is ${torque} N·m.\n`);
  const caller = configuredCaller(application.config);
  await ingestFiles(application, caller, { paths: [path] }, () => undefined, NEVER);
  const service = serveHere(application);
  const question = 'What is the tightening torque of the casing bolts of P-201?';
  const { digest } = await service.askQuestion(caller, { question }, NEVER);
  await service.keepTurn(caller, { conversationId: 'shift', question }, NEVER);
  await service.giveFeedback(caller, { question, digest, verdict: 'wrong', remark: '不对' }, NEVER);
}

const versionsIn = async (application: Application) =>
  (await listDocuments(application, configuredCaller(application.config))).flatMap(({ versions }) => versions.map(({ id }) => id));

describe('retention', () => {
  it('removes nothing where the settings name nothing', async () => {
    await within({}, async (application) => {
      await revise(application, '85');
      await revise(application, '90');
      time += 10_000 * DAY;
      expect(await applyRetention(application, false, NEVER)).toEqual({});
      expect(await versionsIn(application)).toHaveLength(2);
    });
  });

  it('removes questions and old revisions after their days and says which, and looks only where it is to look', async () => {
    await within({ keepQuestionsDays: 30, keepRevisionsDays: 90 }, async (application) => {
      await revise(application, '85');
      time += 40 * DAY;
      const questions = { conversations: 1, feedback: 1, revisions: [] };
      expect(await applyRetention(application, true, NEVER)).toEqual(questions);
      expect(await applyRetention(application, false, NEVER)).toEqual(questions);
      await revise(application, '90');
      expect(await applyRetention(application, false, NEVER)).toEqual({ conversations: 0, feedback: 0, revisions: [] });
      expect(await versionsIn(application)).toHaveLength(2);
      time += 91 * DAY;
      const looked = await applyRetention(application, true, NEVER);
      expect(looked.revisions).toHaveLength(1);
      expect(await versionsIn(application)).toHaveLength(2);
      const removed = await applyRetention(application, false, NEVER);
      expect(removed).toEqual(looked);
      const left = await versionsIn(application);
      expect(left).toHaveLength(1);
      expect(left).not.toContain(removed.revisions?.[0]?.version);
    });
  });

  it('empties the audit trail of who did what, so that it can be verified still, and finds what somebody else emptied', async () => {
    const home = join(folder, 'home');
    await within({ keepAuditDays: 30 }, async (application) => {
      await revise(application, '85');
      await application.ledger.audit.seal();
      const before = await application.ledger.audit.verify(undefined, NEVER);
      time += 31 * DAY;
      const { events = 0 } = await applyRetention(application, false, NEVER);
      expect(events).toBeGreaterThan(2);
      await application.ledger.audit.seal();
      const after = await application.ledger.audit.verify(before.head, NEVER);
      expect(after).toMatchObject({ faults: [], emptied: events });
      const told = await application.ledger.audit.list(application.config.tenant, { limit: 100 });
      expect(told.map(({ action }) => action)).toEqual(expect.arrayContaining(['audit-trimmed', 'version-digested']));
      expect(told.map(({ action }) => action)).not.toContain('question-answered');
      await revise(application, '90');
      await application.ledger.audit.seal();
    });
    const database = new Sqlite(join(home, 'ledger.db'));
    database.exec("update audit_event set actor = '', action = '', subject = '', detail_json = '{}' where action = 'question-answered'");
    database.close();
    await within({}, async (application) => {
      const { faults } = await application.ledger.audit.verify(undefined, NEVER);
      expect(faults.map(({ what }) => what)).toEqual(['was changed after it was written']);
    });
  });
});
