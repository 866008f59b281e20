import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FaultlineError } from '../../kernel/index.ts';
import { receiveUpload, type UploadStore } from './receive-upload.ts';
import { formOf } from './test-support/open-service.ts';

const MEBIBYTE = 1024 * 1024;

const upload = (store: UploadStore<never>) => {
  const request = new Request('http://127.0.0.1/v1/documents', {
    method: 'POST',
    body: formOf('大文件.bin', new Uint8Array(4 * MEBIBYTE), {}),
  });
  return receiveUpload(request, store, 8 * MEBIBYTE, () => ({}));
};
const discard = async (): Promise<void> => undefined;

describe('an upload', () => {
  it('that the store gives up amid its bytes is refused for what the store says, not as a damaged form', async () => {
    const store: UploadStore<never> = {
      discard,
      async keep(bytes) {
        let taken = 0;
        for await (const piece of bytes) {
          taken += piece.byteLength;
          if (taken > MEBIBYTE) break;
        }
        // What was written has to go before the store can say why.
        await wait(50);
        throw new FaultlineError('storage-full', 'The disk is full.');
      },
    };
    await expect(upload(store)).rejects.toMatchObject({ code: 'storage-full' });
  });
});
