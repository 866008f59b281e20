import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_READ_LIMITS, openDocumentReader, type ReadEvent } from '../../ingest/index.ts';
import { parseVersionId } from '../../kernel/index.ts';
import { type Bomb, bombBytes } from './bomb.ts';
import { DRAWING_BOMBS } from './drawing-bombs.ts';
import { DXF_BOMBS } from './dxf-bombs.ts';
import { OFFICE_BOMBS } from './office-bombs.ts';
import { PDF_BOMBS } from './pdf-bombs.ts';

/** Those that would take all the time there is are given up soon; `eval run fuzz` reads them within the limits of service. */
const BOMBS = [...PDF_BOMBS, ...DXF_BOMBS, ...DRAWING_BOMBS, ...OFFICE_BOMBS];
/** What stands for a document is read, is a refusal, or says what stopped it. */
const ENDINGS: readonly string[] = ['visible', 'partial', 'empty', 'damaged', 'limit-exceeded', 'unsupported-format', 'unread-scan'];
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

async function endOf(bomb: Bomb | undefined, limits = LIMITS): Promise<Extract<ReadEvent, { kind: 'ended' }>> {
  if (bomb === undefined) throw new Error('there is no such bomb');
  const path = join(folder, bomb.name);
  await writeFile(path, bombBytes(bomb));
  const versionId = parseVersionId(`ver_${'0'.repeat(32)}`);
  if (versionId === undefined) throw new Error('no id of a version');
  for await (const event of reader.read({ path, fileName: bomb.name, versionId, limits }, new AbortController().signal)) {
    if (event.kind === 'ended') return event;
  }
  throw new Error('the reading did not end');
}

const titled = (bombs: readonly Bomb[]) => bombs.map((bomb) => ({ title: `${bomb.name}, ${bomb.kind}`, bomb }));
const pdf = (kind: string): Bomb | undefined => PDF_BOMBS.find((one) => one.kind === kind);

describe('a file that is meant to use up the reader', { timeout: 900_000 }, () => {
  it.each(titled(BOMBS))('($title) ends in a typed state and says what was not read', async ({ bomb }) => {
    const { outcome, reason, report } = await endOf(bomb);
    expect(ENDINGS).toContain(outcome);
    if (outcome === 'visible') expect(report.passages).toBeGreaterThan(0);
    else expect(reason).toMatch(/\S.*\.$/);
  });

  it.each([
    ['a.png', 'limit-exceeded'],
    ['b.png', 'limit-exceeded'],
    ['a.jpg', 'limit-exceeded'],
    ['a.tif', 'damaged'],
    ['b.tif', 'damaged'],
    ['c.tif', 'limit-exceeded'],
  ])('(%s) ends as %s', async (name, outcome) => {
    expect(
      (
        await endOf(
          DRAWING_BOMBS.find((one) => one.name === name),
          DEFAULT_READ_LIMITS,
        )
      ).outcome,
    ).toBe(outcome);
  });

  it('ends as a breach of memory where one object is to grow past all measure', async () => {
    const { outcome, reason } = await endOf(pdf('widths of enormous ranges'), DEFAULT_READ_LIMITS);
    expect([outcome, reason]).toEqual(['limit-exceeded', expect.stringContaining('memory')]);
  });

  it('ends as damaged where no page can be run', async () => {
    expect(await endOf(pdf('page tree that names itself'), DEFAULT_READ_LIMITS)).toMatchObject({ outcome: 'damaged' });
  });
});
