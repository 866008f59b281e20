import { describe, expect, it } from 'vitest';
import xlsx from 'xlsx';
import { writeCompound } from '../../eval/fuzz/write-compound.ts';
import { FaultlineError } from '../../kernel/index.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';
import { openCompound } from './open-compound.ts';

const openBytes = async (bytes: Uint8Array) => openCompound(await temporaryFile('a.doc', bytes));
const STREAMS = { WordDocument: Buffer.alloc(5_000, 3), 表: Buffer.from('泵 P-101'), empty: Buffer.alloc(0) };

describe('openCompound', () => {
  it('gives the streams at the root as they were written', async () => {
    const source = await openBytes(writeCompound(STREAMS));
    expect([...source.names]).toEqual(['worddocument', '表', 'empty']);
    for (const [name, bytes] of Object.entries(STREAMS)) expect(await source.readStream(name)).toEqual(bytes);
    expect(await source.readStream('Workbook')).toBeUndefined();
    await source.close();
  });

  it('reads small streams that stand in a stream of their own, as another writer lays them', async () => {
    const cfb = xlsx.CFB.utils.cfb_new();
    xlsx.CFB.utils.cfb_add(cfb, '/Small', Buffer.from('小 small'));
    xlsx.CFB.utils.cfb_add(cfb, '/Large', Buffer.alloc(9_000, 5));
    const source = await openBytes(xlsx.CFB.write(cfb, { type: 'buffer' }) as Buffer);
    expect((await source.readStream('small'))?.toString()).toBe('小 small');
    expect(await source.readStream('Large')).toEqual(Buffer.alloc(9_000, 5));
    await source.close();
  });

  it('ends with a fault of the file for every cut, every ring and every sector that leads outside', async () => {
    const bytes = writeCompound(STREAMS);
    const ends = new Set<string>();
    const attempt = async (spoilt: Buffer) => {
      try {
        const source = await openBytes(spoilt);
        try {
          for (const name of source.names) await source.readStream(name);
        } finally {
          await source.close();
        }
        ends.add('read');
      } catch (error) {
        ends.add(error instanceof FaultlineError ? error.code : String(error));
      }
    };
    for (let length = 0; length < bytes.length; length += 97) await attempt(bytes.subarray(0, length));
    for (let at = 512; at < 512 + 4 * 20; at += 4) {
      for (const value of [0, 1, at / 4 - 128, 0x7fffffff, 0xffffffff]) {
        const spoilt = Buffer.from(bytes);
        spoilt.writeUInt32LE(value >>> 0, at);
        await attempt(spoilt);
      }
    }
    expect([...ends].sort()).toEqual(['parse-failed', 'read']);
  });
});
