import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_READ_LIMITS, openDocumentReader, type ReadEvent } from '../../../ingest/index.ts';
import { parseVersionId } from '../../../kernel/index.ts';
import { bombBytes } from './bomb.ts';
import { PDF_BOMBS } from './pdf-bombs.ts';

/** Those that would take all the time there is are given up soon; `eval run fuzz` reads them within the limits of service. */
const LIMITS = { ...DEFAULT_READ_LIMITS, wallMilliseconds: 2_000 };

let folder = '';
const reader = openDocumentReader();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-bombs-'));
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true, force: true });
});

async function endOf(kind: string, limits = LIMITS): Promise<Extract<ReadEvent, { kind: 'ended' }>> {
  const path = join(folder, 'a.pdf');
  const bomb = PDF_BOMBS.find((one) => one.kind === kind);
  if (bomb === undefined) throw new Error(`there is no ${kind}`);
  await writeFile(path, bombBytes(bomb));
  const versionId = parseVersionId(`ver_${'0'.repeat(32)}`);
  if (versionId === undefined) throw new Error('no id of a version');
  for await (const event of reader.read({ path, fileName: 'a.pdf', versionId, limits }, new AbortController().signal)) {
    if (event.kind === 'ended') return event;
  }
  throw new Error('the reading did not end');
}

describe('a PDF that is meant to use up the reader', { timeout: 900_000 }, () => {
  it.each(PDF_BOMBS.map(({ kind }) => kind))('(%s) ends in a typed state and says what was not read', async (kind) => {
    const { outcome, reason, report } = await endOf(kind);
    expect(outcome).not.toBe('failed');
    if (outcome === 'visible') expect(report.passages).toBeGreaterThan(0);
    else expect(reason).toMatch(/\S.*\.$/);
  });

  it('ends as a breach of memory where one object is to grow past all measure', async () => {
    const { outcome, reason } = await endOf('widths of enormous ranges', DEFAULT_READ_LIMITS);
    expect([outcome, reason]).toEqual(['limit-exceeded', expect.stringContaining('memory')]);
  });

  it('ends as damaged where no page can be run', async () => {
    expect(await endOf('page tree that names itself', DEFAULT_READ_LIMITS)).toMatchObject({ outcome: 'damaged' });
  });
});
