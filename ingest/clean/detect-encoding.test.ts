import { describe, expect, it } from 'vitest';
import { temporaryFile } from '../test-support/temporary-file.ts';
import { detectEncoding } from './detect-encoding.ts';
import { readText } from './read-text.ts';

const encodingOf = async (bytes: Uint8Array | string) => detectEncoding(await temporaryFile('text.txt', bytes));

describe('detectEncoding', () => {
  it('takes well-formed UTF-8 for UTF-8, with and without mark', async () => {
    expect(await encodingOf('泵故障, E-07')).toBe('utf-8');
    expect(await encodingOf('\ufeffpump')).toBe('utf-8');
  });

  it('takes Chinese bytes that are no UTF-8 for GB 18030, however short', async () => {
    // 泵故障 in GBK
    expect(await encodingOf(Uint8Array.of(0xb1, 0xc3, 0xb9, 0xca, 0xd5, 0xcf, 0x2c, 0x45))).toBe('gb18030');
  });

  it('takes lone high bytes for Windows-1252, so that a degree sign is no Chinese character', async () => {
    const bytes = Buffer.from('75\xb0C and 80\xb0C', 'latin1');
    expect(await encodingOf(bytes)).toBe('windows-1252');
    expect((await readText(await temporaryFile('t.txt', bytes))).text).toBe('75°C and 80°C');
  });

  it('knows UTF-16 by its mark', async () => {
    expect(await encodingOf(Buffer.from('\ufeff水泵', 'utf16le'))).toBe('utf-16le');
  });

  it('keeps UTF-8 when one byte of a long text is damaged', async () => {
    const bytes = Buffer.from('机械密封泄漏，需要更换。'.repeat(20));
    bytes[4] = 0xff;
    expect(await encodingOf(bytes)).toBe('utf-8');
  });
});
