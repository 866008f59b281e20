import { describe, expect, it } from 'vitest';
import { listDocuments } from './commands/list-documents.ts';
import { removeRetracted } from './remove-retracted.ts';
import { tidyBytes, unnamedBytes } from './sweep-bytes.ts';
import { CALLER, ingest, NEVER, withApplication } from './test-support/workspace.ts';

const TEXT = '泵 P-101 的轴承过热。The bearing of P-101 runs hot.\n';

describe('bytes of what is removed', () => {
  it('go, whoever tidies up at the moment at which they are moved aside', async () => {
    await withApplication(async (application) => {
      await ingest(application, { uri: '巡检.txt', text: TEXT });
      await ingest(application, { uri: 'copy.txt', text: TEXT });
      const { blobs, ledger } = application;
      const tidying = {
        ...application,
        blobs: {
          ...blobs,
          delete: ((tenant, sha256, isNamed) =>
            blobs.delete(tenant, sha256, async (...asked) => {
              await tidyBytes(application);
              return isNamed(...asked);
            })) as typeof blobs.delete,
        },
      };
      for (const { document } of await listDocuments(application, CALLER)) await ledger.deleteDocument(document.id, CALLER.actor);
      await removeRetracted(tidying, NEVER);
      const left = [];
      for await (const { sha256 } of unnamedBytes(application)) left.push(sha256);
      expect(left).toEqual([]);
      expect(await ledger.retracting()).toEqual([]);
    });
  });
});
