import { expect, test } from 'vitest';
import { compareText } from '../canonical-json.ts';
import { makeDocumentId } from '../ids.ts';
import type { Field } from '../record.ts';
import { ALL, collect, describeLogs, type OpenLog, type RecordReaderPlace, signal, strangerOf } from './contract-log.fixture.ts';
import { recordFiguresContract } from './record-figures.contract.ts';
import type { Filter } from './record-reader.ts';

const DAY = 86_400_000;

/** What every reader of rows has to give, and to whom, over a log in Chinese and over one in English. */
export function recordReaderContract(name: string, open: OpenLog): void {
  recordFiguresContract(name, open);
  describeLogs(`record reader contract: ${name}`, open, ({ third, texts, part, rows, all }, at) => {
    test(
      'a filter finds the same rows however they are asked for: counted, paged, scanned or measured',
      at(async (place) => {
        const cases: readonly (readonly [Filter, readonly number[]])[] = [
          [ALL, all],
          [{ kind: 'any', filters: [] }, []],
          [{ kind: 'equals', field: 'asset', value: 'Ｐ－１' }, [0, 2, 4]],
          [{ kind: 'in', field: 'asset', values: ['p2', third] }, [1, 3]],
          [{ kind: 'equals', field: 'duration', value: 0 }, [3]],
          [{ kind: 'equals', field: 'text', value: texts[4] }, [0, 4]],
          [{ kind: 'contains', field: 'text', text: part }, [0, 2, 4]],
          [{ kind: 'contains', field: 'text', text: '%' }, []],
          [{ kind: 'compare', field: 'duration', operator: '>=', value: 2 }, [0, 2]],
          [{ kind: 'between', field: 'date', from: 40 * DAY, to: 800 * DAY }, [1, 2, 3]],
          [{ kind: 'null', field: 'duration' }, [1]],
          [{ kind: 'not', filter: { kind: 'equals', field: 'duration', value: 4 } }, [1, 2, 3, 4]],
          [
            {
              kind: 'any',
              filters: [
                { kind: 'null', field: 'duration' },
                { kind: 'equals', field: 'duration', value: 1 },
              ],
            },
            [1, 4],
          ],
          [
            {
              kind: 'all',
              filters: [
                { kind: 'contains', field: 'text', text: part },
                { kind: 'equals', field: 'asset', value: 'P-2' },
              ],
            },
            [],
          ],
          [{ kind: 'document', id: place.document }, all],
          [{ kind: 'document', id: makeDocumentId(place.access.tenant, 'nowhere') }, []],
          [{ kind: 'unrepeated' }, all],
          [{ kind: 'null', field: 'x:none' }, all],
          [{ kind: 'equals', field: 'x:none', value: third }, []],
        ];
        for (const [where, expected] of cases)
          expect(await ordinalsOf(place, where), JSON.stringify(where)).toEqual(sameEverywhere(expected));
      }),
    );

    test(
      'rows come newest first, page by page, as they were written; a scan has them in their own order',
      at(async ({ reader, access, document, version }) => {
        const page = (offset: number, limit: number) => reader.rows(access, { from: 'work-order', where: ALL, offset, limit }, signal());
        const paged = [...(await page(0, 2)), ...(await page(2, 2)), ...(await page(4, 2))];
        expect(paged.map(({ record }) => record.ordinal)).toEqual([4, 2, 3, 1, 0]);
        expect(await page(5, 2)).toEqual([]);
        const scanned = (await collect(reader.scan(access, { from: 'work-order', where: ALL }, signal()))).flat();
        expect(scanned).toEqual([...paged].sort((a, b) => a.record.ordinal - b.record.ordinal));
        for (const [ordinal, row] of scanned.entries()) {
          expect(row).toMatchObject({
            documentId: document,
            versionId: version,
            record: { kind: 'work-order', ordinal, versionId: version },
          });
          const { asset, date, duration, text } = row.record.columns;
          expect([asset?.text, date, duration ?? null, text?.text]).toMatchObject([
            rows[ordinal]?.asset,
            { kind: 'date', time: (rows[ordinal]?.date ?? 0) * DAY },
            rows[ordinal]?.duration === null ? null : { kind: 'number', number: rows[ordinal]?.duration },
            rows[ordinal]?.text,
          ]);
        }
        const fields: readonly Field[] = ['asset', 'duration'];
        const columns = (await collect(reader.scanColumns(access, { from: 'work-order', fields }, signal()))).flat();
        const own = ({ record, versionId, documentId, site }: (typeof columns)[number]) =>
          [record.ordinal, versionId, documentId, site, record.columns.asset, record.columns.duration ?? null] as const;
        expect(columns.map(own)).toEqual(scanned.map(own));
        expect(await reader.samples(access, 'work-order', 2, signal())).toEqual(scanned.slice(0, 2));
        expect(await reader.samples(access, 'alarm', 2, signal())).toEqual([]);
      }),
    );

    test(
      'what a field can be asked for is told most frequent first, what folds alike as one',
      at(async ({ reader, access }) => {
        const values = await reader.values(access, 'work-order', ['asset', 'text', 'duration', 'x:none'], 2);
        const [first = '', second = ''] = [texts[0], ...[texts[1], texts[2], texts[3]].sort(compareText)];
        expect([...values]).toEqual([
          [
            'asset',
            [
              { text: 'P-1', count: 3 },
              { text: 'P-2', count: 1 },
            ],
          ],
          [
            'text',
            [
              { text: first, count: 2 },
              { text: second, count: 1 },
            ],
          ],
          [
            'duration',
            [
              { text: '0', count: 1 },
              { text: '1', count: 1 },
            ],
          ],
          ['x:none', []],
        ]);
        expect([...(await reader.values(access, 'alarm', ['asset'], 2))]).toEqual([['asset', []]]);
      }),
    );

    test(
      'logs that are being read are named to who may read them',
      at(async ({ reader, access, beingRead }) => {
        expect(beingRead.length).toBeGreaterThan(0);
        expect(await reader.beingRead(access)).toEqual(beingRead);
        expect(await reader.beingRead(strangerOf(access))).toEqual([]);
        expect(await reader.readInPart(access, 'work-order')).toEqual([]);
      }),
    );

    test(
      'nothing is given to whom it is not granted, nor of a version that is hidden, nor to a caller who has gone',
      at(async (place) => {
        const { access, version } = place;
        for (const outside of [strangerOf(access), { ...access, hidden: [version] }]) {
          expect(await ordinalsOf({ ...place, access: outside }, ALL)).toEqual(sameEverywhere([]));
          expect(await place.reader.samples(outside, 'work-order', 2, signal())).toEqual([]);
          expect([...(await place.reader.values(outside, 'work-order', ['asset'], 2))]).toEqual([['asset', []]]);
          expect((await collect(place.reader.scanColumns(outside, { from: 'work-order', fields: ['asset'] }, signal()))).flat()).toEqual(
            [],
          );
        }
        await expect(ordinalsOf(place, ALL, AbortSignal.abort())).rejects.toThrow();
        const asked = { from: 'work-order', where: ALL } as const;
        await expect(place.reader.count(access, asked, AbortSignal.abort())).rejects.toThrow();
        await expect(collect(place.reader.scan(access, asked, AbortSignal.abort()))).rejects.toThrow();
        await expect(place.reader.samples(access, 'work-order', 2, AbortSignal.abort())).rejects.toThrow();
      }),
    );
  });
}

/** A filter by each way in which rows can be asked for. */
async function ordinalsOf({ reader, access }: RecordReaderPlace, where: Filter, until: AbortSignal = signal()) {
  const asked = { from: 'work-order', where } as const;
  const figure = await reader.aggregate(access, { ...asked, groupBy: [], measures: [{ kind: 'count' }], orderBy: [], limit: 1 }, until);
  const paged = await reader.rows(access, { ...asked, offset: 0, limit: 99 }, until);
  const scanned = (await collect(reader.scan(access, asked, until))).flat();
  return {
    matched: figure.matched,
    counted: await reader.count(access, asked, until),
    paged: paged.map(({ record }) => record.ordinal).sort((a, b) => a - b),
    scanned: scanned.map(({ record }) => record.ordinal),
  };
}

function sameEverywhere(ordinals: readonly number[]) {
  return { matched: ordinals.length, counted: ordinals.length, paged: ordinals, scanned: ordinals };
}
