import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEFAULT_READ_LIMITS, openDocumentReader } from '../../ingest/index.ts';
import { parseVersionId } from '../../kernel/index.ts';
import { DRAWN_FORMATS, OFFICE_FORMATS } from './fuzz-file.ts';
import { openSpoiltFiles } from './spoilt-files.ts';

const KINDS = [
  ['drawings and pictures', DRAWN_FORMATS, 300],
  ['presentations and old Office files', OFFICE_FORMATS, 150],
  ['Word files and workbooks', ['docx', 'xlsx'], 60],
] as const;
const LIMITS = { ...DEFAULT_READ_LIMITS, wallMilliseconds: 20_000 };
/** Drawings that are refused are no drawings any more; nothing may fail by itself. */
const ENDINGS = ['visible', 'partial', 'empty', 'unread-scan', 'encrypted', 'damaged', 'limit-exceeded', 'unsupported-format'];

it.each(KINDS)(
  'the reading process brings spoilt %s to a typed state with a reason, and reads some of each kind',
  async (_, formats, files) => {
    const folder = await mkdtemp(join(tmpdir(), 'faultline-spoilt-'));
    const versionId = parseVersionId(`ver_${'0'.repeat(32)}`);
    if (versionId === undefined) throw new Error('no id of a version');
    const spoilt = await openSpoiltFiles([], formats, 6);
    const reader = openDocumentReader();
    const faults: string[] = [];
    const read = new Map<string, number>();
    try {
      for (let index = 0; index < files; index += 1) {
        const { format, name, bytes, mutations } = spoilt(index);
        const path = join(folder, name);
        await writeFile(path, bytes);
        let [outcome, reason]: readonly [string, string] = ['none', ''];
        for await (const event of reader.read({ path, fileName: name, versionId, limits: LIMITS }, new AbortController().signal))
          if (event.kind === 'ended') [outcome, reason] = [event.outcome, event.reason ?? ''];
        if (!ENDINGS.includes(outcome) || (outcome !== 'visible' && !/\S/.test(reason)))
          faults.push(`${index} ${format} ${mutations.join(' + ')}: ${outcome} ${reason}`);
        if (outcome === 'visible' || outcome === 'partial' || outcome === 'empty') read.set(format, (read.get(format) ?? 0) + 1);
      }
    } finally {
      await reader.close();
      await rm(folder, { recursive: true, force: true });
    }
    expect(faults).toEqual([]);
    expect(formats.filter((format) => (read.get(format) ?? 0) < 3)).toEqual([]);
  },
  900_000,
);
