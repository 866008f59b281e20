import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '../kernel/index.ts';
import { type Blob, openBlobStore } from './open-blob-store.ts';

const PLANT = 'plant' as TenantId;
const CLOCK = { now: Date.now };
const NOBODY = async () => false;
const OTHER = 'other' as TenantId;
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-blobs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function collect(blobs: AsyncIterable<Blob>): Promise<Blob[]> {
  const found: Blob[] = [];
  for await (const blob of blobs) found.push(blob);
  return found;
}

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text, 'utf8');
}

describe('the blob store', () => {
  it('keeps a stream under the hash of its bytes and leaves nothing else behind', async () => {
    const store = openBlobStore(folder, CLOCK);
    const blob = await store.put(PLANT, pieces('轴承', ' bearing'));
    expect(blob).toMatchObject({ sha256: createHash('sha256').update('轴承 bearing').digest('hex'), bytes: 14 });
    expect(await readFile((await store.get(PLANT, blob.sha256)) ?? '', 'utf8')).toBe('轴承 bearing');
    expect(await store.claim(PLANT, blob)).toBe(true);
    await store.settle(PLANT, blob);
    expect(await readdir(join(folder, PLANT, 'incoming'))).toEqual([]);
  });

  it('gives a file and a stream of the same bytes one place', async () => {
    const store = openBlobStore(folder, CLOCK);
    const file = join(folder, 'manual.txt');
    await writeFile(file, 'same');
    const first = await store.put(PLANT, file);
    const { sha256, bytes } = first;
    expect(await store.put(PLANT, pieces('sa', 'me'))).toMatchObject({ sha256, bytes });
    expect(await collect(store.list(PLANT))).toEqual([{ sha256, bytes }]);
  });

  it('never shows one tenant the bytes of another', async () => {
    const store = openBlobStore(folder, CLOCK);
    const blob = await store.put(PLANT, pieces('secret'));
    expect(await store.get(OTHER, blob.sha256)).toBeUndefined();
    expect(await collect(store.list(OTHER))).toEqual([]);
    await store.delete(OTHER, blob.sha256, NOBODY);
    expect(await store.get(PLANT, blob.sha256)).toBeDefined();
  });

  it('never gives out bytes that were changed under their hash, and is mended by the same bytes sent again', async () => {
    const store = openBlobStore(folder, CLOCK);
    const blob = await store.put(PLANT, pieces('拧紧力矩 48 N·m'));
    const path = (await store.get(PLANT, blob.sha256)) ?? '';
    await writeFile(path, '拧紧力矩 99 N·m');
    await expect(store.get(PLANT, blob.sha256)).rejects.toMatchObject({ code: 'damaged-bytes' });
    expect(await store.locate(PLANT, blob.sha256)).toBe(path);
    await store.put(PLANT, pieces('拧紧力矩 48 N·m'));
    expect(await store.get(PLANT, blob.sha256)).toBe(path);
  });

  it('deletes, twice without complaint, and refuses what is no hash', async () => {
    const store = openBlobStore(folder, CLOCK);
    const blob = await store.put(PLANT, pieces('gone'));
    await store.delete(PLANT, blob.sha256, NOBODY);
    await store.delete(PLANT, blob.sha256, NOBODY);
    expect(await store.get(PLANT, blob.sha256)).toBeUndefined();
    expect(await store.get(PLANT, '../../etc/passwd')).toBeUndefined();
  });

  it('keeps bytes for its owner alone, whatever the mask of the process', async () => {
    const store = openBlobStore(join(folder, 'blobs'), CLOCK);
    const blob = await store.put(PLANT, pieces('机密'));
    await store.claim(PLANT, blob);
    await store.settle(PLANT, blob);
    for (const name of await readdir(folder, { recursive: true }))
      expect([name, (await stat(join(folder, name))).mode & 0o077]).toEqual([name, 0]);
  });

  it('says that the disk is full, and leaves nothing of what did not fit', async () => {
    const store = openBlobStore(folder, CLOCK);
    async function* tooMuch() {
      yield Buffer.from('half');
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    }
    await expect(store.put(PLANT, tooMuch())).rejects.toMatchObject({ code: 'storage-full' });
    expect(await readdir(join(folder, PLANT, 'incoming'))).toEqual([]);
  });

  it('leaves no blob when the stream breaks', async () => {
    const store = openBlobStore(folder, CLOCK);
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('connection lost');
    }
    await expect(store.put(PLANT, broken())).rejects.toThrow('connection lost');
    expect(await collect(store.list(PLANT))).toEqual([]);
    expect(await readdir(join(folder, PLANT, 'incoming'))).toEqual([]);
  });

  /** Every way in which the steps of one who puts equal bytes and of one who deletes them can come between each other. */
  const ORDERS = ['PLCSD', 'PLCDS', 'PLDCS', 'PDLCS', 'DPLCS'];
  it.each(ORDERS)('never loses bytes that are put while equal ones are deleted: %s', async (order) => {
    const store = openBlobStore(folder, CLOCK);
    const { sha256 } = await store.put(PLANT, pieces('same'));
    // The question is asked amid the deletion: after each of the other's steps in turn.
    for (let asked = 0; asked <= 3; asked++) {
      let isNamed = false;
      let held: Awaited<ReturnType<typeof store.put>> | undefined;
      const steps = [
        async () => {
          held = await store.put(PLANT, pieces('same'));
        },
        async () => {
          if (held !== undefined) expect(await store.claim(PLANT, held)).toBe(true);
        },
        async () => {
          isNamed = true;
        },
        async () => {
          if (held !== undefined) await store.settle(PLANT, held);
        },
      ];
      const next = async () => {
        await steps.shift()?.();
      };
      for (const step of order) {
        if (step !== 'D') await next();
        else {
          await store.delete(PLANT, sha256, async () => {
            for (let count = 0; count < asked; count++) await next();
            const answer = isNamed;
            return answer;
          });
        }
      }
      while (steps.length > 0) await next();
      expect(await readFile((await store.get(PLANT, sha256)) ?? '', 'utf8')).toBe('same');
      expect(await store.aside(PLANT, sha256)).toBeUndefined();
    }
  });

  it('keeps what is deleted readable while deletions are held, and deletes it afterwards', async () => {
    const store = openBlobStore(folder, CLOCK);
    const blob = await store.put(PLANT, pieces('备份'));
    await store.settle(PLANT, blob);
    const hold = await store.holdDeletions();
    await store.delete(PLANT, blob.sha256, NOBODY);
    await store.tidy(NOBODY);
    expect(await store.get(PLANT, blob.sha256)).toBeUndefined();
    expect(await readFile((await store.aside(PLANT, blob.sha256)) ?? '', 'utf8')).toBe('备份');
    await hold.end();
    await store.tidy(NOBODY);
    expect(await store.aside(PLANT, blob.sha256)).toBeUndefined();
  });

  it('keeps bytes that a document has, however many processes delete and sweep them at once', async () => {
    const stores = [openBlobStore(folder, CLOCK), openBlobStore(folder, CLOCK)];
    const [first] = stores;
    if (first === undefined) throw new Error('there are two');
    const named = async () => true;
    for (let round = 0; round < 30; round++) {
      const blob = await first.put(PLANT, pieces(`泵 ${round}`));
      await first.settle(PLANT, blob);
      await Promise.all(stores.flatMap((store) => [store.delete(PLANT, blob.sha256, named), store.tidy(named), store.tidy(named)]));
      expect(await readFile((await first.get(PLANT, blob.sha256)) ?? '', 'utf8')).toBe(`泵 ${round}`);
    }
    await first.tidy(named);
    expect(await readdir(join(folder, PLANT, 'aside'))).toEqual([]);
  });

  it('ends what a killed process left: puts back what the ledger names, drops the rest, and leaves what is under way', async () => {
    const clock = { now: Date.now };
    const store = openBlobStore(folder, clock);
    const named = await store.put(PLANT, pieces('named'));
    const refused = await store.put(PLANT, pieces('refused'));
    await rm((await store.get(PLANT, named.sha256)) ?? '');
    const isNamed = async (_: TenantId, sha256: string) => sha256 === named.sha256;
    expect(await store.tidy(isNamed)).toBe(0);
    const later = openBlobStore(folder, { now: () => Date.now() + 600_000 });
    expect(await later.tidy(isNamed)).toBe(2);
    expect(await readFile((await store.get(PLANT, named.sha256)) ?? '', 'utf8')).toBe('named');
    expect(await readdir(join(folder, PLANT, 'incoming'))).toEqual([]);
    await later.delete(PLANT, refused.sha256, isNamed);
    expect(await collect(later.list(PLANT))).toEqual([{ sha256: named.sha256, bytes: 5 }]);
  });

  it('tells whoever was held up that the bytes were given up, before the ledger names them', async () => {
    const blob = await openBlobStore(folder, CLOCK).put(PLANT, pieces('held up'));
    const later = openBlobStore(folder, { now: () => Date.now() + 600_000 });
    expect(await later.tidy(NOBODY)).toBe(1);
    expect(await later.claim(PLANT, blob)).toBe(false);
    await later.release(PLANT, blob);
    expect(await readdir(join(folder, PLANT, 'incoming'))).toEqual([]);
  });

  it('keeps claimed bytes for an hour-long commit, though others delete and sweep them meanwhile', async () => {
    const store = openBlobStore(folder, CLOCK);
    const blob = await store.put(PLANT, pieces('claimed'));
    expect(await store.claim(PLANT, blob)).toBe(true);
    const later = openBlobStore(folder, { now: () => Date.now() + 3_600_000 });
    await later.delete(PLANT, blob.sha256, NOBODY);
    expect(await later.tidy(NOBODY)).toBe(0);
    expect(await later.get(PLANT, blob.sha256)).toBeUndefined();
    await store.settle(PLANT, blob);
    expect(await readFile((await store.get(PLANT, blob.sha256)) ?? '', 'utf8')).toBe('claimed');
    expect(await readdir(join(folder, PLANT, 'incoming'))).toEqual([]);
  });

  it('puts back claimed bytes that the ledger names, minutes after their process died', async () => {
    const store = openBlobStore(folder, CLOCK);
    const blob = await store.put(PLANT, pieces('named'));
    await store.claim(PLANT, blob);
    await store.delete(PLANT, blob.sha256, NOBODY);
    expect(await openBlobStore(folder, { now: () => Date.now() + 600_000 }).tidy(async () => true)).toBe(0);
    expect(await readFile((await store.get(PLANT, blob.sha256)) ?? '', 'utf8')).toBe('named');
  });

  it('ends a claim whose process died before the ledger knew, a day later', async () => {
    const blob = await openBlobStore(folder, CLOCK).put(PLANT, pieces('died'));
    expect(await openBlobStore(folder, CLOCK).claim(PLANT, blob)).toBe(true);
    expect(await openBlobStore(folder, { now: () => Date.now() + 25 * 3_600_000 }).tidy(NOBODY)).toBe(1);
    expect(await readdir(join(folder, PLANT, 'incoming'))).toEqual([]);
  });

  it('tells the age of a hold by its clock and not by that of the disk', async () => {
    const ahead = openBlobStore(folder, { now: () => Date.now() + 3_600_000 });
    const blob = await ahead.put(PLANT, pieces('ahead'));
    expect(await ahead.tidy(NOBODY)).toBe(0);
    expect(await ahead.claim(PLANT, blob)).toBe(true);
  });
});
