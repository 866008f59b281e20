import { describe, expect, it } from 'vitest';
import { makeSkid, positionOf } from '../../../datasets/index.ts';
import { DEFAULT_READ_LIMITS, readHere } from '../../../ingest/index.ts';
import { temporaryFile } from '../../../ingest/test-support/temporary-file.ts';
import { makeDocumentId, makeVersionId, type TenantId } from '../../../kernel/index.ts';
import { runDrawingSuite } from './run-drawing-suite.ts';
import { DRAWING_FORMS, writeSheets } from './write-sheets.ts';

const VERSION = makeVersionId(makeDocumentId('test' as TenantId, 'skid'), '0'.repeat(64));

/** What is stated is read; of what is drawn with symbols taken apart to lines, as in an SVG, some pipes are lost and none made up. */
const LEAST_FOUND = {
  dxf: { tags: 0.97, others: 0.97 },
  svg: { tags: 0.97, others: 0.85 },
  pdf: { tags: 0.97, others: 0.85 },
  dexpi: { tags: 0.99, others: 0.99 },
  'dexpi-2': { tags: 0.99, others: 0.99 },
} as const;

describe.each(DRAWING_FORMS)('sheets of a skid as %s', (form) => {
  it('give the tags and connections that they were drawn from, in both languages', async () => {
    const skids = await runDrawingSuite([1, 2, 3], [form], () => undefined, new AbortController().signal);
    for (const matter of ['tags', 'connections', 'directions', 'numbers', 'measures', 'controls'] as const) {
      const [wanted, found, right] = (['wanted', 'found', 'right'] as const).map((count) =>
        skids.reduce((sum, { score }) => sum + (score[matter]?.[count] ?? 0), 0),
      );
      expect(right, matter).toBeGreaterThan(0);
      expect((right ?? 0) / (found ?? 1), matter).toBeGreaterThan(0.97);
      expect((right ?? 0) / (wanted ?? 1), matter).toBeGreaterThan(LEAST_FOUND[form][matter === 'tags' ? 'tags' : 'others']);
    }
  });

  it('give each label once, also a line number that names several stretches of its pipe', async () => {
    for (const { fileName, content } of await writeSheets(makeSkid(3), form)) {
      const path = await temporaryFile(fileName, content);
      const ids: string[] = [];
      const request = { path, fileName, versionId: VERSION, limits: DEFAULT_READ_LIMITS };
      for await (const event of readHere(request, new AbortController().signal))
        if (event.kind === 'chunk') ids.push(...event.chunk.passages.map(({ id }) => id));
      expect(ids.length).toBeGreaterThan(10);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

/** Of both forms skids in both languages, with files that draw nothing (502, 511 as DEXPI 2.0, 505, 513 as DEXPI 1.x) and that do. */
describe.each(['dexpi', 'dexpi-2'] as const)('how valves stand in sheets of a skid as %s', (form) => {
  it.each([502, 505, 511, 513])('is told of each valve of which it is said, and of no other (%i)', async (seed) => {
    const skid = makeSkid(seed);
    const told: (string | undefined)[][] = [];
    for (const { fileName, content } of await writeSheets(skid, form)) {
      const request = {
        path: await temporaryFile(fileName, content),
        fileName,
        versionId: VERSION,
        limits: DEFAULT_READ_LIMITS,
      };
      for await (const event of readHere(request, new AbortController().signal))
        for (const { text, structure } of event.kind === 'chunk' ? event.chunk.passages : [])
          for (const { kind, own, other } of structure.drawn ?? [])
            if (kind === 'state-of') told.push([other, positionOf(own), ...(own === text ? [] : [text])]);
    }
    const items = skid.sheets.flatMap(({ chains }) =>
      chains.flatMap(({ stations }) => stations.flatMap(({ branches }) => branches.flat())),
    );
    const wanted = items.flatMap(({ tag, normal }) => (normal === undefined ? [] : [[tag, normal]]));
    expect(wanted.length).toBeGreaterThan(0);
    expect(told.sort()).toEqual(wanted.sort());
  });
});

it('draws arrows the way that what is drawn flows, on sheets that are mirrored too', async () => {
  const skids = await runDrawingSuite([139, 516], ['dxf'], () => undefined, new AbortController().signal);
  expect(skids.flatMap(({ score }) => score.directions?.invented)).toEqual([]);
  expect(skids.flatMap(({ score }) => score.directions?.missed)).toEqual([]);
});
