import { expect, it } from 'vitest';
import { sweepBytes } from '../sweep-bytes.ts';
import { CALLER, NEVER, openHome, withFolder } from '../test-support/workspace.ts';
import { listDocuments } from './list-documents.ts';
import { acceptDocument, discardBytes, keepBytes, receiveDocument } from './receive-document.ts';

async function* bytesOf(text: string) {
  yield Buffer.from(text, 'utf8');
}

const MANUAL = { fileName: '手册.md', uri: '手册.md', claims: {} };

it('a document whose form came long after its bytes is refused before it is named, and taken when it is sent again', async () => {
  let ahead = 0;
  await withFolder(async (home) => {
    const application = await openHome(home, { clock: { now: () => Date.now() + ahead } });
    try {
      const kept = await keepBytes(application, CALLER, bytesOf('# 泵 P-101\n\n检查密封。\n'));
      ahead = 600_000;
      await sweepBytes(application, NEVER);
      await discardBytes(application, CALLER, await keepBytes(application, CALLER, bytesOf('# 泵 P-101\n\n检查密封。\n')));
      await expect(acceptDocument(application, CALLER, { ...MANUAL, kept })).rejects.toMatchObject({ code: 'busy' });
      expect(await listDocuments(application, CALLER)).toEqual([]);
      const accepted = await receiveDocument(application, CALLER, { ...MANUAL, source: bytesOf('# 泵 P-101\n\n检查密封。\n') });
      expect(accepted.status).toBe('new');
      expect(await application.blobs.get(CALLER.tenant, kept.sha256)).toBeDefined();
    } finally {
      await application.close();
    }
  });
});

it('what columns mean is taken from who may decide, and refused of others before anything is kept', async () => {
  await withFolder(async (home) => {
    const application = await openHome(home, {});
    try {
      const log = { fileName: 'log.csv', uri: 'log.csv', claims: {}, columns: [{ column: '空闲 Idle', role: 'duration' as const }] };
      const source = () => bytesOf('Date,Equipment,空闲 Idle\n2024-01-05,P-101,3\n');
      const sending = receiveDocument(application, { ...CALLER, role: 'technician' }, { ...log, source: source() });
      await expect(sending).rejects.toMatchObject({ code: 'forbidden' });
      expect(await listDocuments(application, CALLER)).toEqual([]);
      expect((await receiveDocument(application, { ...CALLER, role: 'reviewer' }, { ...log, source: source() })).status).toBe('new');
    } finally {
      await application.close();
    }
  });
});
