import { describe, expect, it } from 'vitest';
import type { ReadLimits } from '../parser/document-parser.ts';
import { loadParser } from '../parsers.ts';
import { makeZip } from '../test-support/make-zip.ts';
import { readRequest } from '../test-support/read-whole.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';
import type { Progress } from './messages.ts';
import { readInProcess } from './read-in-process.ts';

async function endOf(name: string, content: string | Uint8Array, limits: Partial<ReadLimits> = {}) {
  const progress: Progress[] = [];
  for await (const step of readInProcess(readRequest(await temporaryFile(name, content), limits), loadParser)) progress.push(step);
  expect(progress.filter((step) => step.kind === 'ended')).toHaveLength(1);
  const last = progress.at(-1);
  if (last?.kind !== 'ended') throw new Error('the reading did not end');
  if (last.outcome !== 'visible') expect(last.reason).toMatch(/\S.*\.$/);
  return last;
}

const WORD = { name: 'word/document.xml', content: '<w:document/>' };

describe('readInProcess, given what is no good document', () => {
  it('ends an empty file as empty', async () => {
    expect(await endOf('manual.pdf', '')).toMatchObject({ outcome: 'empty' });
  });

  it('ends packages that were cut short as damaged', async () => {
    const zip = makeZip([WORD, { name: 'xl/workbook.xml', content: 'x'.repeat(5_000) }]);
    expect(await endOf('manual.docx', zip.subarray(0, 60))).toMatchObject({ outcome: 'damaged' });
    expect(await endOf('log.xlsx', zip.subarray(0, zip.length - 30))).toMatchObject({ outcome: 'damaged' });
  });

  it('ends packages with broken parts as damaged', async () => {
    expect(await endOf('manual.docx', makeZip([{ ...WORD, content: '<w:document><w:body>' }]))).toMatchObject({ outcome: 'damaged' });
    expect(await endOf('log.xlsx', makeZip([{ name: 'xl/workbook.xml', content: '<workbook><sheets>' }]))).toMatchObject({
      outcome: 'damaged',
    });
  });

  it('ends encrypted packages as encrypted', async () => {
    expect(await endOf('manual.docx', makeZip([{ ...WORD, encrypted: true }]))).toMatchObject({ outcome: 'encrypted' });
    expect(await endOf('all.zip', makeZip([{ name: 'a.txt', content: 'x', encrypted: true }]))).toMatchObject({ outcome: 'encrypted' });
  });

  it('does not unpack a bomb, whatever it is called', async () => {
    const bomb = makeZip([WORD, { name: 'word/media/image1.png', content: Buffer.alloc(50_000_000) }]);
    const ended = await endOf('manual.docx', bomb);
    expect(ended).toMatchObject({ outcome: 'limit-exceeded' });
    expect(ended.reason).toContain('times its size');
    expect(await endOf('manual.docx', bomb, { maxRatio: 1e9, maxDecompressedBytes: 1_000_000 })).toMatchObject({
      outcome: 'limit-exceeded',
    });
  });

  it('does not believe the sizes that a package declares', async () => {
    const lying = makeZip([WORD, { name: 'word/media/image1.png', content: Buffer.alloc(50_000_000), declaredBytes: 10 }]);
    expect(['limit-exceeded', 'damaged']).toContain((await endOf('manual.docx', lying)).outcome);
  });

  it('refuses packages with too many parts, with names that lead outside, and of other kinds', async () => {
    const parts = Array.from({ length: 30 }, (_, index) => ({ name: `xl/media/${index}.png`, content: '' }));
    const many = makeZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }, ...parts]);
    expect(await endOf('log.xlsx', many, { maxEntries: 20 })).toMatchObject({ outcome: 'limit-exceeded' });
    expect(await endOf('x.docx', makeZip([{ name: '../../etc/passwd', content: 'x' }, WORD]))).toMatchObject({ outcome: 'damaged' });
    expect(await endOf('x.docx', makeZip([{ name: 'content.xml', content: 'x' }]))).toMatchObject({
      outcome: 'unsupported-format',
    });
  });

  it('expands no entities of the document', async () => {
    const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><workbook><sheet name="&b;"/></workbook>';
    expect(await endOf('log.xlsx', makeZip([{ name: 'xl/workbook.xml', content: laughs }]))).toMatchObject({ outcome: 'damaged' });
  });

  it('reads a file with the wrong ending for what it is', async () => {
    expect(await endOf('log.pdf', 'Date,Asset,Text\n2024-01-01,P-1,ok\n2024-01-02,P-1,泄漏\n')).toMatchObject({ outcome: 'visible' });
  });

  it('refuses a file larger than allowed before it looks inside', async () => {
    expect(await endOf('a.txt', 'x'.repeat(100), { maxBytes: 99 })).toMatchObject({ outcome: 'limit-exceeded' });
  });
});
