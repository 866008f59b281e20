import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnLines } from './drawn-lines.test-support.ts';
import { findNativeTesseract } from './native-tesseract.ts';
import { describeTextRecogniser } from './text-recogniser.contract.ts';

const sample = drawnLines();
const installed = await findNativeTesseract();

if (installed !== undefined) describeTextRecogniser('native tesseract', { open: () => installed, sample });
else it.skip('native tesseract, as any recogniser of text (not installed here with chi_sim and eng)', () => undefined);

describe.skipIf(process.platform === 'win32')('findNativeTesseract', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'faultline-tesseract-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A program that says of itself what tesseract does, and does `reading` when it is given a picture. */
  async function program({ version = '5.3.0', languages = 'chi_sim\neng', reading = 'exit 1' }): Promise<string> {
    const path = join(folder, 'tesseract');
    await writeFile(
      path,
      `#!/bin/sh\ncase "$1" in\n--version) echo "tesseract ${version}";;\n--list-langs) printf '${languages}\\n';;\n*) ${reading};;\nesac\n`,
    );
    await chmod(path, 0o755);
    return path;
  }

  async function read(reading: string, milliseconds = 20_000) {
    const recogniser = await findNativeTesseract([join(folder, 'none'), await program({ reading })]);
    return recogniser?.recognise({ raster: sample.raster, dpi: sample.dpi, milliseconds });
  }

  it('names program, release and data', async () => {
    expect((await findNativeTesseract([await program({})]))?.engine).toBe('tesseract 5.3.0 chi_sim+eng');
  });

  it('finds none where the program, the data of a language or the engine of lines is missing', async () => {
    expect(await findNativeTesseract([join(folder, 'none')])).toBeUndefined();
    expect(await findNativeTesseract([await program({ languages: 'eng\nosd' })])).toBeUndefined();
    expect(await findNativeTesseract([await program({ version: '3.05.02' })])).toBeUndefined();
  });

  it('gives a page up over which the program fails, says what is no hOCR, or takes too long', async () => {
    expect(await read('cat > /dev/null; exit 1')).toEqual({ ok: false, fault: 'engine-failed' });
    expect(await read('cat > /dev/null; echo "<html><p>"')).toEqual({ ok: false, fault: 'engine-failed' });
    expect(await read('exec sleep 60', 300)).toEqual({ ok: false, fault: 'out-of-time' });
  });
});
